"""Which cells of the operands a number is made of, as bands: a row of the left, a column of the right. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from engine.step.expansion import Expansion, Number, Token
from gui.step.matrix.block_geometry import Span

# A sum's terms go through its row in order: of long sums the first and the last terms say where it lies.
MOST_TERMS, ENDS = 2000, 2
MOST_SINGLE = 12


def bands(expansion: Expansion) -> dict[int, tuple[Span, ...]]:
    """For each operand its bands: one where the cells fill a rectangle, else each cell for itself."""
    cells: dict[int, set[tuple[int, int]]] = {}
    for number in _numbers(expansion):
        if number.operand is not None:
            cells.setdefault(number.operand, set()).add((number.row, number.column))
    is_cut = len(expansion.terms) > MOST_TERMS
    return {operand: _spans(places, is_cut) for operand, places in cells.items()}


def _spans(places: set[tuple[int, int]], is_cut: bool) -> tuple[Span, ...]:
    rows = [row for row, _ in places]
    columns = [column for _, column in places]
    whole = Span(min(rows), max(rows), min(columns), max(columns))
    size = (whole.last_row - whole.first_row + 1) * (whole.last_column - whole.first_column + 1)
    if is_cut or size == len(places) or len(places) > MOST_SINGLE:
        return (whole,)
    return tuple(Span(row, row, column, column) for row, column in sorted(places))


def _numbers(expansion: Expansion) -> Iterator[Number]:
    terms = expansion.terms
    if len(terms) > MOST_TERMS:
        terms = (*terms[:ENDS], *terms[-ENDS:])
    for tokens in (expansion.opening, *terms, expansion.closing):
        yield from _numbers_in(tokens)


def _numbers_in(tokens: tuple[Token, ...]) -> Iterator[Number]:
    return (token for token in tokens if isinstance(token, Number))
