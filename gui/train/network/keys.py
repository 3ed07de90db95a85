"""The keys of the network drawing: arrows go from unit to unit, Shift with up and down through a unit's weights,
Enter types a number, + and - change the layer's units, Delete removes the layer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.train.network.hit import Target
from gui.train.network.navigation import distance_to, first_target, moved, next_weight

if TYPE_CHECKING:
    from gui.train.network.canvas import NetworkCanvas

ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeyHandler:
    """Turns one key press into one call of the canvas."""

    def __init__(self, canvas: NetworkCanvas) -> None:
        self._canvas = canvas

    def handle(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        places = self._canvas.scene.places
        if places is None:
            return False
        focused = self._canvas.marks.focused
        target = focused or first_target(places)
        key = Qt.Key(event.key())
        if key in ARROWS:
            self._go(target, ARROWS[key], event.modifiers())
        elif focused is None:
            return False  # nothing is selected: only the arrows begin somewhere
        elif key in ENTER and target.l > 0:
            self._canvas.edit(target)
        elif key in STEPS:
            self._canvas.units_stepped.emit(target.l, STEPS[key])
        elif key in PAGES:
            self._canvas.scroll_column(target.l, PAGES[key] * len(places.columns[target.l].tiles))
        elif key in REMOVE:
            self._canvas.removal_requested.emit(target.l)
        elif key == Qt.Key.Key_Escape:
            self._canvas.set_focused(None)
        else:
            return False
        return True

    def _go(self, target: Target, direction: str, modifiers: Qt.KeyboardModifier) -> None:
        places = self._canvas.scene.places
        assert places is not None
        if self._canvas.marks.focused is None:
            self._canvas.set_focused(target)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and direction in ("up", "down"):
            self._canvas.set_focused(next_weight(places, target, 1 if direction == "down" else -1))
        else:
            following = moved(places, target, direction)
            self._canvas.scroll_column(following.l, distance_to(places, following))
            self._canvas.set_focused(following)
