"""How many units of each column are shown and how large their tiles are. Pure arithmetic, no Qt.

A column that has room writes its biases under the tiles; a crowded one draws them as thin bars; a column
that is too tall for that is elided: it shows a window of its units.
"""

from __future__ import annotations

from dataclasses import dataclass

from gui.train.network.columns import Columns
from gui.train.network.places import Shape

LARGEST, COMFORTABLE = 84.0, 48.0
CROWDED = 40.0
LEAST_WITH_TEXT, LEAST_WINDOWED, LEAST = 30.0, 22.0, 16.0
INPUT_SHARE, OUTPUT_SHARE = 6 / 7, 1.3
BORDER, THIN_BORDER, INPUT_BORDER = 2.5, 2.0, 1.5
BIAS_ROW, TIGHT_ROW, BAR_ROW, INPUT_ROW, NAME_ROW = 22.0, 17.0, 6.0, 4.0, 17.0
USUAL_SHOWN, ALWAYS_SHOWN = 8, 10
UNIT_STRETCH, INPUT_STRETCH = 1.7, 1.78
LEAST_GAP, GAP_SHARE = 24.0, 0.36
CLASS_ROOM = 14.0  # the border, the gap before the name of a class, the edge of the drawing


@dataclass(frozen=True, slots=True)
class Fit:
    """One column: how many units are shown, the side of a picture, its border, the row under it, the pitch."""

    shown: int
    tile: float
    border: float
    row: float
    pitch: float

    @property
    def frame(self) -> float:
        """The side of a tile with its border."""
        return self.tile + 2 * self.border

    @property
    def is_crowded(self) -> bool:
        """Whether biases are bars, because their texts have no room."""
        return self.row == BAR_ROW


@dataclass(frozen=True, slots=True)
class _Kind:
    """The faces of a column: with room, with less room, and crowded."""

    row: float
    tight_row: float
    border: float
    crowded_row: float
    crowded_border: float


_UNITS = _Kind(BIAS_ROW, TIGHT_ROW, BORDER, BAR_ROW, THIN_BORDER)
_INPUTS = _Kind(INPUT_ROW, INPUT_ROW, INPUT_BORDER, INPUT_ROW, INPUT_BORDER)
_NAMED_INPUTS = _Kind(NAME_ROW, NAME_ROW, INPUT_BORDER, NAME_ROW, INPUT_BORDER)


def fit_columns(shape: Shape, columns: Columns, room: float, names_below: bool) -> tuple[Fit, ...]:
    """Decide for every column; `room` is the height that tiles may use."""
    kinds = [_NAMED_INPUTS if names_below else _INPUTS, *[_UNITS] * shape.L]
    first = [_choose(n, kind, room) for n, kind in zip(shape.sizes, kinds, strict=True)]
    limits = _width_limits(columns)
    common = _common_size(first, limits)
    wanted = [common * INPUT_SHARE, *[common] * (shape.L - 1), common * OUTPUT_SHARE]
    before = min(common, limits[-2])
    limits[-1] = min(limits[-1], 2 * (columns.pitch - _gap(columns)) - before - 4 * BORDER)
    if shape.class_width:  # a large tile gives way to the names beside it, a small one does not
        limits[-1] = min(limits[-1], max(COMFORTABLE, 2 * (columns.right - shape.class_width - CLASS_ROOM)))
    fits = []
    for l, fit in enumerate(first):
        tile = float(int(max(1.0, min(fit.tile, wanted[l], limits[l]))))
        stretch = UNIT_STRETCH if l else INPUT_STRETCH
        frame = tile + 2 * fit.border
        pitch = min(_pitch(fit.shown, fit.row, room), max(stretch * frame, frame + fit.row))
        fits.append(Fit(fit.shown, tile, fit.border, fit.row, pitch))
    return tuple(fits)


def _common_size(fits: list[Fit], limits: list[float]) -> float:
    """One size for the hidden layers: the smallest that fits all, but a tall layer does not shrink the others."""
    hidden = range(1, len(fits) - 1) or range(1, len(fits))
    smallest = min(min(fits[l].tile, limits[l]) for l in hidden)
    return min(smallest if smallest >= CROWDED else COMFORTABLE, LARGEST)


def _gap(columns: Columns) -> float:
    return max(LEAST_GAP, GAP_SHARE * columns.pitch)


def _width_limits(columns: Columns) -> list[float]:
    """The widest tile of each column that leaves room for the edges and stays inside the margins."""
    across = columns.pitch - _gap(columns) - 2 * BORDER
    limits = [across] * len(columns.xs)
    limits[0] = min(across, 2 * (columns.left - 4) - 2 * BORDER)
    limits[-1] = 2 * (columns.right - 4) - 2 * BORDER
    return limits


def _pitch(shown: int, row: float, room: float) -> float:
    """Tiles stand about one common middle, half a bias row above the middle of the room."""
    return (room - abs(BIAS_ROW - row)) / shown


def _tile(shown: int, row: float, border: float, room: float) -> float:
    return _pitch(shown, row, room) - row - 2 * border


def _choose(n: int, kind: _Kind, room: float) -> Fit:
    for row, least in ((kind.row, COMFORTABLE), (kind.tight_row, LEAST_WITH_TEXT)):
        roomy = _tile(n, row, kind.border, room)
        if roomy >= least:
            return Fit(n, roomy, kind.border, row, 0)
    crowded = _tile(n, kind.crowded_row, kind.crowded_border, room)
    if n <= ALWAYS_SHOWN and crowded >= LEAST:
        return Fit(n, crowded, kind.crowded_border, kind.crowded_row, 0)
    return _windowed(n, kind, room)


def _windowed(n: int, kind: _Kind, room: float) -> Fit:
    comfortable = int(room / (COMFORTABLE + kind.row + 2 * kind.border))
    shown = max(1, min(n - 1, max(USUAL_SHOWN, comfortable)))
    while True:
        roomy = _tile(shown, kind.row, kind.border, room)
        if roomy >= LEAST_WITH_TEXT:
            return Fit(shown, roomy, kind.border, kind.row, 0)
        crowded = _tile(shown, kind.crowded_row, kind.crowded_border, room)
        if crowded >= LEAST_WINDOWED or shown == 1:
            return Fit(shown, crowded, kind.crowded_border, kind.crowded_row, 0)
        shown -= 1
