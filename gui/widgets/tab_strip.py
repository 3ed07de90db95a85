"""Tabs as words in a row, the selected one bold over a 2 px line of ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_S, draw_text, follow, text_width

HEIGHT, GAP, LINE = 36, 18, 2


class TabStrip(QWidget):
    """36 px high, to stand where a panel header does. Signals: chosen(str), the key of a tab that was picked."""

    chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._items = list(items)
        self._index = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._hovered = -1
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Tabs")
        self._ring = FocusRing(appearance, self, RADIUS_S)
        follow(self, appearance)

    def add_item(self, key: str, text: str) -> None:
        """Put another tab at the end."""
        self._items.append((key, text))
        self.updateGeometry()
        self.update()

    def remove_item(self, key: str) -> None:
        """Take a tab away; the first one is selected then if it was the selected one."""
        selected = self.key()
        self._items = [item for item in self._items if item[0] != key]
        self._index = 0
        self.set_key(selected)
        self._hovered = -1
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The selected tab's key."""
        return self._items[self._index][0]

    def set_key(self, key: str) -> None:
        """Select a tab without a signal; an unknown key changes nothing."""
        keys = [item_key for item_key, _ in self._items]
        if key in keys:
            self._index = keys.index(key)
            self.setAccessibleDescription(self._items[self._index][1])
            self.update()

    def tab_rect(self, index: int) -> QRectF:
        """Where a tab is; wide enough for its bold text, so that nothing moves when it is selected."""
        widths = self._widths()
        left = sum(widths[:index]) + GAP * index
        return QRectF(left, 0, widths[index], self.height())

    def _widths(self) -> list[float]:
        return [text_width(text, "header") for _, text in self._items]

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._items) and index != self._index:
            self.set_key(self._items[index][0])
            self.chosen.emit(self.key())

    def _index_at(self, x: float) -> int:
        for index in range(len(self._items)):
            tab = self.tab_rect(index)
            if tab.left() - GAP / 2 <= x < tab.right() + GAP / 2:
                return index
        return -1

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + GAP * (len(self._items) - 1) + 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._index_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._index_at(event.position().x())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self._choose(self._index - 1)
        elif event.key() == Qt.Key.Key_Right:
            self._choose(self._index + 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        for index, (_, text) in enumerate(self._items):
            tab = self.tab_rect(index)
            selected = index == self._index
            color = theme.color("ink" if selected or index == self._hovered else "ink2")
            draw_text(painter, tab.adjusted(0, 0, 2, 0), text, "header" if selected else "body", color)
            if selected:
                painter.fillRect(QRectF(tab.left(), self.height() - LINE, round(tab.width()), LINE), color)
