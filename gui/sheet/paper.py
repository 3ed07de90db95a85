"""The papers of printed sheets. Every length of a sheet is in points, 1/72 inch. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
MARGIN = 18 * MM
FOOTER = 9 * MM  # at the foot of the page, kept free of what is asked


@dataclass(frozen=True)
class Paper:
    """key: "a4"; width and height of the upright page in points."""

    key: str
    label: str
    width: float
    height: float

    @property
    def room(self) -> float:
        """How wide lines may be."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the footer's line stands."""
        return self.height - MARGIN

    @property
    def column(self) -> float:
        """How much of a page what is asked may fill, from top to bottom."""
        return self.height - 2 * MARGIN - FOOTER


PAPERS: dict[str, Paper] = {
    paper.key: paper
    for paper in (Paper("a4", "A4", 210 * MM, 297 * MM), Paper("letter", "Letter", 8.5 * 72, 11.0 * 72))
}
