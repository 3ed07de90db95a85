"""From the sizes of a network and of the drawing to the places of tiles, gaps and labels. Pure, no Qt.

The heads above the drawing are placed by `network_head_places`; what lies under a point, by `network_hit`.
"""

from __future__ import annotations

from dataclasses import dataclass

from gui.train.network.columns import Columns, place_columns
from gui.train.network.fit import BIAS_ROW, INPUT_SHARE, NAME_ROW, Fit, fit_columns
from gui.train.network.places import (
    ColumnPlace,
    GapPlace,
    Places,
    Rect,
    Shape,
    TilePlace,
    WindowPlace,
    around,
)

TOP, LOW_TOP = 8.0, 4.0
LEGEND_MIDDLE, LEGEND_LEFT, LEGEND_HEIGHT = 17.0, 16.0, 14.0
LABEL_MIDDLE, LABEL_HEIGHT = 51.0, 18.0
FOOT, LOW_FOOT, FOOT_WITH_LABELS, WINDOW_TEXT = 45.0, 39.0, 62.0, 14.0
WINDOW_MIDDLE, WINDOW_HEIGHT, CHEVRON = 33.0, 18.0, 24.0
WIDE_WINDOW, LEAST_WINDOW = 152.0, 108.0
LABELS_BETWEEN_BIASES, ONE_LINE_WINDOW = 140.0, 112.0
BIAS_WIDTH, BIAS_HEIGHT = 60.0, 20.0
EDGE_GAP = 3.0
LEAST_NAME = 38.0
NAME_GAP = 6.0
TWO_LINES = 28.0
SHORT_LABEL, LABEL_LETTER, LABEL_SPARE = 26.0, 7.0, 12.0


@dataclass(frozen=True, slots=True)
class _Band:
    """The heights between which tiles stand, and the line that all columns are centred on."""

    top: float
    bottom: float

    @property
    def room(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom - BIAS_ROW) / 2


def place_network(shape: Shape, width: float, height: float) -> Places:
    """All places for a network of this shape in a drawing of this size (the heads not counted)."""
    columns = place_columns(shape, width)
    names_below = columns.left - _widest_input(columns) / 2 < LEAST_NAME + NAME_GAP
    top = LOW_TOP if shape.is_low else TOP
    band = _Band(top, height - _foot(shape, columns))
    fits = fit_columns(shape, columns, band.room, names_below)
    if _is_elided(shape, fits):
        band = _Band(top, height - _foot_with_windows(shape, columns))
        fits = fit_columns(shape, columns, band.room, names_below)
    placed = tuple(
        _column(shape, columns, l, fit, band, height, width, names_below) for l, fit in enumerate(fits)
    )
    gaps = tuple(_gap(shape, columns, placed[l - 1], placed[l], height) for l in range(1, len(placed)))
    legend = Rect(
        LEGEND_LEFT, height - LEGEND_MIDDLE - LEGEND_HEIGHT / 2, width - 2 * LEGEND_LEFT, LEGEND_HEIGHT
    )
    return Places(width, height, placed, gaps, legend)


def _foot(shape: Shape, columns: Columns) -> float:
    if columns.pitch < LABELS_BETWEEN_BIASES:
        return FOOT_WITH_LABELS
    return LOW_FOOT if shape.is_low else FOOT


def _foot_with_windows(shape: Shape, columns: Columns) -> float:
    if columns.pitch < ONE_LINE_WINDOW:
        return FOOT_WITH_LABELS + WINDOW_TEXT
    if _room_between_labels(shape, columns) >= LEAST_WINDOW:
        return FOOT_WITH_LABELS
    return max(FOOT, _foot(shape, columns))


def _room_between_labels(shape: Shape, columns: Columns) -> float:
    return columns.pitch - max(_label_width(shape, l) for l in range(1, shape.L + 1)) - 8


def _widest_input(columns: Columns) -> float:
    return INPUT_SHARE * min(56.0, 0.6 * columns.pitch)


def _is_elided(shape: Shape, fits: tuple[Fit, ...]) -> bool:
    return any(fit.shown < n for fit, n in zip(fits, shape.sizes, strict=True))


def _column(
    shape: Shape,
    columns: Columns,
    l: int,
    fit: Fit,
    band: _Band,
    height: float,
    width: float,
    names_below: bool,
) -> ColumnPlace:
    n, x = shape.sizes[l], columns.xs[l]
    first = min(max(0, shape.firsts[l] if l < len(shape.firsts) else 0), n - fit.shown)
    tiles = []
    for i in range(fit.shown):
        y = band.middle + (i - (fit.shown - 1) / 2) * fit.pitch
        picture = Rect(round(x - fit.tile / 2), round(y - fit.tile / 2), fit.tile, fit.tile)
        frame = picture.grown(fit.border)
        bias = _bias(frame, fit, columns) if l else None
        name = _input_name(shape, frame, columns, fit, names_below) if l == 0 else None
        if shape.class_width and l == shape.L:
            name = _class_name(frame, width, fit)
        tiles.append(TilePlace(l, first + i, picture, frame, bias, name, l > 0 and fit.is_crowded))
    window = _window(shape, columns, l, first, fit.shown, height) if fit.shown < n else None
    return ColumnPlace(l, x, n, tuple(tiles), window)


def _bias(frame: Rect, fit: Fit, columns: Columns) -> Rect:
    if fit.is_crowded:
        return Rect(frame.x, frame.bottom, frame.w, fit.row)
    high = min(BIAS_HEIGHT, fit.pitch - fit.frame - 1)
    return around(frame.cx, frame.bottom + high / 2, min(BIAS_WIDTH, columns.pitch - 4), high)


def _input_name(shape: Shape, frame: Rect, columns: Columns, fit: Fit, below: bool) -> Rect:
    if below:
        label = _label_width(shape, 1) if columns.pitch >= LABELS_BETWEEN_BIASES else 0
        wide = min(columns.pitch - label - 4, 2 * columns.left - 4)
        return Rect(frame.cx - wide / 2, frame.bottom + 1, wide, NAME_ROW - 3)
    high = _name_height(fit, 20.0)
    return Rect(4, frame.cy - high / 2, frame.x - NAME_GAP - 4, high)


def _class_name(frame: Rect, width: float, fit: Fit) -> Rect | None:
    room, high = width - 4 - frame.right - NAME_GAP, _name_height(fit, 16.0)
    return Rect(frame.right + NAME_GAP, frame.cy - high / 2, room, high) if room >= 14 else None


def _name_height(fit: Fit, least: float) -> float:
    """Of a name beside a tile: two lines, where the next name is far enough."""
    return TWO_LINES if fit.pitch > TWO_LINES + 2 else least


def _window(shape: Shape, columns: Columns, l: int, first: int, count: int, height: float) -> WindowPlace:
    """In one line if the pitch allows: in the line of the matrix names if it fits between them, else below."""
    x, units = columns.xs[l], shape.sizes[l]
    if columns.pitch >= ONE_LINE_WINDOW:
        between = _room_between_labels(shape, columns)
        wide = min(WIDE_WINDOW, between) if between >= LEAST_WINDOW else min(WIDE_WINDOW, columns.pitch - 4)
        middle = height - (LABEL_MIDDLE if between >= LEAST_WINDOW else WINDOW_MIDDLE)
        room = 2 * min(x, columns.xs[-1] + columns.right - x) - 4
        line = around(x, middle, min(wide, room), WINDOW_HEIGHT)
        up = Rect(line.x, line.y, CHEVRON, WINDOW_HEIGHT)
        down = Rect(line.right - CHEVRON, line.y, CHEVRON, WINDOW_HEIGHT)
        return WindowPlace(
            up, down, Rect(up.right, line.y, down.x - up.right, WINDOW_HEIGHT), first, count, units
        )
    top = height - WINDOW_MIDDLE - WINDOW_HEIGHT / 2
    up, down = Rect(x - CHEVRON, top, CHEVRON, WINDOW_HEIGHT), Rect(x, top, CHEVRON, WINDOW_HEIGHT)
    wide = columns.pitch - 2
    text = Rect(x - wide / 2, height - FOOT_WITH_LABELS - WINDOW_TEXT, wide, WINDOW_TEXT)
    return WindowPlace(up, down, text, first, count, units)


def _label_width(shape: Shape, l: int) -> float:
    return SHORT_LABEL + LABEL_SPARE + LABEL_LETTER * len(f"({shape.sizes[l]}, {shape.sizes[l - 1]})")


def _gap(shape: Shape, columns: Columns, before: ColumnPlace, after: ColumnPlace, height: float) -> GapPlace:
    l = after.l
    left, right = before.tiles[0].frame.right + EDGE_GAP, after.tiles[0].frame.x - EDGE_GAP
    room = columns.pitch - (BIAS_WIDTH if columns.pitch >= LABELS_BETWEEN_BIASES else 0)
    full = _label_width(shape, l)
    is_short = full > room
    label = around(
        (before.x + after.x) / 2, height - LABEL_MIDDLE, SHORT_LABEL if is_short else full, LABEL_HEIGHT
    )
    return GapPlace(l, left, right, label, is_short)
