"""Words in a row, one of them selected: by mouse, by the arrow keys, or by the program without a signal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import follow


class OneOf(QWidget):
    """A subclass paints the words of `_items` and calls `_choose` for a click; height and radius are its looks.
    backwards, forwards: its keys.

    Signals: chosen(str), the key, when a person picked another word.
    """

    chosen = Signal(str)
    backwards: tuple[Qt.Key, ...] = (Qt.Key.Key_Left,)
    forwards: tuple[Qt.Key, ...] = (Qt.Key.Key_Right,)

    def __init__(
        self,
        appearance: Appearance,
        items: Sequence[tuple[str, str]],
        height: int,
        radius: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._items = list(items)
        self._index = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, radius)
        follow(self, appearance)

    def key(self) -> str:
        """The selected word's key."""
        return self._items[self._index][0]

    def set_key(self, key: str) -> None:
        """Select a word without a signal; an unknown key changes nothing."""
        keys = [item_key for item_key, _ in self._items]
        if key in keys:
            self._index = keys.index(key)
            self.setAccessibleDescription(self._items[self._index][1])
            self.update()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._items) and index != self._index:
            self.set_key(self._items[index][0])
            self.chosen.emit(self.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.backwards:
            self._choose(self._index - 1)
        elif event.key() in self.forwards:
            self._choose(self._index + 1)
        else:
            super().keyPressEvent(event)
