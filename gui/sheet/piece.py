"""Pieces of a page and how they are joined: side by side on one baseline, one below the other, words in lines.

A piece's origin is the left end of its baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui import formulas
from gui.sheet.faces import NUMBERS, WORDS, text_width
from gui.sheet.marks import TEXT_ASCENT, TEXT_DESCENT, Mark, Math, Text

AXIS = 0.25  # of a text's size: so high above the baseline stand minus signs and the middles of brackets
LEADING = 1.36  # from baseline to baseline, of the size


@dataclass(frozen=True)
class Piece:
    """Marks, and the room that they take: width, height above the baseline and below it."""

    width: float
    ascent: float
    descent: float
    marks: tuple[Mark, ...] = ()

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.ascent + self.descent

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """The marks with the origin there."""
        return tuple(mark.moved(x, baseline) for mark in self.marks)


def words(text: str, size: float, face: str = WORDS) -> Piece:
    """One line of text."""
    width = text_width(text, face, size)
    return Piece(width, TEXT_ASCENT * size, TEXT_DESCENT * size, (Text(0.0, 0.0, text, face, size, width),))


def number(text: str, size: float) -> Piece:
    """A number, or another sign of mathematics."""
    return words(text, size, NUMBERS)


def formula(latex: str, size: float) -> Piece:
    """A typeset formula."""
    made = formulas.render(latex)
    width, ascent, descent = made.width * size, made.ascent * size, made.descent * size
    return Piece(width, ascent, descent, (Math(0.0, 0.0, latex, size, width, ascent, descent),))


def space(width: float) -> Piece:
    """Nothing, so wide."""
    return Piece(width, 0.0, 0.0)


def beside(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """From left to right on one baseline."""
    x, marks = 0.0, []
    for index, piece in enumerate(pieces):
        x += gap if index else 0.0
        marks += piece.at(x, 0.0)
        x += piece.width
    ascent = max((piece.ascent for piece in pieces), default=0.0)
    descent = max((piece.descent for piece in pieces), default=0.0)
    return Piece(x, ascent, descent, tuple(marks))


def below(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """From top to bottom, with equal left ends; the baseline is the first one's."""
    if not pieces:
        return Piece(0.0, 0.0, 0.0)
    y, marks = -pieces[0].ascent, []
    for index, piece in enumerate(pieces):
        y += (gap if index else 0.0) + piece.ascent
        marks += piece.at(0.0, y)
        y += piece.descent
    return Piece(max(piece.width for piece in pieces), pieces[0].ascent, y, tuple(marks))


def lines(text: str, size: float, room: float, face: str = WORDS) -> list[Piece]:
    """A paragraph as lines no wider than `room`; a word that is longer is broken, a hard space is kept."""
    found: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in filter(None, paragraph.split(" ")):
            longer = f"{line} {word}" if line else word
            if text_width(longer, face, size) <= room:
                line = longer
                continue
            found += [line] if line else []
            *full, line = _broken(word, size, room, face)
            found += full
        found.append(line)
    return [words(line, size, face) for line in found if line]


def line_gap(size: float) -> float:
    """The room between two lines of text."""
    return (LEADING - TEXT_ASCENT - TEXT_DESCENT) * size


def paragraph(text: str, size: float, room: float, face: str = WORDS) -> Piece:
    """The same lines as one piece, so far apart as text is."""
    made = lines(text, size, room, face)
    return below(made, line_gap(size))


def _broken(word: str, size: float, room: float, face: str) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and text_width(parts[-1] + letter, face, size) > room:
            parts.append("")
        parts[-1] += letter
    return parts
