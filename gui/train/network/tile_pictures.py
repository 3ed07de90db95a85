"""From a snapshot to what the unit tiles show: maps over the plane, weights as pictures, histograms, or strengths.

One QImage a column, its units below one another; a painter takes its part. What cannot be drawn is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.snapshot import Snapshot
from gui.theme import Theme
from gui.train.network.places import ColumnPlace
from gui.train.output.field import class_table

Floats = NDArray[np.floating]

BOUNDED = ("sigmoid", "tanh", "softmax")
SMALLEST = 1e-12


class ColumnPictures(NamedTuple):
    """kind: "maps", "weights", "histograms" or "strengths". values: (shown, rows, columns) in -1 ... 1 for pictures,
    (shown, bins) shares for histograms, (shown,) strengths.

    numbers: for histograms and strengths, the mean activations themselves. range: where the bins begin and end.
    """

    kind: str
    values: Floats
    numbers: Floats | None = None
    range: tuple[float, float] = (-1.0, 1.0)


def column_pictures(
    snapshot: Snapshot, column: ColumnPlace, activation: str, picture_shape: tuple[int, int] | None
) -> ColumnPictures | None:
    """What the tiles of layer column.l show: its maps if there are any, else its weights, histograms or strengths."""
    l = column.l
    maps = _entry(snapshot.unit_maps, l)
    if maps is not None and len(maps) in (len(column.tiles), column.units):
        chosen = maps if len(maps) == len(column.tiles) else maps[_shown(column)]
        return ColumnPictures("maps", chosen)
    W = _entry(snapshot.W, l)
    if (
        l == 1
        and picture_shape is not None
        and W is not None
        and W.shape[1] == picture_shape[0] * picture_shape[1]
    ):
        rows = np.nan_to_num(W[_shown(column)])
        largest = max(float(np.abs(rows).max(initial=0.0)), SMALLEST)
        return ColumnPictures("weights", (rows / largest).reshape(-1, *picture_shape))
    activity = _entry(snapshot.unit_activity, l)
    if activity is None or len(activity) != column.units:
        return None
    numbers = activity[_shown(column)]
    if not np.isfinite(numbers).all():
        numbers = np.nan_to_num(numbers)
    histograms = _entry(snapshot.unit_histograms, l)
    if histograms is not None and len(histograms) in (len(column.tiles), column.units):
        chosen = histograms if len(histograms) == len(column.tiles) else histograms[_shown(column)]
        return ColumnPictures("histograms", chosen, numbers, snapshot.unit_ranges[l])
    scale = 1.0 if activation in BOUNDED else max(float(np.abs(activity).max(initial=0.0)), SMALLEST)
    return ColumnPictures("strengths", np.clip(numbers / scale, -1.0, 1.0), numbers)


def colored(values: Floats, table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Values in -1 ... 1 as 0xffRRGGBB through a table of 256 colours."""
    positions = np.clip(values * 127.5 + 128.0, 0, 255).astype(np.uint8)
    return table[positions]


def color_table(theme: Theme, strength: float) -> NDArray[np.uint32]:
    """The signed scale for pictures as numbers that `colored` looks up."""
    return np.array(theme.signed_table(strength), dtype=np.uint32)


def class_tables(theme: Theme, first: int, count: int, classes: int) -> NDArray[np.uint32]:
    """(count, 256): for output units from `first` on the scale from the ground to the colour of the unit's class."""
    return np.array([class_table(theme, first + k, classes) for k in range(count)], dtype=np.uint32)


class PictureStrip:
    """The pictures of one column as one image, one above the other; keeps the memory that the image shows.

    table: (256,) colours for all of them, or (shown, 256) a scale for each.
    """

    def __init__(self, values: Floats, table: NDArray[np.uint32]) -> None:
        count, rows, columns = values.shape
        self.rows, self.columns = rows, columns
        if table.ndim == 1:
            self._pixels = np.ascontiguousarray(colored(values, table))
        else:
            self._pixels = np.stack([colored(one, scale) for one, scale in zip(values, table, strict=True)])
        self.image = QImage(self._pixels.data, columns, count * rows, 4 * columns, QImage.Format.Format_RGB32)


def _shown(column: ColumnPlace) -> slice:
    return slice(column.first, column.first + len(column.tiles))


def _entry(entries: Sequence[Floats | None], l: int) -> Floats | None:
    return entries[l] if l < len(entries) else None
