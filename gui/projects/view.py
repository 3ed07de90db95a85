"""What of the window belongs to a project: which workspace is shown, and what each of them has open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def view_of(window: MainWindow) -> dict[str, Any]:
    """As values of JSON."""
    workspaces = window.workspaces
    return {"workspace": workspaces.current, **{place.key: place.view() for place in workspaces.places}}


def show_view(window: MainWindow, view: Mapping[str, Any]) -> None:
    """Come back to it. It may come from a file of anybody: what makes no sense is left out."""
    workspaces = window.workspaces
    for place in workspaces.places:
        found = view.get(place.key)
        place.take_view(found if isinstance(found, dict) else {})
    workspace = view.get("workspace")
    if workspace in [place.key for place in workspaces.places]:
        workspaces.show(workspace)
