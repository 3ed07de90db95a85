"""Where the data thumbnails go: pure places, and who is next in which direction. No Qt here.

With room, classification fills a grid of three columns and the other groups share rows of small tiles below,
each under its name; in a low window all tiles stand in four columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

CAPTION_HEIGHT = 14


class Group(NamedTuple):
    """Tiles that belong together: its name ("" for none) and the keys of its tiles."""

    title: str
    keys: tuple[str, ...]


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre_x(self) -> float:
        """The middle, from left to right."""
        return self.x + self.width / 2


class Grid(NamedTuple):
    """Sizes of one kind of grid: side of a tile, columns, gap between tiles, to the caption, and below it."""

    side: int
    columns: int
    gap: int
    caption_gap: int
    row_gap: int

    @property
    def row_height(self) -> int:
        """A tile with its caption."""
        return self.side + self.caption_gap + CAPTION_HEIGHT

    @property
    def pitch(self) -> int:
        """From one tile to the next."""
        return self.side + self.gap


LARGE = Grid(side=56, columns=3, gap=12, caption_gap=3, row_gap=8)
SMALL = Grid(side=35, columns=5, gap=3, caption_gap=3, row_gap=6)
COMPACT = Grid(side=42, columns=4, gap=8, caption_gap=3, row_gap=4)
WIDTH = 192
TITLE_GAP = 4


class Places(NamedTuple):
    """Tiles by key in reading order (picture and caption together; the picture is the top square), group
    names with their boxes, the side of each tile's picture, and the height of everything.
    """

    tiles: dict[str, Box]
    sides: dict[str, int]
    titles: tuple[tuple[str, Box], ...]
    height: int


def place(groups: Sequence[Group], compact: bool = False) -> Places:
    """Places for the groups; the first one gets the large tiles unless everything has to be compact."""
    tiles: dict[str, Box] = {}
    if compact:
        keys = [key for group in groups for key in group.keys]
        height = _fill(tiles, keys, COMPACT, 0)
        return Places(tiles, dict.fromkeys(tiles, COMPACT.side), (), height)
    y = _fill(tiles, groups[0].keys, LARGE, 0)
    sides = dict.fromkeys(tiles, LARGE.side)
    titles: list[tuple[str, Box]] = []
    for row in _rows_of(groups[1:]):
        y = _fill_group_row(tiles, titles, row, y + LARGE.row_gap)
    sides.update((key, SMALL.side) for key in tiles if key not in sides)
    return Places(tiles, sides, tuple(titles), y)


def neighbour(places: Places, key: str, dx: int, dy: int) -> str:
    """The tile next to `key`: in reading order for dx, the nearest of the next row for dy; itself at an end."""
    keys = list(places.tiles)
    if dx:
        return keys[min(max(keys.index(key) + dx, 0), len(keys) - 1)]
    here = places.tiles[key]
    rows = sorted({box.y for box in places.tiles.values()})
    wanted = rows.index(here.y) + dy
    if not 0 <= wanted < len(rows):
        return key
    row = [name for name in keys if places.tiles[name].y == rows[wanted]]
    return min(row, key=lambda name: abs(places.tiles[name].centre_x - here.centre_x))


def _fill(tiles: dict[str, Box], keys: Sequence[str], grid: Grid, top: int) -> int:
    y = top
    for index, key in enumerate(keys):
        row, column = divmod(index, grid.columns)
        y = top + row * (grid.row_height + grid.row_gap)
        tiles[key] = Box(column * grid.pitch, y, grid.side, grid.row_height)
    return y + grid.row_height if keys else top


def _rows_of(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups side by side as long as their small tiles fit into one row; a longer group is cut."""
    rows: list[list[Group]] = []
    free = 0
    for group in groups:
        for start in range(0, len(group.keys), SMALL.columns):
            part = Group(group.title if start == 0 else "", group.keys[start : start + SMALL.columns])
            if len(part.keys) > free:
                rows.append([])
                free = SMALL.columns
            rows[-1].append(part)
            free -= len(part.keys)
    return rows


def _fill_group_row(
    tiles: dict[str, Box], titles: list[tuple[str, Box]], row: Sequence[Group], top: int
) -> int:
    count = sum(len(group.keys) for group in row)
    inner = count * SMALL.side + (count - len(row)) * SMALL.gap
    between = (WIDTH - inner) // max(len(row) - 1, 1) if count == SMALL.columns else 4 * SMALL.gap
    titled = any(group.title for group in row)
    y = top + (CAPTION_HEIGHT + TITLE_GAP if titled else 0)
    x = 0
    for group in row:
        width = len(group.keys) * SMALL.pitch - SMALL.gap
        if group.title:
            titles.append((group.title, Box(x, top, max(width, 60), CAPTION_HEIGHT)))
        for index, key in enumerate(group.keys):
            tiles[key] = Box(x + index * SMALL.pitch, y, SMALL.side, SMALL.row_height)
        x += width + between
    return y + SMALL.row_height
