"""Which formulas belong into the books: those of tapes of every activation, cost, optimiser and regularisation. No Qt.

They are found by recording tapes of tiny networks, so that a new row in one of the engine's tables needs no word here.
A formula depends on its layer and on one table at a time; so each depth takes each entry once, not each combination.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

import numpy as np

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.optimizers import OPTIMIZERS
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.moment import Array, Moment
from engine.step.paths import weight_paths
from engine.step.row import Equation
from engine.step.tape import Tape, record_tape
from gui.step.block_words import block_latex
from gui.step.tape_words import row_latex

DEEPEST = 9
RATES = ((0.0, 0.0), (0.1, 0.0), (0.0, 0.1), (0.1, 0.1))  # l1, l2
# Single cells of deeper or wider networks are typeset when they are selected.
CELL_DEPTH, CELL_UNITS, CELL_EXAMPLES = 4, 4, 4
UNITS = 2
NAMED_UNITS = 12  # of a layer; those have their names in the drawing of the network, unless most are left out


def tape_latex(tape: Tape) -> Iterator[str]:
    """Every formula that the Step workspace may draw for a tape, its single cells apart."""
    for row in tape.rows:
        yield from row_latex(row)
        for equation in row.equations:
            yield from (equation.formula, equation.result.latex)
            yield from (operand.latex for operand in equation.operands)
    yield from block_latex(tape)


def cell_latex(tape: Tape) -> Iterator[str]:
    """The left and right sides of the written-out sums of a tape's cells, and the factors of its chain rules."""
    for row in tape.rows:
        for equation in row.equations:
            yield from _cells(equation)
    for l in range(1, tape.moment.spec.L + 1):
        for k in range(tape.moment.spec.layer(l).units):
            for path in weight_paths(tape, l, k, 0).paths:
                yield from (factor.latex for factor in path.factors)


def unit_latex() -> Iterator[str]:
    """The names of units in the drawing of the network."""
    for k in range(1, NAMED_UNITS + 1):
        yield f"x_{{{k}}}"
        yield from (f"{letter}^{{[{l}]}}_{{{k}}}" for letter in "za" for l in range(1, DEEPEST + 1))


def tapes_book() -> set[str]:
    """Everything that belongs into the book of tapes."""
    found = set(unit_latex())
    for depth in range(1, DEEPEST + 1):
        for spec, training in specs(depth):
            found.update(tape_latex(record_tape(small_moment(spec, training))))
    return found


def cells_book() -> set[str]:
    """Everything that belongs into the book of cells."""
    found: set[str] = set()
    for depth in range(1, CELL_DEPTH + 1):
        for spec, training in specs(depth, CELL_UNITS):
            for m in (1, CELL_EXAMPLES):
                found.update(cell_latex(record_tape(small_moment(spec, training, m))))
    return found


def specs(depth: int, units: int = UNITS) -> Iterator[tuple[NetworkSpec, TrainingSpec]]:
    """Networks of this depth, with every entry of every table in one of them."""
    outputs = [(cost.key, key) for cost in COSTS.values() for key in cost.outputs or ACTIVATIONS]
    ends = [(cost, output, *rates) for cost, output in outputs for rates in RATES]
    hidden = [key for key, row in ACTIVATIONS.items() if row.hidden]
    count = max(len(ends), len(hidden), len(OPTIMIZERS))
    columns = zip(cycle(ends), cycle(hidden), cycle(OPTIMIZERS), strict=False)
    for (cost, output, l1, l2), inner, optimizer in islice(columns, count):
        layers = (*[LayerSpec(units, inner)] * (depth - 1), LayerSpec(units, output))
        yield NetworkSpec(units, layers, cost, l1, l2), TrainingSpec(optimizer)


def small_moment(spec: NetworkSpec, training: TrainingSpec, m: int = 2) -> Moment:
    """A moment with small numbers that no formula depends on."""
    sizes = spec.sizes
    W = (np.zeros((0, 0)), *(_filled(sizes[l], sizes[l - 1]) for l in range(1, spec.L + 1)))
    b = (np.zeros((0, 0)), *(_filled(sizes[l], 1) for l in range(1, spec.L + 1)))
    Y = np.zeros((sizes[-1], m))
    Y[0] = 1.0
    memory = {
        name: tuple((np.zeros_like(w), np.zeros_like(c)) for w, c in zip(W, b, strict=True))
        for name in OPTIMIZERS[training.optimizer].memory
    }
    X = _filled(sizes[0], m)
    return Moment(spec, training, W, b, X, Y, memory, 0, 0, 0, "batch", tuple(range(1, m + 1)))


def _cells(equation: Equation) -> Iterator[str]:
    rows, columns = equation.result.array.shape
    for k in range(rows):
        for i in range(columns):
            expansion = equation.expand(k, i)
            yield from (expansion.symbol, expansion.general)


def _filled(rows: int, columns: int) -> Array:
    return 0.1 * np.arange(1.0, rows * columns + 1.0).reshape(rows, columns)
