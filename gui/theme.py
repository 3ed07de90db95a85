"""Colours: the chrome's tokens, the signed scale, the layers. Read from assets/tokens.json, for light and dark.

Chrome (ink on paper, chalk on slate) never carries meaning; data colours do: orange to blue is a signed
value, eight colours say which layer. Widgets read a `Theme` while painting and keep no colour of their own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from engine.asset_paths import asset_path

POINTS = {"light": ("#A34400", "#134E9B", "#FFFFFF"), "dark": ("#FFB877", "#9CCDFB", "#14181B")}
CHALK_TEXT = "#1B1F23"  # text on the yellow mark, in both themes
LAYER_COUNT = 8
SCALE = [index / 127.5 - 1.0 for index in range(256)]

RGB = tuple[float, float, float]


@dataclass(frozen=True)
class Theme:
    """One palette. Colour tokens are attributes through `color("ink")`; see assets/tokens.json for the names."""

    name: str
    tokens: dict[str, QColor]
    layer_colors: tuple[QColor, ...]
    signed_rgb: tuple[RGB, ...]
    cell_tint: float
    field_strength: float

    def color(self, token: str) -> QColor:
        """The colour of a chrome or state token, such as "ink" or "spot"."""
        return self.tokens[token]

    @property
    def is_dark(self) -> bool:
        """Whether this is the slate palette."""
        return self.name == "dark"

    def layer_color(self, l: int) -> QColor:
        """Layer l's colour, from 1; the inputs (l = 0) are ink3; layer 9 starts again with layer 1's."""
        return self.color("ink3") if l == 0 else self.layer_colors[(l - 1) % LAYER_COUNT]

    def layer_is_dashed(self, l: int) -> bool:
        """Whether layer l's colour is used a second time, so that its line is dashed."""
        return l > LAYER_COUNT

    def class_color(self, index: int, count: int) -> QColor:
        """The colour of class `index` of `count`: orange and blue first, then ink3, then layers 8 downwards."""
        order = [self.color("neg"), self.color("pos"), self.color("ink3"), *reversed(self.layer_colors)]
        return order[index % len(order)]

    def point_color(self, positive: bool) -> QColor:
        """The fill of a data point in the output picture."""
        return QColor(POINTS[self.name][1 if positive else 0])

    @property
    def point_ring(self) -> QColor:
        """The 1 px ring that sets a data point off its ground."""
        return QColor(POINTS[self.name][2])

    def signed(self, value: float) -> QColor:
        """The colour of a signed value in -1 ... 1 (clamped)."""
        index = round((min(1.0, max(-1.0, value)) + 1.0) * 127.5)
        r, g, b = self.signed_rgb[index]
        return QColor(round(r), round(g), round(b))

    def signed_table(self, strength: float = 1.0) -> list[int]:
        """256 QRgb values for an indexed picture: index 0 is -1, index 255 is +1, both times `strength`."""
        return list(_signed_table(self.name, strength))


@cache  # views ask in every frame
def _signed_table(name: str, strength: float) -> tuple[int, ...]:
    scale = load_theme(name).signed_rgb
    colors = (_between(scale, place * strength) for place in SCALE)
    return tuple(0xFF << 24 | round(r) << 16 | round(g) << 8 | round(b) for r, g, b in colors)


def _between(table: Sequence[RGB], place: float) -> RGB:
    """The colour at a place in -1 ... 1 of a table whose colours stand at equal distances."""
    steps = (place + 1.0) / 2.0 * (len(table) - 1)
    index = min(int(steps), len(table) - 2)
    share = steps - index
    (r, g, b), (to_r, to_g, to_b) = table[index], table[index + 1]
    return r + share * (to_r - r), g + share * (to_g - g), b + share * (to_b - b)


@cache
def load_theme(name: str) -> Theme:
    """The "light" or "dark" theme from assets/tokens.json."""
    content: dict[str, Any] = json.loads(asset_path("tokens.json").read_text(encoding="utf-8"))
    stops = content["signed"][name]
    colors = [QColor(value) for value in stops.values()]
    rgb = [(float(color.red()), float(color.green()), float(color.blue())) for color in colors]
    return Theme(
        name=name,
        tokens={key: QColor(value) for key, value in content["themes"][name].items()},
        layer_colors=tuple(QColor(value) for value in content["layers"][name]),
        signed_rgb=tuple(_between(rgb, place) for place in SCALE),
        cell_tint=float(content["cell_tint"][name]),
        field_strength=float(content["field_strength"][name]),
    )
