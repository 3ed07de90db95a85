"""Which number of the current row is selected. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """Cell (k, i) of the result of one of the current row's equations; all count from 0."""

    equation: int
    k: int
    i: int
