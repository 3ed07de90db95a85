"""The places of the network drawing: frozen values that geometry makes, painters read and hit-testing asks.

No Qt here. All lengths are pixels; the drawing and the strip of heads above it have a corner (0, 0) each.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The first x behind it."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The first y below it."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The middle, across."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The middle, down."""
        return self.y + self.h / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share an area; touching is allowed."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def inside(self, other: Rect) -> bool:
        """Whether no part of it leaves the other."""
        across = other.x <= self.x and self.right <= other.right
        return across and other.y <= self.y and self.bottom <= other.bottom

    def grown(self, reach: float) -> Rect:
        """The same with `reach` more on each side."""
        return Rect(self.x - reach, self.y - reach, self.w + 2 * reach, self.h + 2 * reach)


def around(cx: float, cy: float, w: float, h: float) -> Rect:
    """The rectangle of this size about a middle."""
    return Rect(cx - w / 2, cy - h / 2, w, h)


@dataclass(frozen=True, slots=True)
class Shape:
    """What the places depend on besides the size.

    sizes: n[0], n[1], ..., n[L]. firsts: the first unit shown of each column, used where a column is elided.
    name_width: room that the names of the inputs want. class_width: the same for the names of the outputs
    beside their tiles, 0 for none.
    has_slope: whether some layer is a leaky ReLU, so that the heads have a row for its slope. is_low: whether
    the view is so low that the heads move together.
    """

    sizes: tuple[int, ...]
    firsts: tuple[int, ...] = ()
    name_width: float = 44.0
    class_width: float = 0.0
    has_slope: bool = False
    is_low: bool = False

    @property
    def L(self) -> int:
        """Number of layers; the inputs are not counted."""
        return len(self.sizes) - 1


@dataclass(frozen=True, slots=True)
class TilePlace:
    """One unit (or input, l = 0): its picture, the frame round it, its bias and its name.

    bias: where "b +1.43" stands, a thin bar where `is_compact`; None for inputs. name: the input's or class's.
    """

    l: int
    k: int
    picture: Rect
    frame: Rect
    bias: Rect | None
    name: Rect | None
    is_compact: bool = False


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Which units an elided column shows, with the two buttons that move on to others."""

    up: Rect
    down: Rect
    text: Rect
    first: int
    count: int
    units: int


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """One column: the inputs (l = 0) or layer l; x is its middle. tiles are the units shown, from the top."""

    l: int
    x: float
    units: int
    tiles: tuple[TilePlace, ...]
    window: WindowPlace | None

    @property
    def first(self) -> int:
        """The first unit shown."""
        return self.tiles[0].k

    @property
    def shown(self) -> tuple[int, ...]:
        """The units shown."""
        return tuple(tile.k for tile in self.tiles)

    def tile_of(self, k: int) -> TilePlace | None:
        """Unit k's tile, if it is shown."""
        index = k - self.first
        return self.tiles[index] if 0 <= index < len(self.tiles) else None


@dataclass(frozen=True, slots=True)
class GapPlace:
    """The gap before layer l, which the weights W[l] cross: where edges begin and end, and its label."""

    l: int
    left: float
    right: float
    label: Rect
    is_short: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The whole drawing. gaps[l-1] lies between columns[l-1] and columns[l]."""

    width: float
    height: float
    columns: tuple[ColumnPlace, ...]
    gaps: tuple[GapPlace, ...]
    legend: Rect

    @property
    def L(self) -> int:
        """Number of layers."""
        return len(self.gaps)

    def tile(self, l: int, k: int) -> TilePlace | None:
        """The tile of unit k of layer l, if there is one."""
        return self.columns[l].tile_of(k) if 0 <= l < len(self.columns) else None

    def solids(self) -> list[Rect]:
        """Everything that a value card must not cover: tiles with their bias and name."""
        rects = []
        for column in self.columns:
            for tile in column.tiles:
                rects += [rect for rect in (tile.frame, tile.bias, tile.name) if rect is not None]
        return rects
