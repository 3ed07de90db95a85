"""Where Tab goes: part after part of the window, in each as one reads, or as its maker numbered what belongs together.

Qt's own chain follows the order of creation and breaks where controls move between parents (the More panel, docks,
heads that come and go); reading order is right whatever moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

NUMBER = "tabNumber"  # a dynamic property of widgets; those below have their parent's
ROW = 16  # pixels; controls whose middles are nearer than this stand in one row

Place = tuple[int, int]
Reading = Callable[[Place], Place]


def by_rows(place: Place) -> Place:
    """Row after row, from left to right."""
    return place[1] // ROW, place[0]


def by_columns(place: Place) -> Place:
    """From left to right, downwards where two stand above each other."""
    return place[0] // ROW, place[1]


class Part(NamedTuple):
    """A part of the window and how it is read."""

    widget: QWidget
    reading: Reading


def tab_stops(parts: Sequence[Part], window: QWidget) -> list[QWidget]:
    """Everything that Tab reaches now, in its order."""
    stops: list[QWidget] = []
    for part in parts:
        inside = [part.widget, *part.widget.findChildren(QWidget)]
        reached = [widget for widget in inside if _is_stop(widget, window)]
        stops += sorted(reached, key=lambda widget: (_number(widget), *part.reading(_middle(widget, window))))
    return stops


def move_focus(parts: Sequence[Part], window: QWidget, forward: bool) -> bool:
    """Give the next or the previous stop the keyboard; False where there is none."""
    stops = tab_stops(parts, window)
    if not stops:
        return False
    current = QApplication.focusWidget()
    while current is not None and current not in stops:
        current = current.parentWidget()  # the line of an editable combo stands for the combo
    step = 1 if forward else -1
    index = stops.index(current) + step if current is not None else (0 if forward else -1)
    target = stops[index % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_tab and widget.isEnabled() and widget.isVisible() and widget.window() is window


def _number(widget: QWidget | None) -> int:
    while widget is not None:
        number = widget.property(NUMBER)
        if number is not None:
            return int(number)
        widget = widget.parentWidget()
    return 0


def _middle(widget: QWidget, window: QWidget) -> Place:
    middle = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
    return middle.x(), middle.y()


def _bring_into_view(widget: QWidget) -> None:
    ancestor = widget.parentWidget()
    while ancestor is not None:
        if isinstance(ancestor, QScrollArea):
            ancestor.ensureWidgetVisible(widget)
        ancestor = ancestor.parentWidget()
