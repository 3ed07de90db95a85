"""Expressions as trees: what was typed, before it becomes a graph. Walked without recursion, however deep they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class Number:
    """A number; text: as typed."""

    value: float
    text: str
    column: int


@dataclass(frozen=True)
class Name:
    """A variable, or the name of another definition."""

    name: str
    column: int


@dataclass(frozen=True, eq=False)
class Apply:
    """A row of FUNCTIONS, by its key, on operands. column: of the sign or of the function's name."""

    key: str
    operands: tuple[Tree, ...]
    column: int


Tree = Number | Name | Apply


def from_leaves(tree: Tree) -> Iterator[Tree]:
    """Every part of a tree, operands before what is done with them, from left to right."""
    pending: list[tuple[Tree, bool]] = [(tree, False)]
    while pending:
        part, is_open = pending.pop()
        if isinstance(part, Apply) and not is_open:
            pending.append((part, True))
            pending += [(operand, False) for operand in reversed(part.operands)]
        else:
            yield part


def folded(tree: Tree, result_of: Callable[[Tree, tuple[Result, ...]], Result]) -> Result:
    """result_of(part, the results of its operands) from the leaves up; gives the result of the whole."""
    results: list[Result] = []
    for part in from_leaves(tree):
        count = len(part.operands) if isinstance(part, Apply) else 0
        operands = tuple(results[len(results) - count :])
        del results[len(results) - count :]
        results.append(result_of(part, operands))
    return results[0]
