"""A few choices side by side in one frame, one of them selected: ink with light text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, RADIUS_M, draw_box, draw_text, follow, text_width

HEIGHT, PADDING, INSET = 24, 10, 2


class Segmented(QWidget):
    """Signals: chosen(str), the key, when a person picked another part by mouse or arrow key."""

    chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._items = list(items)
        self._index = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    def key(self) -> str:
        """The selected part's key."""
        return self._items[self._index][0]

    def set_key(self, key: str) -> None:
        """Select a part without a signal; an unknown key changes nothing."""
        keys = [item_key for item_key, _ in self._items]
        if key in keys:
            self._index = keys.index(key)
            self.setAccessibleDescription(self._items[self._index][1])
            self.update()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._items) and index != self._index:
            self.set_key(self._items[index][0])
            self.chosen.emit(self.key())

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._choose(self._index - 1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._choose(self._index + 1)
        else:
            super().keyPressEvent(event)

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
