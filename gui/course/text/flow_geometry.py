"""Where the words and formulas of a text stand: lines broken at spaces, everything on one base line. No Qt.

A word is what must not be torn apart: pieces of different faces without a space between, as "(", a formula and ").".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Text in one face, or a formula (latex). ascent, descent: from the base line to the edges of its ink or face.

    space: the room before it where it begins a word; link: where it leads; pixels: the size of a formula;
    goes_on: it is of the same code as the piece before it, on the same ground.
    """

    text: str
    style: str
    width: float
    ascent: float
    descent: float
    space: float = 0.0
    latex: str = ""
    pixels: float = 0.0
    link: str = ""
    goes_on: bool = False


Word = tuple[Piece, ...]


@dataclass(frozen=True)
class Placed:
    """A piece, its left end, and its base line. begins_word: a space stands before it, or a new line."""

    piece: Piece
    x: float
    baseline: float
    begins_word: bool


@dataclass(frozen=True)
class Line:
    """top and height: the room of the line, no other line reaches into it."""

    top: float
    height: float
    baseline: float
    placed: tuple[Placed, ...]

    @property
    def bottom(self) -> float:
        """Where the next line may begin."""
        return self.top + self.height


@dataclass(frozen=True)
class Paragraph:
    """What is laid out: words at `left`, lines at least `line` high with text reaching `ascent` and `descent`.

    gap: the room above it, not above the first; pad: the room between the words and the edge of a ground behind them, 0
    for no ground; marker stands in the room at the left; breaks: the words that begin a line in any case.
    """

    words: tuple[Word, ...]
    line: float
    ascent: float
    descent: float
    gap: float = 0.0
    left: float = 0.0
    marker: Piece | None = None
    pad: float = 0.0
    breaks: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Box:
    """The ground behind a block of code."""

    top: float
    height: float


@dataclass(frozen=True)
class Flow:
    """Everything with its place, in a text of this width and height."""

    width: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...] = ()

    def placed(self) -> Iterator[Placed]:
        """All pieces as one reads."""
        for line in self.lines:
            yield from line.placed


def flow(paragraphs: Sequence[Paragraph], width: float) -> Flow:
    """Lay paragraphs below one another. A word wider than the width stands alone on its line."""
    lines: list[Line] = []
    boxes: list[Box] = []
    top = 0.0
    for number, paragraph in enumerate(paragraphs):
        top += paragraph.gap if number else 0.0
        begin = top
        top += paragraph.pad
        room = width - paragraph.left - paragraph.pad
        for index, words in enumerate(_broken(paragraph, room)):
            marker = paragraph.marker if index == 0 else None
            line = _line(words, paragraph, top, marker)
            lines.append(line)
            top = line.bottom
        top += paragraph.pad
        if paragraph.pad:
            boxes.append(Box(begin, top - begin))
    return Flow(width, top, tuple(lines), tuple(boxes))


def _width(word: Word) -> float:
    return sum(piece.width for piece in word)


def _broken(paragraph: Paragraph, room: float) -> Iterator[list[Word]]:
    line: list[Word] = []
    used = 0.0
    for number, word in enumerate(paragraph.words):
        needed = _width(word)
        space = word[0].space if line else 0.0
        if line and (number in paragraph.breaks or used + space + needed > room):
            yield line
            line, used, space = [], 0.0, 0.0
        line.append(word)
        used += space + needed
    if line:
        yield line


def _line(words: list[Word], paragraph: Paragraph, top: float, marker: Piece | None) -> Line:
    """Room for the face of the text, centred in the line's height; more where a formula reaches higher or lower."""
    pieces = [piece for word in words for piece in word]
    spare = (paragraph.line - paragraph.ascent - paragraph.descent) / 2
    above = max(paragraph.ascent + spare, *(piece.ascent + 1 for piece in pieces))
    below = max(paragraph.descent + spare, *(piece.descent + 1 for piece in pieces))
    baseline = top + above
    placed: list[Placed] = []
    if marker is not None:
        placed.append(Placed(marker, paragraph.left - marker.width - marker.space, baseline, True))
    x = paragraph.left + paragraph.pad
    for number, word in enumerate(words):
        x += word[0].space if number else 0.0
        for order, piece in enumerate(word):
            placed.append(Placed(piece, x, baseline, order == 0))
            x += piece.width
    return Line(top, above + below, baseline, tuple(placed))
