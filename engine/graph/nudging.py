"""What a small change of one variable does to the output, beside its derivative; the output over a range."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.graph.evaluation import Evaluation
from engine.graph.forward import checked_inputs, following, forward, forward_through
from engine.graph.graph import Graph

STEP = 0.001


@dataclass(frozen=True)
class Nudge:
    """x becomes x_nudged = x + dx, so J becomes J_nudged = J + dJ; ratio is dJ/dx, beside the derivative by the graph.

    Numbers that don't exist are nan. fault: why J_nudged doesn't exist, though J may; "" where it does.
    """

    name: str
    x: float
    x_nudged: float
    J: float
    J_nudged: float
    dx: float
    dJ: float
    ratio: float
    derivative: float
    fault: str = ""


def nudge(graph: Graph, inputs: Mapping[str, float], name: str, step: float = STEP) -> Nudge:
    """Change the variable `name` by step, which is not 0. Raises what Graph.at raises, KeyError for another name."""
    return nudge_from(graph.at(inputs), name, step)


def nudge_from(evaluation: Evaluation, name: str, step: float = STEP) -> Nudge:
    """The same from an evaluation that is there already."""
    if step == 0 or not math.isfinite(step):
        raise ValueError(f"a nudge must be a number other than 0, not {step}")
    graph = evaluation.graph
    x, J = evaluation.inputs[name], evaluation.output
    values, faults = forward(graph, {**evaluation.inputs, name: x + step})
    dJ = values[graph.output] - J
    # x + step is rounded: what x really moves by gives the better quotient.
    moved = (x + step) - x
    return Nudge(
        name=name,
        x=x,
        x_nudged=x + step,
        J=J,
        J_nudged=values[graph.output],
        dx=step,
        dJ=dJ,
        ratio=dJ / moved if moved else math.nan,
        derivative=evaluation.derivatives[graph.index_of(name)],
        fault=next(iter(faults.values()), ""),
    )


def curve(
    graph: Graph, inputs: Mapping[str, float], name: str, low: float, high: float, n: int = 101
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The output where `name` goes from low to high in n points: xs, ys of shape (n,), nan where it doesn't exist."""
    values, _ = forward(graph, checked_inputs(graph, inputs))
    start = graph.index_of(name)
    # Only what depends on the variable is computed anew.
    depending = following(graph, start)
    xs = np.linspace(low, high, n)
    ys = np.empty(n)
    for place, x in enumerate(xs.tolist()):
        values[start] = x
        forward_through(depending, values, {})
        ys[place] = values[graph.output]
    return xs, ys
