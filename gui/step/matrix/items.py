"""What an equation consists of: signs and matrices, before and after they have their place. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gui.step.matrix.block_geometry import Block

NAME_BAND, NUMBER_BAND = 28, 14  # name and shape; the numbers of the columns of a long matrix


@dataclass(frozen=True)
class CellSize:
    """Cells of width x height with text of so many pixels; sign: the room left and right of a sign."""

    width: int
    height: int
    pixels: int
    sign: int


SIZES = (CellSize(96, 44, 16, 18), CellSize(84, 40, 15, 13), CellSize(72, 34, 14, 9), CellSize(64, 28, 13, 7))
DENSE = SIZES[-1]


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

    row_axis, column_axis: axes of the same number are scrolled together.
    """

    rows: int
    columns: int
    row_axis: int
    column_axis: int
    text: float
    label: float


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
