"""How the parts of the Graph workspace share its room, and what gives way first in a small window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.graph.graph_view import GraphView
from gui.graph.panels.gallery_list import GalleryList
from gui.graph.panels.nudge_panel import HEADER_LEFT, NudgePanel
from gui.graph.panels.variables_panel import VariablesPanel
from gui.widgets import PanelHeader
from gui.widgets.fold_button import FoldButton
from gui.widgets.ground import PanelGround
from gui.widgets.panel_header import HEIGHT as FOLDED_HEIGHT
from gui.widgets.splitter import Splitter

LEFT_WIDTH, PATHS_WIDTH = 264, 340
LEFT_NARROW, PATHS_NARROW = 232, 300
NUDGE_HEIGHT = 258
ROOMY_WIDTH = 1288  # of this widget, in a window of 1360
GRAPH_HEIGHT = 330  # with less over it the nudge folds
GALLERY_HEIGHT, STEPS_HEIGHT = 262, 270


class GraphBody(QWidget):
    """Gallery, variables and steps at the left, the graph over the nudge in the middle, the paths at the right.

    Signals: nudge_shown(bool), the nudge was opened or folded.
    """

    nudge_shown = Signal(bool)

    def __init__(
        self,
        appearance: Appearance,
        left: tuple[GalleryList, VariablesPanel, QWidget],
        view: GraphView,
        nudge: NudgePanel,
        paths: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gallery, self._variables, _ = left
        self._nudge, self._field = nudge, view.field
        self._field.installEventFilter(self)
        self._folded_by_hand = False
        self.folded_head = PanelHeader(
            appearance, "Nudge", subtitle="how far the output moves when a variable moves a little"
        )
        self.open_button = FoldButton(appearance, what="the nudge")
        self.open_button.set_folded(True)
        self.folded_head.add_widget(self.open_button)
        self.fold_button = FoldButton(appearance, what="the nudge")
        nudge.header.add_widget(self.fold_button)
        self._lower = PanelGround(appearance)
        head = QHBoxLayout()
        head.setContentsMargins(HEADER_LEFT, 0, HEADER_LEFT, 0)
        head.addWidget(self.folded_head)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addLayout(head)
        lower.addWidget(nudge)
        self._left = Splitter(appearance, Qt.Orientation.Vertical, list(left))
        self._middle = Splitter(appearance, Qt.Orientation.Vertical, [view, self._lower])
        self._whole = Splitter(appearance, Qt.Orientation.Horizontal, [self._left, self._middle, paths])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        for splitter in (self._left, self._middle, self._whole):
            splitter.reset_requested.connect(self.arrange)
        self.fold_button.clicked.connect(self._on_fold)
        self.open_button.clicked.connect(self._on_fold)
        self._set_folded(False)

    @property
    def shows_nudge(self) -> bool:
        """Whether the nudge is open."""
        return self.folded_head.isHidden()

    @Slot()
    def arrange(self) -> None:
        """The sizes of a window of this size; the nudge gives way first, then both columns get narrower."""
        is_narrow = self.width() < ROOMY_WIDTH
        left = LEFT_NARROW if is_narrow else LEFT_WIDTH
        paths = PATHS_NARROW if is_narrow else PATHS_WIDTH
        self._whole.setSizes([left, self.width() - left - paths - 2, paths])
        self._arrange_middle()
        self.arrange_left()

    def _arrange_middle(self) -> None:
        if not self._folded_by_hand:
            self._set_folded(self.height() - self._field.height() - NUDGE_HEIGHT < GRAPH_HEIGHT)
        self._size_nudge()

    def arrange_left(self) -> None:
        """The gallery and the variables as high as they are, the steps take the rest; the gallery gives way first."""
        height = self._left.height()
        variables = min(self._variables.sizeHint().height(), max(height // 3, 166))
        whole = min(GALLERY_HEIGHT, self._gallery.sizeHint().height())
        least = self._gallery.minimumSizeHint().height()
        gallery = max(least, min(whole, height - variables - STEPS_HEIGHT))
        self._left.setSizes([gallery, variables, max(0, height - gallery - variables - 2)])

    def _size_nudge(self) -> None:
        nudge = NUDGE_HEIGHT if self.shows_nudge else FOLDED_HEIGHT
        self._middle.setSizes([max(0, self._middle.height() - nudge - 1), nudge])

    def _set_folded(self, folded: bool) -> None:
        was_shown = self.shows_nudge
        self.folded_head.setVisible(folded)
        self._nudge.setVisible(not folded)
        self._lower.setFixedHeight(FOLDED_HEIGHT if folded else NUDGE_HEIGHT)
        if was_shown == folded:
            self.nudge_shown.emit(not folded)

    @Slot()
    def _on_fold(self) -> None:
        self._folded_by_hand = True
        self._set_folded(self.shows_nudge)
        self._size_nudge()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.Resize:
            self._arrange_middle()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
