"""Where Step stands, as values of JSON for a project, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gui.step.selection import Cell

if TYPE_CHECKING:
    from gui.course.stage.step_scene import StepScene
    from gui.step.workspace import StepWorkspace


def view_of_step(step: StepWorkspace | StepScene) -> dict[str, Any]:
    """The columns, the row and the selected number of the tape, and whether numbers are blanks."""
    cell = step.stepper.cell
    return {
        "columns": step.columns,
        "row": step.stepper.index,
        "cell": [cell.equation, cell.k, cell.i] if cell is not None else None,
        "pencil": step.pencil.is_on,
    }


def go_to_view(step: StepWorkspace, view: Mapping[str, Any]) -> None:
    """Go there on the present tape; what makes no sense, or is not on it, is left out."""
    row, cell = view.get("row"), view.get("cell")
    step.pencil.set_on(view.get("pencil") is True)
    step.stepper.go_to(row if type(row) is int else 0)
    if isinstance(cell, list) and len(cell) == 3 and all(type(part) is int for part in cell):
        step.stepper.select(Cell(*cell))
