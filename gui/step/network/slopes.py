"""The labels under the tiles of Step's drawing: da of the row that finds it, else dz, all with the same decimals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gui.step.network.content import Content
from gui.step.network.geometry import Scene
from gui.step.network.slope_geometry import LABEL_HEIGHT, SlopeRoom, slope_rooms
from gui.step.number_format import NumberFormat, NumberStyle
from gui.widgets.painting import text_width

TOKEN = "small_strong"
MOST_DECIMALS = 4


@dataclass(frozen=True)
class SlopeLabel:
    """A label in its place; name: "da" or "dz"."""

    l: int
    k: int
    name: str
    text: str
    x: float
    y: float
    width: float

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + LABEL_HEIGHT


def slope_labels(scene: Scene, content: Content, style: NumberFormat) -> tuple[SlopeLabel, ...]:
    """With as many decimals as all have room for; where one has none at all, that one is left out."""
    known = [
        (room, name, value) for room in slope_rooms(scene) for name, value in _slope(content, room.l, room.k)
    ]
    labels: list[SlopeLabel] = []
    for decimals in range(min(style.count, MOST_DECIMALS), 0, -1):
        written = NumberStyle(decimals, nothing=style.nothing)
        labels = [
            label
            for room, name, value in known
            for label in _label(room, name, f"{name} {written.text(value)}")
        ]
        if len(labels) == len(known):
            break
    return tuple(labels)


def _slope(content: Content, l: int, k: int) -> Iterator[tuple[str, float]]:
    """What is known of a unit, if anything is."""
    for name, values in (("da", content.da[l]), ("dz", content.dz[l])):
        if values is not None:
            yield name, float(values[k])
            return


def _label(room: SlopeRoom, name: str, text: str) -> Iterator[SlopeLabel]:
    """Under the middle of its tile, or as near as it can be; nothing where it has no room."""
    width = text_width(text, TOKEN)
    if width <= room.right - room.left:
        x = min(max(room.center - width / 2, room.left), room.right - width)
        yield SlopeLabel(room.l, room.k, name, text, x, room.y, width)
