"""Step through one whole update, and make it: the tape and the trainer must agree. Step through a graph."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable
from functools import partial

import numpy as np

from engine.step.tape import Tape
from gui.graph.state import GraphState
from gui.smoke.ground import CheckError, Ground, Until, Walk

UPDATE_SECONDS = 30.0
EXPRESSION, AT = "J = 3*(a + b*c)", {"a": 5.0, "b": 3.0, "c": 2.0}
OUTPUT, DERIVATIVES = 33.0, {"a": 3.0, "b": 6.0, "c": 9.0}  # 3 (5 + 6); 3, 3c and 3b, by hand


def check_step(ground: Ground) -> Walk:
    """Through the next update row by row, one row back, then let the trainer make it and compare the numbers."""
    window = ground.window
    window.workspaces.show("step")
    tape = yield from _next_tape(ground)
    end = len(tape.rows) - 1
    yield from _go(ground, "next_step", range(1, end + 1))
    yield from _go(ground, "previous_step", (end - 1,))
    yield from _go(ground, "next_step", (end,))
    yield ground.rest("the last row")
    window.workspaces.update_once()
    made = tape.moment.iteration + 1
    yield Until(
        lambda: ground.newest.iteration == made,
        lambda: f"update {made} was not made{ground.said}",
        UPDATE_SECONDS,
    )
    yield ground.rest("the update")
    _compare(ground, tape)
    following = yield from _next_tape(ground)
    return f"{len(tape.rows)} rows of update {following.moment.iteration}, as the trainer made it"


def _next_tape(ground: Ground) -> Generator[Until, None, Tape]:
    step = ground.window.workspaces.step

    def has_come() -> bool:
        is_next = step.tape is not None and step.tape.moment.iteration == ground.newest.iteration
        return is_next and ground.is_at_rest

    yield Until(has_come, lambda: f"the tape of the next update did not come{ground.said}")
    assert step.tape is not None
    return step.tape


def _go(ground: Ground, key: str, rows: Iterable[int]) -> Generator[Until, None, None]:
    stepper = ground.window.workspaces.step.stepper

    def stands_at(row: int) -> bool:
        return stepper.index == row

    for row in rows:
        ground.window.workspaces.step_to(key)
        yield Until(partial(stands_at, row), lambda: f"{key} led to row {stepper.index + 1}")


def _compare(ground: Ground, tape: Tape) -> None:
    newest = ground.newest
    for l in range(1, tape.moment.spec.L + 1):
        pairs = {
            "dW": (tape.row("dW", l).value, newest.dW[l]),
            "db": (tape.row("db", l).value, newest.db[l]),
            "W": (tape.W_after[l], newest.W[l]),
            "b": (tape.b_after[l], newest.b[l]),
        }
        for symbol, (written, made) in pairs.items():
            if made is None or not np.allclose(written, made, rtol=_tolerance(made), atol=1e-12):
                raise CheckError(f"{symbol}[{l}] of the tape is not what the trainer has made")


def _tolerance(array: np.ndarray) -> float:
    """Half of the digits: the tape and the bound plan add in another order."""
    return math.sqrt(np.finfo(array.dtype).eps)


def check_graph(ground: Ground) -> Walk:
    """An expression as a graph: forward and backward to the end, and the derivatives that one finds by hand."""
    workspaces = ground.window.workspaces
    workspaces.graph_place.open_state(GraphState(EXPRESSION, AT))
    stepper = workspaces.graph_place.graph.stepper

    def stands_at(event: int) -> bool:
        return stepper.index == event

    for event in range(1, stepper.count):
        workspaces.step_to("next_step")
        yield Until(partial(stands_at, event), lambda: f"it stays at event {stepper.index}")
    yield ground.rest("the graph")
    evaluation = stepper.evaluation
    if evaluation is None or not stepper.is_at_end or not math.isclose(evaluation.output, OUTPUT):
        raise CheckError(f"{EXPRESSION} was not found to be {OUTPUT:g}")
    for name, expected in DERIVATIVES.items():
        found = evaluation.derivatives[evaluation.graph.index_of(name)]
        if not math.isclose(found, expected):
            raise CheckError(f"dJ/d{name} is {found:g}, it must be {expected:g}")
    return f"{EXPRESSION} = {evaluation.output:g}, " + _list(DERIVATIVES.items())


def _list(derivatives: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"dJ/d{name} = {value:g}" for name, value in derivatives)
