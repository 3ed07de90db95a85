"""The list of what is inside: a name and a version in each row; arrows and mouse choose one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.about.parts import Part
from gui.appearance import Appearance
from gui.widgets import KEYBOARD_REASONS, draw_box, draw_text, follow, text_width
from gui.widgets.painting import RADIUS_M, RIGHT

ROW, MARGIN, PADDING, GAP = 27, 8, 8, 8
WIDTH = 248
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: +1000}


class PartsList(QWidget):
    """As high as its rows, to stand in what scrolls. Signals: chosen(int), the row that was picked; shown(QRect), the
    place of a row that must be seen.
    """

    chosen = Signal(int)
    shown = Signal(QRect)

    def __init__(self, appearance: Appearance, rows: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows = tuple(rows)
        self._index, self._hovered = 0, -1
        self._is_by_keys = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName("What is inside")
        self._describe()
        follow(self, appearance)

    @property
    def index(self) -> int:
        """The selected row."""
        return self._index

    def row_rect(self, index: int) -> QRectF:
        """Where a row is."""
        return QRectF(MARGIN, MARGIN + index * ROW, self.width() - 2 * MARGIN, ROW)

    def _choose(self, index: int) -> None:
        index = min(max(index, 0), len(self._rows) - 1)
        if index != self._index:
            self._index = index
            self._describe()
            self.update()
            self.shown.emit(self.row_rect(index).toRect())
            self.chosen.emit(index)

    def _describe(self) -> None:
        row = self._rows[self._index]
        self.setAccessibleDescription(" ".join(part for part in (row.name, row.version, row.licence) if part))

    def _index_at(self, place: QPoint) -> int:
        for index in range(len(self._rows)):
            if self.row_rect(index).contains(place):
                return index
        return -1

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 2 * MARGIN + ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos())
            self.setToolTip(self._rows[index].purpose if index >= 0 else "")
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        self._is_by_keys = False
        self.update()
        if index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._index_at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_by_keys = event.reason() in KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_by_keys = False
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self._is_by_keys = True
        self._choose(self._index + move)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        for index, row in enumerate(self._rows):
            place = self.row_rect(index)
            is_selected = index == self._index
            if is_selected or index == self._hovered:
                frame = theme.color("ink") if is_selected and self._is_by_keys else None
                draw_box(painter, place, RADIUS_M, theme.color("sel" if is_selected else "hover"), frame, 2)
            inner = place.adjusted(PADDING, 0, -PADDING, 0)
            token = "header" if is_selected else "body"
            version = theme.color("ink2" if is_selected else "ink3")
            draw_text(painter, inner, row.version, "small", version, RIGHT)
            inner.setRight(inner.right() - text_width(row.version, "small") - GAP)
            draw_text(painter, inner, row.name, token, theme.color("ink"))
