"""The lab of loops (C4): three programs for one update of logistic regression, really run and measured."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.labs.loop_programs import no_loop, one_loop, two_loops
from engine.labs.loop_texts import NO_LOOP, ONE_LOOP, TWO_LOOPS
from engine.labs.row import LabRow, Setting, Settings

Array = NDArray[np.floating]
Program = Callable[[Array, float, Array, Array, float], tuple[Array, float, float]]

MOST_M, MOST_N_X = 5_000, 100  # then the slowest takes a second or two, on a slow machine
ALPHA, SEED = 0.1, 0
LEAST_SECONDS, MOST_RUNS = 0.15, 200  # a program is run so long in all, or so often
SLICE_SECONDS = 0.02


@dataclass(frozen=True)
class Stage:
    """One of the programs with its text."""

    title: str
    about: str
    program: Program
    text: str


STAGES = (
    Stage("Two loops", "examples and features", two_loops, TWO_LOOPS),
    Stage("One loop", "dw is a vector", one_loop, ONE_LOOP),
    Stage("No loop", "all examples at once", no_loop, NO_LOOP),
)


@dataclass(frozen=True, eq=False)
class Timing:
    """How far a measurement is. at: the stage that runs; seconds: the best run of each stage, NaN before its first one.

    difference: the largest difference between the new w, b and J of the stages that have run, NaN before the second.
    """

    at: int
    seconds: tuple[float, ...] = (math.nan,) * len(STAGES)
    runs: tuple[float, ...] = (0,) * len(STAGES)
    difference: float = math.nan
    J: float = math.nan
    is_over: bool = False

    @property
    def factor(self) -> float:
        """How many times as fast the last stage is as the first; NaN before both have run."""
        return self.seconds[0] / self.seconds[-1]


def examples(m: int, n_x: int) -> tuple[Array, Array, Array]:
    """w (n_x, 1), X (n_x, m) and labels Y (1, m) of a noisy rule, the same each time."""
    generator = np.random.default_rng(SEED)
    X = generator.standard_normal((n_x, m))
    rule = generator.standard_normal((n_x, 1)) / math.sqrt(n_x)
    Y = (rule.T @ X + 0.5 * generator.standard_normal((1, m)) > 0).astype(np.float64)
    return 0.1 * generator.standard_normal((n_x, 1)), X, Y


def measure(m: int, n_x: int, clock: Callable[[], float] = time.perf_counter) -> Iterator[Timing]:
    """Run the three programs in turn on the same examples; a Timing after each few hundredths of a second."""
    w, X, Y = examples(m, n_x)
    timing = Timing(0)
    outcomes: list[Array] = []
    for at, stage in enumerate(STAGES):
        timing = replace(timing, at=at)
        yield timing
        for seconds, runs, outcome in _runs(stage.program, (w, X, Y), clock):
            if len(outcomes) == at:
                outcomes.append(outcome)
            timing = replace(
                timing,
                seconds=_with(timing.seconds, at, seconds),
                runs=_with(timing.runs, at, runs),
                difference=_spread(outcomes),
                J=float(outcome[-1]),
            )
            yield timing
    yield replace(timing, is_over=True)


def _runs(
    program: Program, data: tuple[Array, Array, Array], clock: Callable[[], float]
) -> Iterator[tuple[float, int, Array]]:
    """The best time until now, the number of runs, and w, b, J in one vector."""
    w, X, Y = data
    best, spent, unsaid, runs = math.inf, 0.0, 0.0, 0
    while True:
        start = clock()
        new_w, new_b, J = program(w, 0.0, X, Y, ALPHA)
        taken = clock() - start
        best, spent, unsaid, runs = min(best, taken), spent + taken, unsaid + taken, runs + 1
        is_over = spent >= LEAST_SECONDS or runs >= MOST_RUNS
        if is_over or runs == 1 or unsaid >= SLICE_SECONDS:
            unsaid = 0.0
            yield best, runs, np.append(new_w, (new_b, J))
        if is_over:
            return


def _with(values: tuple[float, ...], at: int, value: float) -> tuple[float, ...]:
    return (*values[:at], value, *values[at + 1 :])


def _spread(outcomes: list[Array]) -> float:
    if len(outcomes) < 2:
        return math.nan
    return max(float(np.abs(outcome - outcomes[0]).max()) for outcome in outcomes[1:])


def facts(settings: Settings) -> dict[str, float]:
    """The shapes: m, n_x, and how many numbers X holds. Times differ from run to run and are no facts."""
    m, n_x = int(settings["m"]), int(settings["n_x"])
    return {"m": m, "n_x": n_x, "numbers": m * n_x}


ROW = LabRow(
    "loops",
    "Loops against vectors",
    "C4",
    "One update of logistic regression with two loops, one and none: the same numbers, other times",
    {
        "m": Setting(1000, 10, MOST_M, about="examples"),
        "n_x": Setting(20, 1, MOST_N_X, about="features"),
    },
    facts,
)
