"""The pointer over the network drawing: hover, click on a number, a tile or a chevron, and the wheel over a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu

from gui.widgets.more_actions import add_more

if TYPE_CHECKING:
    from gui.train.network.canvas import NetworkCanvas

WHEEL_NOTCH = 120
SHOW_VALUES = "Show all values"
SHOW_NO_VALUES = "Show all values (in networks up to 3-4-3)"


class PointerHandler:
    """Turns what the mouse does into calls of the canvas."""

    def __init__(self, canvas: NetworkCanvas) -> None:
        self._canvas = canvas
        self._wheel = 0

    def follow(self, event: QMouseEvent) -> None:
        """Hover what lies under the pointer; the cursor says what can be clicked."""
        canvas = self._canvas
        x, y = event.position().x(), event.position().y()
        target = canvas.scene.hits.at(x, y) if canvas.scene.hits is not None else None
        canvas.set_hovered(target)
        can_click = target is not None and (target.kind != "tile" or target.l > 0)
        canvas.setCursor(Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.ArrowCursor)

    def press(self, event: QMouseEvent) -> None:
        """A chevron scrolls by a page, a weight or bias becomes a field, a tile gets the keyboard."""
        self.follow(event)
        target, places = self._canvas.marks.hovered, self._canvas.scene.places
        if event.button() != Qt.MouseButton.LeftButton or target is None or places is None:
            return
        if target.kind in ("up", "down"):
            page = len(places.columns[target.l].tiles)
            self._canvas.scroll_column(target.l, page if target.kind == "down" else -page)
        elif target.is_number:
            self._canvas.edit(target)
        else:
            self._canvas.set_focused(target)

    def press_twice(self, event: QMouseEvent) -> None:
        """A double click on a unit's tile types its bias."""
        target = self._canvas.marks.hovered
        if target is not None and target.kind == "tile" and target.l > 0:
            self._canvas.edit(target)
        else:
            self.press(event)

    def menu(self) -> QMenu:
        """The context menu of the drawing."""
        canvas = self._canvas
        menu = QMenu(canvas)
        action = menu.addAction(SHOW_VALUES if canvas.values_fit else SHOW_NO_VALUES)
        action.setCheckable(True)
        action.setChecked(canvas.scene.show_values and canvas.values_fit)
        action.setEnabled(canvas.values_fit)
        action.toggled.connect(canvas.set_show_values)
        return menu

    def open_menu(self, at: QPoint) -> None:
        """Show the context menu."""
        menu = self.menu()
        add_more(menu, self._canvas)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def turn_wheel(self, event: QWheelEvent) -> bool:
        """Move an elided column by one unit a notch; False over a column that shows all its units."""
        places, hits = self._canvas.scene.places, self._canvas.scene.hits
        if places is None or hits is None:
            return False
        l = hits.column_at(event.position().x())
        if places.columns[l].window is None:
            return False
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / WHEEL_NOTCH)
        self._wheel -= notches * WHEEL_NOTCH
        self._canvas.scroll_column(l, -notches)
        return True
