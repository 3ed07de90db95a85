"""A typeset formula as plain numbers: which glyphs stand where, in thousandths of the text's size. No Qt, no ziamath.

y grows downwards from the baseline, x to the right from the formula's left end. The text form is what the asset holds:
`width ascent descent|glyph x y scale;...|x y width height;...`; a sign of full size on the line has no y and scale.
"""

from __future__ import annotations

from dataclasses import dataclass

FULL = 1000


@dataclass(frozen=True)
class Mark:
    """One glyph with its origin; scale 1000 is the text's size, an index is smaller."""

    glyph: int
    x: int
    y: int = 0
    scale: int = FULL

    def pack(self) -> str:
        """The text form."""
        usual = self.y == 0 and self.scale == FULL
        return f"{self.glyph} {self.x}" if usual else f"{self.glyph} {self.x} {self.y} {self.scale}"


@dataclass(frozen=True)
class Bar:
    """A filled rectangle: the stroke of a fraction, the roof of a root. y is its upper edge."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Composition:
    """ascent and descent are lengths from the baseline up and down to the edge of the ink."""

    width: int
    ascent: int
    descent: int
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]

    def pack(self) -> str:
        """The text form."""
        size = f"{self.width} {self.ascent} {self.descent}"
        marks = ";".join(mark.pack() for mark in self.marks)
        bars = ";".join(f"{bar.x} {bar.y} {bar.width} {bar.height}" for bar in self.bars)
        return f"{size}|{marks}|{bars}"


def unpack(text: str) -> Composition:
    """The composition of a text form. Raises ValueError for anything else."""
    size, marks, bars = text.split("|")
    width, ascent, descent = map(int, size.split())
    return Composition(
        width,
        ascent,
        descent,
        tuple(Mark(*map(int, mark.split())) for mark in marks.split(";") if mark),
        tuple(Bar(*map(int, bar.split())) for bar in bars.split(";") if bar),
    )
