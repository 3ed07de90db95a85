"""What stands on a printed page, in points from its upper left corner: text, formulas, lines, boxes, circles. No Qt.

Layout makes marks, painting draws them, and tests ask them where they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

TEXT_ASCENT, TEXT_DESCENT = 0.78, 0.24  # of the size: capitals, accents and the tails of letters


class Bounds(NamedTuple):
    """The upright rectangle that a mark fills."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Text:
    """face: a name of `gui.sheet.faces`; width: how wide the text is in that face and size."""

    x: float
    baseline: float
    text: str
    face: str
    size: float
    width: float

    @property
    def bounds(self) -> Bounds:
        """From the tops of capitals to the tails."""
        top, bottom = self.baseline - TEXT_ASCENT * self.size, self.baseline + TEXT_DESCENT * self.size
        return Bounds(self.x, top, self.x + self.width, bottom)

    def moved(self, right: float, down: float) -> Text:
        """The same elsewhere."""
        return replace(self, x=self.x + right, baseline=self.baseline + down)


@dataclass(frozen=True)
class Math:
    """A typeset formula; width, ascent and descent reach to its ink."""

    x: float
    baseline: float
    latex: str
    size: float
    width: float
    ascent: float
    descent: float

    @property
    def bounds(self) -> Bounds:
        """The ink's."""
        return Bounds(self.x, self.baseline - self.ascent, self.x + self.width, self.baseline + self.descent)

    def moved(self, right: float, down: float) -> Math:
        """The same elsewhere."""
        return replace(self, x=self.x + right, baseline=self.baseline + down)


@dataclass(frozen=True)
class Line:
    """A stroke from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float

    @property
    def bounds(self) -> Bounds:
        """Of its middle line."""
        return Bounds(
            min(self.x1, self.x2), min(self.y1, self.y2), max(self.x1, self.x2), max(self.y1, self.y2)
        )

    def moved(self, right: float, down: float) -> Line:
        """The same elsewhere."""
        return replace(self, x1=self.x1 + right, y1=self.y1 + down, x2=self.x2 + right, y2=self.y2 + down)


@dataclass(frozen=True)
class Box:
    """An empty box to write into."""

    x: float
    y: float
    width: float
    height: float
    thickness: float

    @property
    def bounds(self) -> Bounds:
        """Its outline."""
        return Bounds(self.x, self.y, self.x + self.width, self.y + self.height)

    def moved(self, right: float, down: float) -> Box:
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True)
class Circle:
    """A unit of the drawn network; what is behind it is covered."""

    x: float
    y: float
    radius: float
    thickness: float

    @property
    def bounds(self) -> Bounds:
        """The square around it."""
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    def moved(self, right: float, down: float) -> Circle:
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


Mark = Text | Math | Line | Box | Circle
