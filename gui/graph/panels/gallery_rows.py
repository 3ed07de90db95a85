"""The rows of the gallery, painted in one piece: the open one in `sel`, the keyboard's with a ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.graph import Example
from gui.appearance import Appearance
from gui.graph.panels.math_line import FormulaWaiter, draw_formula, fitting_pixels
from gui.widgets import draw_box, follow
from gui.widgets.focus_ring import KEYBOARD_REASONS
from gui.widgets.painting import RADIUS_M

ROW, INSET, TEXT_LEFT, TEXT_RIGHT = 36, 8, 22, 14
PIXELS, SMALLEST = 15.0, 10.0
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class GalleryRows(QWidget):
    """Signals: chosen(Example); reached(int), the row that the keyboard is at, to be brought into view."""

    chosen = Signal(object)
    reached = Signal(int)

    def __init__(
        self, appearance: Appearance, examples: Sequence[Example], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._examples = tuple(examples)
        self._current: int | None = None
        self._at = 0
        self._hovered: int | None = None
        self._shows_ring = False
        self._waiter = FormulaWaiter(self)
        self._waiter.came.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Gallery")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW * len(self._examples))
        follow(self, appearance)

    @property
    def current(self) -> str | None:
        """The key of the marked row."""
        return None if self._current is None else self._examples[self._current].key

    def set_current(self, key: str | None) -> None:
        """Mark a row."""
        keys = [example.key for example in self._examples]
        self._current = keys.index(key) if key in keys else None
        if self._current is not None:
            self._go_to(self._current)
        self.update()

    def row_rect(self, index: int) -> QRectF:
        """Where a row is, its own pill."""
        return QRectF(INSET, ROW * index, self.width() - 2 * INSET, ROW)

    def row_at(self, y: float) -> int | None:
        """Which row is at this height."""
        index = int(y // ROW)
        return index if 0 <= index < len(self._examples) else None

    def _go_to(self, index: int) -> None:
        self._at = min(max(index, 0), len(self._examples) - 1)
        self.setAccessibleDescription(self._examples[self._at].about)
        self.reached.emit(self._at)
        self.update()

    def _choose(self, index: int) -> None:
        self._go_to(index)
        self._current = index
        self.update()
        self.chosen.emit(self._examples[index])

    def sizeHint(self) -> QSize:
        return QSize(264, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shows_ring = False
        index = self.row_at(event.position().y())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in OPENING or (key == Qt.Key.Key_Space and self._shows_ring):
            self._choose(self._at)
        elif key in STEPS:
            self._shows_ring = True
            self._go_to(self._at + STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._shows_ring = True
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._examples) - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._shows_ring = event.reason() in KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._shows_ring = False
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.row_at(event.pos().y())
            if index is not None:
                rect = self.row_rect(index).toRect()
                QToolTip.showText(event.globalPos(), self._examples[index].about, self, rect)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        for index, example in enumerate(self._examples):
            row = self.row_rect(index)
            is_current = index == self._current
            if is_current or index == self._hovered:
                draw_box(
                    painter,
                    row.adjusted(0, 0.5, 0, -0.5),
                    RADIUS_M,
                    theme.color("sel" if is_current else "hover"),
                )
            if self._shows_ring and self.hasFocus() and index == self._at:
                draw_box(painter, row.adjusted(1, 1, -1, -1), RADIUS_M, None, theme.color("ink"), 2)
            formula = self._waiter.get(example.title)
            if formula is not None:
                painter.setPen(theme.color("ink" if is_current else "ink2"))
                place = QRectF(TEXT_LEFT, row.top(), self.width() - TEXT_LEFT - TEXT_RIGHT - INSET, ROW)
                draw_formula(
                    painter, place, formula, fitting_pixels(formula, place.width(), PIXELS, SMALLEST)
                )
