"""Which widgets are views that can be taken along: those with a `view_name`, and some with a `data_table`.

A view says both itself; nobody keeps a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QDockWidget, QWidget

from gui.data_table import DataTable


def name_of_view(widget: QWidget) -> str:
    """What the view is called, such as "Cost"; "" for a widget that is none."""
    name: Any = getattr(widget, "view_name", "")
    return name if isinstance(name, str) else ""


def table_of(view: QWidget) -> DataTable | None:
    """The numbers that a plot shows; None for a view that is no plot, or has no numbers yet."""
    make: Any = getattr(view, "data_table", None)
    return make() if callable(make) else None


def views_around(widget: QWidget) -> list[QWidget]:
    """The view that a widget is or stands in, then those around that one; for a dock's head what is in the dock."""
    found: list[QWidget] = []
    place: QWidget | None = widget
    while place is not None:
        if name_of_view(place):
            found.append(place)
        if isinstance(place, QDockWidget) and not found:
            found += list(views_in(place))[:1]
        place = place.parentWidget()
    return found


def views_in(widget: QWidget) -> Iterator[QWidget]:
    """Every view that is on the screen in a widget, outer ones before those inside them."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            if name_of_view(child):
                yield child
            yield from views_in(child)
