"""What a printed sheet asks of a large matrix, and what it gives instead. No Qt.

Up to eight rows and columns are printed; of more, a corner. Whatever adds up more than eight numbers can't be
computed from that corner: it is given, so that everything which is asked can be computed from the sheet.
"""

from __future__ import annotations

from engine.spec import NetworkSpec
from engine.step.row import Array, Row
from engine.step.tape import Tape

MOST = 8
CORNER = 3


def shown(count: int) -> range:
    """The rows (or columns) that are printed."""
    return range(count if count <= MOST else CORNER)


def corner(array: Array) -> list[float]:
    """The numbers that are printed of a matrix (n, m), row by row."""
    rows, columns = array.shape
    return [float(array[k, i]) for k in shown(rows) for i in shown(columns)]


def why_given(tape: Tape, row: Row) -> str:
    """Why the numbers of a row are given although results are asked; "" where they are asked."""
    for count, what in _summed(tape, row):
        if count > MOST:
            return f"Given, because it adds up all {count} {what}"
    return ""


def part_shown(rows: int, columns: int) -> str:
    """ "the first 3 of 10 columns"; "" where all is printed."""
    parts = [f"the first {CORNER} of {rows} rows"] * (rows > MOST)
    parts += [f"the first {CORNER} of {columns} columns"] * (columns > MOST)
    return " and ".join(parts)


def is_whole(tape: Tape) -> bool:
    """Whether everything can be computed from the sheet, J after the update too."""
    return all(not why_given(tape, row) for row in tape.rows)


def _summed(tape: Tape, row: Row) -> list[tuple[int, str]]:
    """What the numbers of a row are sums over: how many, and of what."""
    spec, l = tape.moment.spec, row.layer
    examples = (tape.moment.m, "examples")
    if row.symbol == "Z":
        return [_units(spec, l - 1)]
    if row.symbol in ("dW", "db"):
        return [examples]
    if row.symbol == "J":
        layers = range(spec.L) if spec.l1 or spec.l2 else ()
        return [examples, _units(spec, spec.L), *(_units(spec, layer) for layer in layers)]
    if row.symbol == "dA" and l < spec.L:
        return [_units(spec, l + 1)]
    if spec.layer(l).activation == "softmax" and row.symbol in ("A", "dZ"):
        is_shortcut = row.symbol == "dZ" and len(row.equations) > 1
        return [] if is_shortcut else [_units(spec, l)]
    return []


def _units(spec: NetworkSpec, l: int) -> tuple[int, str]:
    return spec.sizes[l], "inputs" if l == 0 else f"units of layer {l}"
