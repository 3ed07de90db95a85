"""How the parts of the Step workspace share its room: splitters, and what gives way first in a small window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.step.building_blocks import BuildingBlocks
from gui.widgets.splitter import Splitter

TAPE_WIDTH, TAPE_NARROW, NETWORK_WIDTH = 264, 200, 363
BLOCKS_HEIGHT = 240
ROOMY_WIDTH, ROOMY_HEIGHT = 1288, 696  # of this widget, in a window of 1360 x 820
FEW_EXAMPLES, LINE_HEIGHT = 3, 200


class StepBody(QWidget):
    """The tape at the left, centre and network beside it, the building blocks below them."""

    def __init__(
        self,
        appearance: Appearance,
        tape: QWidget,
        centre: QWidget,
        network: QWidget,
        blocks: BuildingBlocks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._blocks = blocks
        self._folded_by_hand = False
        self._is_arranging = False
        self._extra = 0
        self._top = Splitter(appearance, Qt.Orientation.Horizontal, [centre, network])
        self._right = Splitter(appearance, Qt.Orientation.Vertical, [self._top, blocks])
        self._whole = Splitter(appearance, Qt.Orientation.Horizontal, [tape, self._right])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        for splitter in (self._top, self._right, self._whole):
            splitter.reset_requested.connect(self.arrange)
        blocks.folded_changed.connect(self._on_folded)

    def ask_for_height(self, extra: int) -> None:
        """The centre needs so much more than usual: the building blocks fold earlier."""
        if extra != self._extra:
            self._extra = extra
            self.arrange()

    @Slot()
    def arrange(self) -> None:
        """The sizes of a window of this size; the building blocks give way first."""
        tape = TAPE_NARROW if self.width() < ROOMY_WIDTH else TAPE_WIDTH
        self._whole.setSizes([tape, self.width() - tape])
        self._top.setSizes([self.width() - tape - NETWORK_WIDTH, NETWORK_WIDTH])
        if not self._folded_by_hand:
            self._is_arranging = True
            self._blocks.set_folded(self.height() < ROOMY_HEIGHT + self._extra)
            self._is_arranging = False
        self._size_blocks()

    def _size_blocks(self) -> None:
        blocks = self._blocks.sizeHint().height() if self._blocks.is_folded else BLOCKS_HEIGHT
        self._right.setSizes([max(0, self._right.height() - blocks), blocks])

    @Slot(bool)
    def _on_folded(self, _folded: bool) -> None:
        if not self._is_arranging:
            self._folded_by_hand = True
            self._size_blocks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def height_for(examples: int) -> int:
    """So much more the centre needs for the matrices of so many examples.

    Those of a few stand on one line. Those of more want a second one: without it most of their columns are left out.
    """
    return LINE_HEIGHT if examples > FEW_EXAMPLES else 0
