"""What the status bar says in Step: where on the tape the window stands, and what is stepped through. No Qt."""

from __future__ import annotations

import math

from engine.activations import ACTIVATIONS
from engine.data import Dataset
from engine.setup import Setup
from engine.step.tape import Tape
from gui.status_texts import DOT, Part, Stepping
from gui.step.number_format import UNKNOWN
from gui.step.selection import Cell
from gui.titles import title_of
from gui.widgets.numbers import fixed_text, grouped_text

MOST_ACTIVATIONS = 4


def stepping_of(
    tape: Tape,
    index: int,
    cell: Cell | None,
    setup: Setup,
    dataset: Dataset,
    *,
    is_playing: bool = False,
    hides_numbers: bool = False,
) -> Stepping:
    """Such as: Stepping, step 12 of 17, J = 0.6464, dW[1] row 2, column 1; and the network with its columns."""
    row = tape.rows[index]
    parts: list[Part] = [
        (("step ", False), (str(index + 1), True), (f" of {len(tape.rows)}", False)),
        (("J = ", False), (_cost_text(tape.cost_before, hides_numbers), True)),
    ]
    if cell is not None:
        name = row.equations[cell.equation].result.name
        parts.append(((f"{name}, row {cell.k + 1}, column {cell.i + 1}", False),))
    what, brief = what_of(tape, setup, dataset), columns_of(tape)
    return Stepping(tuple(parts), what, brief, tape.moment.iteration, is_playing)


def _cost_text(J: float, hides_numbers: bool) -> str:
    return UNKNOWN if hides_numbers and math.isnan(J) else fixed_text(J, 4)


def what_of(tape: Tape, setup: Setup, dataset: Dataset) -> str:
    """What is stepped through: title and sizes, activations, the update's number and the columns."""
    activations = [ACTIVATIONS[layer.activation].label for layer in setup.network.layers]
    shown = ", ".join(activations[:MOST_ACTIVATIONS]) + (", …" if len(activations) > MOST_ACTIVATIONS else "")
    return DOT.join((title_of(setup, dataset), shown, columns_of(tape)))


def columns_of(tape: Tape) -> str:
    """Such as: update 343 · m = 10."""
    return DOT.join((f"update {grouped_text(tape.moment.iteration + 1)}", f"m = {tape.moment.m}"))
