"""The picture of the building blocks: scrolls sideways where it must, and is clicked and walked through box by box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.player.pointed_area import PointedArea
from gui.step import blocks_geometry
from gui.step.block_words import Block, Key, block_latex, blocks_of, detail
from gui.step.blocks_geometry import Places
from gui.step.blocks_painter import BlocksPainter, halo_rect

LEAST = QSize(240, blocks_geometry.HEIGHT)
SIDE = 24  # so much of the neighbours is kept in view beside the current box


class BlocksCanvas(PointedArea):
    """Signals: row_requested(int), the first row of a box that was clicked.

    Ctrl+Left and Ctrl+Right go from box to box, Return jumps to the one with the ring.
    """

    row_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Building blocks", parent)
        self._tape: Tape | None = None
        self._blocks: dict[Key, Block] = {}
        self._places: Places | None = None
        self._latex = frozenset()
        self._row = 0
        self._value = ""
        self._ringed: Key | None = None  # follows the current box until it is moved
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().setSingleStep(40)

    @property
    def current(self) -> Block | None:
        """The box of the current row."""
        return next((block for block in self._blocks.values() if block.state(self._row) == "current"), None)

    @property
    def value(self) -> str:
        """J as it stands in its box."""
        return self._value

    def set_tape(self, tape: Tape) -> None:
        """Show the boxes of another tape."""
        self._tape = tape
        self._blocks = blocks_of(tape)
        self._latex = frozenset(block_latex(tape))
        self._hovered = self._ringed = None
        self._row = 0
        self._arrange()

    def show_row(self, index: int) -> None:
        """Light the box of a row and bring it into view."""
        before = self.current
        self._row = index
        self._ringed = None
        self._describe()
        self._reveal()
        self._repaint(before, self.current)

    def _repaint(self, before: Block | None, after: Block | None) -> None:
        """What changes between two rows: their boxes, and the arrows from one to the other."""
        if self._places is None or before is None or after is None:
            self.viewport().update()
            return
        reach = SIDE + self._places.sizes.gap
        boxes = self.box_rect(before.key).united(self.box_rect(after.key))
        self.viewport().update(
            round(boxes.left() - reach), 0, round(boxes.width() + 2 * reach), self.height()
        )

    def set_value(self, text: str) -> None:
        """J, as it stands in its box."""
        if text != self._value:
            self._value = text
            self.viewport().update()

    def box_rect(self, key: Key) -> QRect:
        """Where a box is in the viewport now."""
        assert self._places is not None
        box = self._places.boxes[key]
        left = round(box.left) - self.horizontalScrollBar().value()
        return QRect(left, round(box.top), round(box.width), round(box.height))

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def _arrange(self) -> None:
        if self._tape is None:
            return
        view = self.viewport().width()
        self._places = blocks_geometry.places(self._tape.moment.spec.L, view)
        bar = self.horizontalScrollBar()
        bar.setPageStep(view)
        bar.setRange(0, max(0, self._places.width - view))
        self._reveal()
        self.viewport().update()

    def _reveal(self) -> None:
        key = self._ring_key()
        if self._places is None or key is None:
            return
        rect, bar = halo_rect(self._places, key), self.horizontalScrollBar()
        reach = SIDE + self._places.sizes.gap
        low, high = rect.right() + reach - self.viewport().width(), rect.left() - reach
        if low <= high:
            bar.setValue(round(min(max(bar.value(), low), high)))

    def _ring_key(self) -> Key | None:
        if self._ringed is not None:
            return self._ringed
        return self.current.key if self.current else None

    def _describe(self) -> None:
        key = self._ring_key()
        if self._tape is not None and key is not None:
            block = self._blocks[key]
            self.setAccessibleDescription(f"{block.title}: {detail(self._tape, block, self._row)}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._tape is None or self._places is None:
            return
        painter.setClipRegion(event.region())
        painter.translate(-self.horizontalScrollBar().value(), 0)
        picture = BlocksPainter(painter, theme, self._tape, self._places, self._row, self._value)
        ring = self._ring_key() if self._has_ring else None
        # The current box last: its halo lies over the ends of arrows.
        for block in sorted(self._blocks.values(), key=lambda each: each.state(self._row) == "current"):
            if block.state(self._row) == "current":
                picture.draw_arrows()
            picture.draw_block(block, hovered=block.key == self._hovered, ringed=block.key == ring)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_hint(event)
            return True
        return super().viewportEvent(event)

    def _show_hint(self, event: QHelpEvent) -> None:
        key = self._part_at(QPointF(event.pos()))
        if key is None:
            QToolTip.hideText()
            return
        block = self._blocks[key]
        text = f"{block.title}: {block.steps}. Click to go to step {block.first + 1}."
        QToolTip.showText(event.globalPos(), text, self.viewport(), self.box_rect(key))

    def _part_at(self, place: QPointF) -> Key | None:
        if self._places is None:
            return None
        return self._places.box_at(place.x() + self.horizontalScrollBar().value(), place.y())

    def _click(self, part: Key) -> None:
        self.row_requested.emit(self._blocks[part].first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        key = self._ring_key()
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier and key is not None:
            self._move_ring(key, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self._click(key)
        else:
            event.ignore()

    def _move_ring(self, key: Key, step: int) -> None:
        keys = list(self._blocks)
        self._ringed = keys[min(max(keys.index(key) + step, 0), len(keys) - 1)]
        self._has_ring = True
        self._describe()
        self._reveal()
        self.viewport().update()
