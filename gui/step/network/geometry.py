"""Where columns, units and the numbers of edges stand in Step's drawing. No Qt; lengths in pixels.

The columns about the row's layer are drawn, as many as have room; each incoming edge of that layer ends in a small
box with its number, so that numbers never lie on one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TILE, SMALL_TILE = 54.0, 30.0
NAME, BELOW = 32.0, 20.0  # over a tile its name, under it dz
PORT_WIDTH, PORT_HEIGHT, LEAST_PORT, PORT_GAP = 60.0, 22.0, 17.0, 3.0
PORT_TO_TILE = 3.0
NARROW_TILE = 37.0  # no more columns than that their tiles are so wide
MARGIN, EDGES_WIDTH, GAP = 16.0, 38.0, 37.0
# Units of a layer that is cut: every pair of two layers is an edge, which is painted at each key.
MOST_OF_MANY = 10
LEAST_PITCH, TIGHT_PITCH = 46.0, 40.0  # the tight one where a whole layer can be shown by it
NAMED_PITCH = 92.0  # with less room a unit has no name over it
ROOM_BELOW = 56.0  # with less it has no dz under it
MORE_HEIGHT = 18.0  # "5 to 12 of 64"
Place = tuple[int, int, int]


@dataclass(frozen=True)
class Rect:
    """A box; x and y of its left top corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def cy(self) -> float:
        """The middle of its height."""
        return self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True)
class Column:
    """One layer's units first ... first + len(tiles) - 1, of `total`. caption: under it, which of them these are."""

    l: int
    first: int
    total: int
    tiles: tuple[Rect, ...]
    has_names: bool
    has_room_below: bool
    caption: str = ""

    def tile(self, k: int) -> Rect | None:
        """Unit k's box; None while it is not shown."""
        return self.tiles[k - self.first] if self.first <= k < self.first + len(self.tiles) else None


@dataclass(frozen=True)
class Scene:
    """columns from left to right; ports: the number boxes of edges (l, k, j); hidden: layers left out at each side;
    width, height: of the panel.
    """

    columns: tuple[Column, ...]
    ports: Mapping[Place, Rect]
    hidden: tuple[int, int]
    width: float
    height: float

    def column(self, l: int) -> Column | None:
        """The column of a layer, if it is drawn."""
        return next((column for column in self.columns if column.l == l), None)


def lay_out(
    width: float,
    height: float,
    sizes: tuple[int, ...],
    edge_layer: int,
    firsts: Mapping[int, int],
    wanted: frozenset[Place] = frozenset(),
) -> Scene:
    """Place everything in a panel of this size. firsts: per layer the first unit that is wanted in a tall column.

    wanted: edges that get their number even where not all numbers have room.
    """
    shown = _shown_layers(width, len(sizes), edge_layer)
    tile = _tile_width(width, len(shown))
    most = _most_rows(height, [sizes[l] for l in shown])
    columns = []
    x = MARGIN
    for l in shown:
        if l == edge_layer:
            x += PORT_WIDTH + PORT_TO_TILE + _edges_width(width, len(shown), tile) - GAP
        columns.append(_column(l, sizes[l], (x, tile), height, most, firsts.get(l, 0)))
        x += tile + GAP
    ports = _ports(columns, edge_layer, wanted, height)
    return Scene(tuple(columns), ports, (shown[0], len(sizes) - 1 - shown[-1]), width, height)


def _tile_width(width: float, count: int) -> float:
    room = width - 2 * MARGIN - PORT_WIDTH - PORT_TO_TILE - EDGES_WIDTH - (count - 2) * GAP
    return max(SMALL_TILE, min(TILE, room / count))


def _edges_width(width: float, count: int, tile: float) -> float:
    """What is left for the edges into the row's layer."""
    used = 2 * MARGIN + count * tile + PORT_WIDTH + PORT_TO_TILE + (count - 2) * GAP
    return max(EDGES_WIDTH, width - used)


def _shown_layers(width: float, count: int, edge_layer: int) -> list[int]:
    """The columns of the edges first, then the next layer, then those before, while their tiles have room."""
    shown = [edge_layer - 1, edge_layer]
    while len(shown) < count:
        after, before = shown[-1] + 1, shown[0] - 1
        room = width - 2 * MARGIN - PORT_WIDTH - PORT_TO_TILE - EDGES_WIDTH - (len(shown) - 1) * GAP
        if room / (len(shown) + 1) < NARROW_TILE:
            break
        ahead = after - edge_layer <= edge_layer - 1 - before
        if after < count and (ahead or before < 0):
            shown.append(after)
        else:
            shown.insert(0, before)
    return shown


def _most_rows(height: float, totals: list[int]) -> int | None:
    """So many units of each column are shown where not all of all have room; None where they have.

    A layer that is only a little too large is shown whole, and sets the pitch of those that are cut.
    """
    if max(totals) <= max(1, int(height // LEAST_PITCH)):
        return None
    room = height - 2 * MORE_HEIGHT
    most, tight = (max(1, int(room // pitch)) for pitch in (LEAST_PITCH, TIGHT_PITCH))
    most = min(most, MOST_OF_MANY)
    return max((total for total in totals if most < total <= tight), default=most)


def _column(
    l: int, total: int, across: tuple[float, float], height: float, most: int | None, first: int
) -> Column:
    """across: its left edge and its width; most: see `_most_rows`."""
    x, tile = across
    count = total if most is None else min(total, most)
    room = height if most is None else height - 2 * MORE_HEIGHT
    pitch = min(room / count, TILE + NAME + BELOW + 32)
    has_names, has_room_below = pitch >= NAMED_PITCH, pitch >= ROOM_BELOW
    extra = (NAME if has_names else 0) + (BELOW if has_room_below else 6)
    side = min(tile, max(24.0, pitch - extra - 4))
    top = (height - count * pitch) / 2 + (NAME if has_names else 2) + (pitch - extra - side) / 2
    wide = min(tile, max(side, NARROW_TILE + 2))  # a low tile stays as wide as its number needs
    tiles = tuple(Rect(x + (tile - wide) / 2, top + i * pitch, wide, side) for i in range(count))
    first = min(max(first, 0), total - count)
    caption = "" if most is None or has_names else _caption(first, count, total)
    return Column(l, first, total, tiles, has_names, has_room_below, caption)


def _caption(first: int, count: int, total: int) -> str:
    return f"{first + 1}–{first + count} of {total}" if count < total else f"all {total}"


def strips(column: Column, height: float) -> tuple[float, float]:
    """Where the strip of a column's first unit begins, and how high each strip is."""
    tiles = column.tiles
    pitch = tiles[1].y - tiles[0].y if len(tiles) > 1 else height
    return (height - len(tiles) * pitch) / 2, pitch


def _ports(columns: list[Column], l: int, wanted: frozenset[Place], height: float) -> dict[Place, Rect]:
    """Boxes stacked at the left of each unit, in the order of the units that the edges come from.

    A stack stands level with its unit, but stays in the strip of the panel that the unit has.
    """
    to = next(column for column in columns if column.l == l)
    source = next(column for column in columns if column.l == l - 1)
    top, pitch = strips(to, height)
    below = BELOW if to.has_room_below else 0.0
    ports: dict[Place, Rect] = {}
    for place, tile in enumerate(to.tiles):
        k = to.first + place
        inputs = list(range(source.first, source.first + len(source.tiles)))
        if not _fits(len(inputs), pitch):
            inputs = [j for j in inputs if (l, k, j) in wanted]
            if not _fits(len(inputs), pitch):
                continue
        ports.update(_stack(l, k, inputs, tile, (top + place * pitch, pitch), below))
    return ports


def _fits(count: int, pitch: float) -> bool:
    return count * (LEAST_PORT + PORT_GAP) <= pitch


def _stack(
    l: int, k: int, inputs: list[int], tile: Rect, strip: tuple[float, float], below: float
) -> dict[Place, Rect]:
    """below: what is kept free for dz under the boxes, where they can be so low."""
    if not inputs:
        return {}
    first, room = strip
    if _fits(len(inputs), room - below):
        room -= below
    each = min(PORT_HEIGHT, room / len(inputs) - PORT_GAP)
    needed = len(inputs) * (each + PORT_GAP) - PORT_GAP
    top = min(max(tile.cy - needed / 2, first), first + room - needed)
    x = tile.x - PORT_TO_TILE - PORT_WIDTH
    return {(l, k, j): Rect(x, top + i * (each + PORT_GAP), PORT_WIDTH, each) for i, j in enumerate(inputs)}
