"""A few choices side by side in one frame, one of them selected: ink with light text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.one_of import OneOf
from gui.widgets.painting import CENTER, RADIUS_M, draw_box, draw_text, text_width

HEIGHT, PADDING, INSET = 24, 10, 2


class Segmented(OneOf):
    """Up and Down choose, too."""

    backwards = (Qt.Key.Key_Left, Qt.Key.Key_Up)
    forwards = (Qt.Key.Key_Right, Qt.Key.Key_Down)

    def __init__(
        self, appearance: Appearance, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, items, HEIGHT, RADIUS_M, parent)

    def _widths(self) -> list[float]:
        return [text_width(text, "small_strong") + 2 * PADDING for _, text in self._items]

    def part_rect(self, index: int) -> QRectF:
        """Where a part is."""
        widths = self._widths()
        stretch = self.width() / max(1.0, sum(widths))
        left = sum(widths[:index]) * stretch
        return QRectF(left, 0, widths[index] * stretch, self.height())

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index in range(len(self._items)):
            if self.part_rect(index).contains(event.position()):
                self._choose(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        enabled = self.isEnabled()
        border = theme.color("line2" if enabled else "line")
        draw_box(painter, QRectF(self.rect()), RADIUS_M, theme.color("panel"), border)
        for index, (_, text) in enumerate(self._items):
            part = self.part_rect(index)
            selected = index == self._index
            if selected:
                ground = theme.color("ink" if enabled else "disabled")
                draw_box(painter, part.adjusted(INSET, INSET, -INSET, -INSET), RADIUS_M - INSET, ground)
            color = theme.color("onink" if selected else "ink2" if enabled else "disabled")
            draw_text(painter, part, text, "small_strong" if selected else "small", color, CENTER)
