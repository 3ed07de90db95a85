"""Tabs as words in a row, the selected one bold over a 2 px line of ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.one_of import OneOf
from gui.widgets.painting import RADIUS_S, draw_text, text_width

HEIGHT, GAP, LINE = 36, 18, 2


class TabStrip(OneOf):
    """36 px high, to stand where a panel header does."""

    def __init__(
        self, appearance: Appearance, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, items, HEIGHT, RADIUS_S, parent)
        self.setMouseTracking(True)
        self._hovered = -1
        self.setAccessibleName("Tabs")

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

    def tab_rect(self, index: int) -> QRectF:
        """Where a tab is; wide enough for its bold text, so that nothing moves when it is selected."""
        widths = self._widths()
        left = sum(widths[:index]) + GAP * index
        return QRectF(left, 0, widths[index], self.height())

    def _widths(self) -> list[float]:
        return [text_width(text, "header") for _, text in self._items]

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
