"""The present state of a scene, or of the playground, as a scene that a lesson can hold.

Shown again it shows the same numbers: where a run came about by nothing but its set-up, by that and the number of its
updates; else by the weights themselves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.given import GivenWeights
from engine.lessons.lesson import GraphValues, Scene, StepValues, TrainValues, Values
from engine.lessons.workload import MAX_UPDATES, fault_of_work
from engine.run import start_network
from engine.setup import Setup
from engine.snapshot import Snapshot
from engine.step.tape import Tape
from gui.step.selection import Cell

if TYPE_CHECKING:
    from gui.graph.state import GraphState

MOST_GIVEN = 20_000  # parameters that are still handed over number by number
MOST_WRITTEN = 400  # ... and that a lecturer would still want to see in a lesson
MOST_EXAMPLES = 1500  # of the data that come along
LARGEST = 1e300  # what may be given; also no number that is not finite
PANELS_OF_PLAYGROUND = ("network", "output", "cost", "gradients", "controls")
TITLE, TEXT = (
    "Captured scene",
    "What is seen here, in two or three sentences.\n\n**Try it.** Change something.",
)


def with_weights(setup: Setup, snapshot: Snapshot | None, most: int = MOST_GIVEN) -> Setup:
    """The set-up with the numbers of now as start weights; as it is where there are too many, or they are its own."""
    if snapshot is None or snapshot.sizes != setup.network.sizes or setup.network.parameter_count > most:
        return setup
    if not all(np.all(np.abs(_array(part)) < LARGEST) for part in (*snapshot.W[1:], *snapshot.b[1:])):
        return setup
    if snapshot.iteration == 0 and _are_fresh(setup, snapshot):
        return setup
    return replace(setup, weights=_given(snapshot))


def train_values(
    setup: Setup,
    snapshot: Snapshot | None,
    show: tuple[str, ...],
    *,
    runs: bool = False,
    is_as_trained: bool = False,
) -> TrainValues:
    """A train scene that begins where the run is."""
    start, updates = _start(setup, snapshot, is_as_trained)
    return TrainValues(start, runs, updates, show)


def step_values(
    setup: Setup,
    snapshot: Snapshot | None,
    tape: Tape | None,
    row: int,
    cell: Cell | None,
    *,
    pencil: bool = False,
    is_as_trained: bool = False,
) -> StepValues:
    """A step scene at this row and number of the tape."""
    start, updates = _start(setup, snapshot, is_as_trained)
    columns = tape.moment.columns if tape is not None else "batch"
    return StepValues(
        setup=start,
        updates=updates,
        row=_row_of(tape, row),
        cell=None if cell is None else (cell.k + 1, cell.i + 1),
        columns=columns + 1 if isinstance(columns, int) else columns,
        pencil=pencil,
    )


def capture_playground(
    workspace: str,
    setup: Setup,
    snapshot: Snapshot | None,
    *,
    tape: Tape | None = None,
    row: int = 0,
    cell: Cell | None = None,
    pencil: bool = False,
    graph: GraphState | None = None,
) -> Scene:
    """What the window shows outside of lessons, as a scene: of workspace "train", "step" or "graph".

    tape, row (from 0), cell and pencil: where Step stands. graph: what Graph shows.
    """
    if workspace == "graph" and graph is not None:
        return scene_of(graph_values(graph, graph.selected))
    if workspace == "step":
        return scene_of(step_values(setup, snapshot, tape, row, cell, pencil=pencil))
    return scene_of(train_values(setup, snapshot, PANELS_OF_PLAYGROUND))


def graph_values(graph: GraphState, nudge: str = "") -> GraphValues:
    """A graph scene at this event; with the nudge of a variable, "" for none."""
    return GraphValues(graph.text, dict(graph.at), graph.event, graph.share, nudge)


def scene_of(values: Values, title: str = TITLE, text: str = TEXT) -> Scene:
    """A scene with these values and words to begin with."""
    return Scene(title, text, values)


def _start(setup: Setup, snapshot: Snapshot | None, is_as_trained: bool) -> tuple[Setup, int]:
    """The set-up to begin with and the updates to make from there.

    A network that is too large to be written, and was edited on the way or trained for too long, begins with its own
    weights and as many updates as a lesson may make.
    """
    updates = 0 if snapshot is None else snapshot.iteration
    possible = _most_updates(setup, updates)
    if is_as_trained and possible == updates:
        return setup, updates
    start = with_weights(setup, snapshot, MOST_WRITTEN)
    return (setup, possible) if start is setup else (start, 0)


def _most_updates(setup: Setup, wanted: int) -> int:
    """So many of these updates may be made when a scene opens, about."""
    possible = min(wanted, MAX_UPDATES)
    m = setup.training.batch_size or MOST_EXAMPLES
    while possible and fault_of_work(setup, m, possible):
        possible //= 2
    return possible


def _row_of(tape: Tape | None, index: int) -> str | int:
    """Its name, where that is the name of no other row; else its number."""
    if tape is None:
        return 1
    names = [row.name for row in tape.rows]
    return names[index] if names.count(names[index]) == 1 else index + 1


def _given(snapshot: Snapshot) -> GivenWeights:
    W = tuple(tuple(tuple(float(w) for w in row) for row in _array(W_l)) for W_l in snapshot.W[1:])
    b = tuple(tuple(float(value) for value in _array(b_l)[:, 0]) for b_l in snapshot.b[1:])
    return GivenWeights(W, b)


def _are_fresh(setup: Setup, snapshot: Snapshot) -> bool:
    network = start_network(setup)
    return all(
        np.array_equal(network.W[l], _array(snapshot.W[l]))
        and np.array_equal(network.b[l], _array(snapshot.b[l]))
        for l in range(1, setup.network.L + 1)
    )


def _array(part: NDArray[np.floating] | None) -> NDArray[np.floating]:
    assert part is not None  # only entry 0, which is no layer, is None
    return part
