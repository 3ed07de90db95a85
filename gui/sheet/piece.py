"""Pieces of a page and how they are joined: side by side on one baseline, one below the other, words in lines.

A piece's origin is the left end of its baseline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gui.sheet.faces import NUMBERS, WORDS, text_width
from gui.sheet.marks import TEXT_ASCENT, TEXT_DESCENT, Mark, Math, Text
from gui.sheet.shelf import render

AXIS = 0.25  # of a text's size: so high above the baseline stand minus signs and the middles of brackets
RAISED, RAISED_SIZE = 0.36, 0.74  # of the size: how high powers stand, and how large they are
POWER = re.compile(r"\^\(?")
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


def raised(text: str, size: float) -> Piece:
    """A line of mathematics in which e^(...) and 0.9^3 stand as powers."""
    pieces = []
    while match := POWER.search(text):
        end = _end_of_power(text, match.end())
        power = text[match.end() : end].removesuffix(")") if match[0] == "^(" else text[match.end() : end]
        small = number(power, RAISED_SIZE * size)
        lift = RAISED * size
        pieces.append(number(text[: match.start()], size))
        pieces.append(Piece(small.width, small.ascent + lift, small.descent - lift, small.at(0.0, -lift)))
        text = text[end:]
    return beside([*pieces, number(text, size)])


def formula(latex: str, size: float) -> Piece:
    """A typeset formula."""
    made = render(latex)
    width, ascent, descent = made.width * size, made.ascent * size, made.descent * size
    return Piece(width, ascent, descent, (Math(0.0, 0.0, latex, size, width, ascent, descent),))


def rule(latex: str, size: float) -> Piece:
    """A formula that stands on a line of its own: at least as high as a line of text."""
    made = formula(latex, size)
    return Piece(
        made.width, max(made.ascent, TEXT_ASCENT * size), max(made.descent, TEXT_DESCENT * size), made.marks
    )


def space(width: float) -> Piece:
    """Nothing, so wide."""
    return Piece(width, 0.0, 0.0)


def beside(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """From left to right on one baseline."""
    x = 0.0
    marks: list[Mark] = []
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
    y = -pieces[0].ascent
    marks: list[Mark] = []
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
        for word in filter(None, paragraph.replace("\t", " ").split(" ")):
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


def _end_of_power(text: str, start: int) -> int:
    """Behind the bracket that closes the one before `start`, or behind the digits from there on."""
    if text[start - 1] != "(":
        return next((place for place in range(start, len(text)) if not text[place].isdigit()), len(text))
    depth = 1
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if not depth:
            return place + 1
    return len(text)


def _broken(word: str, size: float, room: float, face: str) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and text_width(parts[-1] + letter, face, size) > room:
            parts.append("")
        parts[-1] += letter
    return parts
