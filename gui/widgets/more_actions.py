"""What the window adds to context menus: the pictures and data of the view that was asked."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget


@runtime_checkable
class Adder(Protocol):
    """A window that has something to add."""

    def add_view_actions(self, menu: QMenu, widget: QWidget) -> None:
        """Add what can be done with the view that this widget is, or stands in."""


def add_more(menu: QMenu, widget: QWidget) -> None:
    """Let the window of a widget, or the one that it was torn off from, add to a context menu."""
    place: QWidget | None = widget
    while place is not None:
        if isinstance(place, Adder):
            place.add_view_actions(menu, widget)
            return
        place = place.parentWidget()


def show_more(widget: QWidget, event: QContextMenuEvent) -> None:
    """Open a menu for what lies at the event's place in `widget`, if there is anything to offer."""
    menu = QMenu(widget)
    add_more(menu, widget.childAt(event.pos()) or widget)
    if menu.isEmpty():
        menu.deleteLater()
        event.ignore()
        return
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())


def ask_focused() -> None:
    """Ask what has the keyboard for its context menu, as the Menu key does; not while a menu is open."""
    focused = QApplication.focusWidget()
    if focused is not None and QApplication.activePopupWidget() is None:
        place = focused.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focused.mapToGlobal(place))
        QApplication.sendEvent(focused, event)
