"""Where things lie in the output column: the picture, its ticks, the cells of a grid. Pure functions, no Qt.

Lengths are pixels, y grows downwards; the plane's y grows upwards. Painting is left to the widgets.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.widgets.numbers import MINUS

LEFT, RIGHT, TOP = 44, 23, 8
LARGEST_SIDE = 560
SMALLEST_SIDE = 60
LEAST_FITTING = 178  # so small a picture may become for the sake of what is below it
TALLEST_CELL = 56
LEAST_LABEL = 24  # left of a confusion matrix: its corner says y \\ ŷ
TICK_ROW = 20
NAME_ROW = 18
MOST_TICKS = 5
GAP = 3

Extent = tuple[float, float, float, float]


class Frame(NamedTuple):
    """The picture's square inside its widget, the plane it shows and the height that everything needs.

    extent is (x_min, x_max, y_min, y_max).
    """

    left: int
    top: int
    side: int
    height: int
    extent: Extent

    def to_pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where the point (x, y) of the plane lies in the widget."""
        x_min, x_max, y_min, y_max = self.extent
        across = (x - x_min) / (x_max - x_min)
        down = (y_max - y) / (y_max - y_min)
        return self.left + across * self.side, self.top + down * self.side

    def to_pixels(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Where points (2, m) of the plane lie in the widget: (2, m)."""
        x_min, x_max, y_min, y_max = self.extent
        across = self.left + (points[0] - x_min) * (self.side / (x_max - x_min))
        return np.stack([across, self.top + (y_max - points[1]) * (self.side / (y_max - y_min))])

    def to_plane(self, px: float, py: float) -> tuple[float, float]:
        """The point of the plane under the pixel (px, py)."""
        x_min, x_max, y_min, y_max = self.extent
        across, down = (px - self.left) / self.side, (py - self.top) / self.side
        return x_min + across * (x_max - x_min), y_max - down * (y_max - y_min)

    def holds(self, px: float, py: float) -> bool:
        """Whether the pixel lies in the picture."""
        return self.left <= px <= self.left + self.side and self.top <= py <= self.top + self.side


def picture_frame(width: int, extent: Extent, named_axes: bool, most_side: int | None = None) -> Frame:
    """The picture in a column of this width; named axes need a row above (y) and below (x)."""
    side = max(SMALLEST_SIDE, min(most_side or LARGEST_SIDE, LARGEST_SIDE, width - LEFT - RIGHT))
    left = LEFT + max(0, width - LEFT - RIGHT - side) // 2
    top = TOP + (NAME_ROW if named_axes else 0)
    height = top + side + TICK_ROW + (NAME_ROW if named_axes else 0)
    return Frame(left, top, side, height, extent)


def fits_with_picture(others: int, height: int) -> bool:
    """Whether a picture finds room beside parts that take `others` of a column's height."""
    return height - others >= LEAST_FITTING


def picture_side(wanted: int, others: int, height: int) -> int:
    """The picture's side: a little less than its width allows where nothing is below the fold then."""
    left = height - others
    return left if LEAST_FITTING <= left < wanted else wanted


def ticks(low: float, high: float, most: int = MOST_TICKS) -> tuple[float, ...]:
    """At most `most` round numbers from low to high; a step that meets both ends is preferred."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return ()
    decade = 10.0 ** math.floor(math.log10((high - low) / most))
    steps = [factor * decade for factor in (1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 30.0, 50.0)]
    choices = [_multiples(low, high, step) for step in steps]
    fitting = [values for values in choices if 1 < len(values) <= most]
    for values in fitting:
        if math.isclose(values[0], low) and math.isclose(values[-1], high):
            return values
    return fitting[0] if fitting else ()


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(k * step for k in range(first, last + 1)) if last - first < 100 else ()


def tick_text(value: float) -> str:
    """A tick's number as short as it goes, with a true minus."""
    text = f"{value:.6g}"
    if "e" in text:
        text = f"{value:.2g}"
    return "0" if text == "-0" else text.replace("-", MINUS)


def bilinear(field: NDArray[np.floating], across: float, down: float) -> NDArray[np.floating] | float:
    """The value of field (..., n, n) at a share 0 ... 1 of its width and height; nodes are pixel middles."""
    n = field.shape[-1]
    u, v = (min(max(share * n - 0.5, 0.0), n - 1.0) for share in (across, down))
    j, i = min(int(u), n - 2), min(int(v), n - 2)
    u, v = u - j, v - i
    upper = field[..., i, j] * (1 - u) + field[..., i, j + 1] * u
    lower = field[..., i + 1, j] * (1 - u) + field[..., i + 1, j + 1] * u
    return upper * (1 - v) + lower * v


def nearest(points: NDArray[np.floating], x: float, y: float, radius: float) -> int | None:
    """The index of the column of points (2, m) that is nearest to (x, y), or None beyond the radius."""
    if points.shape[1] == 0:
        return None
    squared = (points[0] - x) ** 2 + (points[1] - y) ** 2
    index = int(np.argmin(squared))
    return index if squared[index] <= radius * radius else None


class Grid(NamedTuple):
    """Equal cells in rows and columns, GAP or more apart. `cell(row, column)` gives (x, y, width, height)."""

    left: int
    top: int
    cell_width: int
    cell_height: int
    gap: int
    rows: int
    columns: int

    def cell(self, row: int, column: int) -> tuple[int, int, int, int]:
        """The place of one cell."""
        x = self.left + column * (self.cell_width + self.gap)
        return x, self.top + row * (self.cell_height + self.gap), self.cell_width, self.cell_height

    def hit(self, px: float, py: float) -> tuple[int, int] | None:
        """The (row, column) under a pixel, or None between and outside the cells."""
        column, over_x = divmod(px - self.left, self.cell_width + self.gap)
        row, over_y = divmod(py - self.top, self.cell_height + self.gap)
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (
            (int(row), int(column))
            if inside and over_x < self.cell_width and over_y < self.cell_height
            else None
        )

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        return self.top + self.rows * (self.cell_height + self.gap) - self.gap

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return self.left + self.columns * (self.cell_width + self.gap) - self.gap


def matrix_grid(width: int, classes: int, label_width: int, top: int, room: int | None = None) -> Grid:
    """The cells of a confusion matrix of 2 ... 12 classes behind row labels, in a column of this width.

    room: the height that all rows may take; None: as high as they stand below other parts.
    """
    gap = GAP if classes <= 5 else 2
    label_width = max(label_width, LEAST_LABEL)
    across = width - 32 - label_width
    cell_width = max(14, min(92, (across + gap) // classes - gap))
    if room is None:
        cell_height = {2: 44, 3: 32}.get(classes, max(22, min(30, cell_width)))
    else:
        cell_height = max(20, min(TALLEST_CELL, max(cell_width, 24), (room + gap) // classes - gap))
    used = label_width + classes * (cell_width + gap) - gap
    left = max(16, (width - used) // 2) + label_width
    return Grid(left, top, cell_width, cell_height, gap, classes, classes)


def tile_grid(
    width: int, count: int, least: int, height: int, gap: int, margin: int = 20, most: int = 99
) -> Grid:
    """Tiles at least `least` wide, at most `most` in a row, that fill the width between the margins; the last row
    may be short. height 0 makes the tiles square.
    """
    columns = max(1, min(most, (width - 2 * margin + gap) // (least + gap)))
    tile = (width - 2 * margin + gap) // columns - gap
    return Grid(margin, 0, tile, height or tile, gap, max(1, -(-count // columns)), columns)
