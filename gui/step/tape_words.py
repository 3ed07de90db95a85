"""What the tape list writes for a row, as LaTeX. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from engine.step.row import Row


def symbol_latex(row: Row) -> str:
    """What a row computes: the left side of its formula."""
    return row.equation.result.latex


def cut_latex(row: Row) -> str:
    """The left side and dots, where the whole is too long."""
    return rf"{symbol_latex(row)} {'=' if row.phase != 'update' else ':='} \cdots"


def row_latex(row: Row) -> Iterator[str]:
    """Every formula that may stand in a row's line."""
    yield from (row.brief, cut_latex(row), symbol_latex(row))
