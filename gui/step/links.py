"""Which edges and units of the drawing a selected number belongs to, and the other way round. No Qt.

An edge (l, k, j) goes from unit j of layer l-1 to unit k of layer l; units (l, k), the inputs are layer 0. Units and
examples count from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.step.row import Row
from gui.step.selection import Cell

Edge = tuple[int, int, int]
Unit = tuple[int, int]
WEIGHTS = ("W", "dW")
BIASES = ("b", "db")
PER_EXAMPLE = ("Z", "A", "dA", "dZ")


@dataclass(frozen=True)
class Lit:
    """What a selected number lights: edges of one layer, units, and the example it is of (None: of all)."""

    edges: frozenset[Edge] = frozenset()
    units: frozenset[Unit] = frozenset()
    example: int | None = None


NOTHING = Lit()


def edge_layer(row: Row, L: int) -> int:
    """The layer whose incoming edges a row is about: dA[l-1] comes back through the edges into layer l."""
    if row.symbol == "J":
        return L
    return row.layer + 1 if row.symbol == "dA" and row.layer < L else row.layer


def active_layers(row: Row, L: int) -> frozenset[int]:
    """The columns of units that take part in a row; 0 are the inputs."""
    if row.symbol == "J":
        return frozenset({L})
    if row.symbol in ("Z", *WEIGHTS):
        return frozenset({row.layer - 1, row.layer})
    if row.symbol == "dA" and row.layer < L:
        return frozenset({row.layer, row.layer + 1})
    return frozenset({row.layer})


def lit_by(row: Row, cell: Cell | None, sizes: tuple[int, ...]) -> Lit:
    """What the drawing lights for a selected number of a row."""
    if cell is None:
        return NOTHING
    l, k, i = row.layer, cell.k, cell.i
    L = len(sizes) - 1
    if row.symbol in WEIGHTS:
        return Lit(frozenset({(l, k, i)}), frozenset({(l, k), (l - 1, i)}))
    if row.symbol in BIASES:
        return Lit(units=frozenset({(l, k)}))
    if row.symbol == "J":
        return Lit(units=frozenset((L, unit) for unit in range(sizes[L])))
    if row.symbol == "Z":
        inputs = range(sizes[l - 1])
        return Lit(
            frozenset((l, k, j) for j in inputs), frozenset({(l, k), *((l - 1, j) for j in inputs)}), i
        )
    if row.symbol == "dA" and l < L:
        outputs = range(sizes[l + 1])
        return Lit(
            frozenset((l + 1, unit, k) for unit in outputs),
            frozenset({(l, k), *((l + 1, unit) for unit in outputs)}),
            i,
        )
    return Lit(units=frozenset({(l, k)}), example=i)


def cell_of_edge(row: Row, L: int, l: int, k: int, j: int, example: int) -> Cell | None:
    """The number of this row that belongs to an edge; None where the row says nothing about it."""
    if edge_layer(row, L) != l:
        return None
    if row.symbol in WEIGHTS:
        return Cell(row.main, k, j)
    if row.symbol == "Z":
        return Cell(row.main, k, example)
    if row.symbol == "dA" and row.layer < L:
        return Cell(row.main, j, example)
    return None


def cell_of_unit(row: Row, L: int, l: int, k: int, example: int) -> Cell | None:
    """The number of this row that belongs to a unit; of several (a row of dW) the first."""
    if row.symbol == "J":
        return Cell(row.main, 0, 0) if l == L else None
    if row.symbol in PER_EXAMPLE:
        return Cell(row.main, k, example) if l == row.layer else None
    if l == row.layer:
        return Cell(row.main, k, 0)
    return Cell(row.main, 0, k) if row.symbol in WEIGHTS and l == row.layer - 1 else None
