"""Which lines of a program lie inside which loop, and how large a program's letters can be. No Qt."""

from __future__ import annotations

from typing import NamedTuple

SIZES = (20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10)
ADVANCE = 0.6  # of a letter, in em
LEADING = 1.36


class Loop(NamedTuple):
    """A loop's body: from line `first` to `last` (both in), its head at column `column`."""

    first: int
    last: int
    column: int


def loops_of(text: str) -> tuple[Loop, ...]:
    """The loops of a program, outer ones first."""
    lines = text.rstrip("\n").split("\n")
    found = []
    for number, line in enumerate(lines):
        column = _indent(line)
        if line.lstrip().startswith("for "):
            last = number
            while last + 1 < len(lines) and _indent(lines[last + 1]) > column:
                last += 1
            found.append(Loop(number + 1, last, column))
    return tuple(found)


def letter_size(texts: tuple[str, ...], width: float, height: float) -> int:
    """The largest letters with which programs side by side fit into this room; the smallest ones where none do."""
    columns = sum(columns_of(text) for text in texts)
    rows = max(text.rstrip("\n").count("\n") + 1 for text in texts)
    for size in SIZES:
        if columns * size * ADVANCE <= width and rows * line_height(size) <= height:
            return size
    return SIZES[-1]


def columns_of(text: str) -> int:
    """How many letters its longest line has."""
    return max(len(line) for line in text.split("\n"))


def line_height(size: int) -> int:
    """Pixels from line to line."""
    return round(size * LEADING)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
