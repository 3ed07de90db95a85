"""What an equation consists of: signs and matrices, before and after they have their place. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gui.step.matrix.block_geometry import BRACKET_OFF, BRACKET_OVER, Block

NAME_BAND, NUMBER_BAND = 28, 14  # name and shape; the numbers of the columns of a long matrix


@dataclass(frozen=True)
class CellSize:
    """Cells of width x height with text of so many pixels; sign: the room left and right of a sign; off: from the cells
    to their brackets.
    """

    width: int
    height: int
    pixels: int
    sign: int
    off: int = BRACKET_OFF


SIZES = (
    CellSize(96, 44, 16, 18),
    CellSize(84, 40, 15, 13),
    CellSize(72, 34, 14, 9),
    CellSize(64, 28, 13, 7),
    CellSize(56, 26, 12, 5, 8),
    CellSize(54, 26, 12, 3, 7),
)
DENSE, TINY, TIGHT = SIZES[-3:]  # their cells are as narrow as their numbers


@dataclass(frozen=True)
class SignItem:
    """A sign between matrices. closes: it belongs to what stands before it, as a closing bracket does; joins: no line
    breaks at it, as between the factors of a product."""

    text: str
    width: float
    closes: bool = False
    joins: bool = False


@dataclass(frozen=True)
class MatrixItem:
    """A matrix. text: the room of its widest number in em; label: the width of name and shape in pixels.

    row_axis, column_axis: axes of the same number are scrolled together; examples: the one that its examples are along,
    None for parameters, which have none.
    """

    rows: int
    columns: int
    row_axis: int
    column_axis: int
    text: float
    label: float
    examples: int | None = None


class Room(NamedTuple):
    """What an equation may take: its width, the height that is always seen, and the height it has at the most."""

    width: float
    height: float
    most_height: float = 0.0


Item = SignItem | MatrixItem


@dataclass(frozen=True)
class PlacedSign:
    """A sign with the middle of its place."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class PlacedMatrix:
    """name_x, name_y: the middle of name and shape; size: of its cells."""

    block: Block
    name_x: float
    name_y: float
    pixels: int = DENSE.pixels


@dataclass(frozen=True)
class Arrangement:
    """Everything of an equation in its place, matrices in the order of the items."""

    matrices: tuple[PlacedMatrix, ...]
    signs: tuple[PlacedSign, ...]
    width: float
    height: float

    def line_of(self, matrix: int) -> tuple[float, float]:
        """From the names above a matrix's line to its lowest bracket."""
        name = self.matrices[matrix].name_y
        bottoms = [placed.block.body.bottom for placed in self.matrices if placed.name_y == name]
        return name - NAME_BAND / 2, max(bottoms) + BRACKET_OVER
