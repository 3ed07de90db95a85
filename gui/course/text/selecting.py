"""Which part of a laid-out text is selected, letter by letter; a formula is one letter."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from gui.course.text.flow_geometry import Flow, Line, Placed
from gui.course.text.looks import CODE, metrics
from gui.course.text.measuring import CODE_EDGE

Place = tuple[int, int]  # number of the piece, letters of it before the place


@dataclass(frozen=True)
class Stripe:
    """A rectangle of the selection's ground."""

    x: float
    y: float
    width: float
    height: float


def letters(placed: Placed) -> int:
    """How many places a piece has behind its first one."""
    return 1 if placed.piece.latex else len(placed.piece.text)


def x_of(placed: Placed, count: int) -> float:
    """Where the letter number `count` of a piece begins."""
    piece = placed.piece
    if piece.latex:
        return placed.x + (piece.width if count else 0.0)
    edge = CODE_EDGE if piece.style.endswith(CODE) else 0.0
    return placed.x + edge + metrics(piece.style).horizontalAdvance(piece.text[:count])


def place_at(laid: Flow, x: float, y: float) -> Place:
    """The place between two letters that is nearest to a point."""
    if not laid.lines:
        return 0, 0
    tops = [line.top for line in laid.lines]
    row = max(0, bisect_right(tops, y) - 1)
    first = sum(len(line.placed) for line in laid.lines[:row])
    line = laid.lines[row]
    index = max(0, bisect_right([placed.x for placed in line.placed], x) - 1)
    placed = line.placed[index]
    nearest = min(range(letters(placed) + 1), key=lambda count: abs(x_of(placed, count) - x))
    return first + index, nearest


def end_of(laid: Flow) -> Place:
    """Behind the last letter."""
    pieces = list(laid.placed())
    return (len(pieces) - 1, letters(pieces[-1])) if pieces else (0, 0)


def stripes(laid: Flow, begin: Place, end: Place) -> list[Stripe]:
    """The grounds of what is selected, one a line."""
    found: list[Stripe] = []
    first = 0
    for line in laid.lines:
        last = first + len(line.placed)
        if begin[0] < last and end[0] >= first and begin < end:
            left, right = _ends(line, first, begin, end)
            if right > left:
                found.append(Stripe(left, line.top, right - left, line.height))
        first = last
    return found


def _ends(line: Line, first: int, begin: Place, end: Place) -> tuple[float, float]:
    start = max(0, begin[0] - first)
    stop = min(len(line.placed) - 1, end[0] - first)
    left = x_of(line.placed[start], begin[1] if begin[0] >= first else 0)
    count = end[1] if end[0] - first == stop else letters(line.placed[stop])
    return left, x_of(line.placed[stop], count)


def selected_text(laid: Flow, begin: Place, end: Place) -> str:
    """The words that are selected; formulas as their LaTeX, paragraphs and lines of code on lines of their own."""
    text = ""
    number = 0
    bottom = 0.0
    for line in laid.lines:
        is_new = line.top > bottom + 0.5 or any(b.top <= line.top < b.top + b.height for b in laid.boxes)
        for order, placed in enumerate(line.placed):
            if begin[0] <= number <= end[0]:
                lead = ("\n" if is_new else " ") if order == 0 else " " * placed.begins_word
                text += lead + _part(placed, number, begin, end)
            number += 1
        bottom = line.bottom
    return text.strip()


def _part(placed: Placed, number: int, begin: Place, end: Place) -> str:
    start = begin[1] if number == begin[0] else 0
    stop = end[1] if number == end[0] else letters(placed)
    if placed.piece.latex:
        return f"${placed.piece.latex}$" if stop > start else ""
    return placed.piece.text[start:stop]
