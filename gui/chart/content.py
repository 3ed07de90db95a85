"""All that a chart was given to show, in one place for the painters."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from gui.chart.field import Field
from gui.chart.items import Axis, Bars, Curve, Marks, Segment, Shade
from gui.theme import Theme

LAYER = "layer"


@dataclass
class Content:
    """What `Chart` was given, apart from what can be dragged."""

    x_axis: Axis = field(default_factory=lambda: Axis(0.0, 1.0))
    y_axis: Axis = field(default_factory=lambda: Axis(0.0, 1.0))
    curves: list[Curve] = field(default_factory=list)
    marks: list[Marks] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    bars: Bars | None = None
    field: Field | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but axes would be seen."""
        return not (self.curves or self.marks or self.segments or self.bars or self.field)

    @property
    def label_texts(self) -> tuple[bool, tuple[tuple[str, str], ...]]:
        """What the room right of the plot depends on: whether there are curves, and what is written at their ends."""
        return bool(self.curves), tuple((curve.name, curve.value) for curve in self.curves)


def color_of(theme: Theme, name: str) -> QColor:
    """The colour of a theme token, or of "layer1", "layer2", ..."""
    number = name.removeprefix(LAYER)
    return theme.layer_color(int(number)) if number != name and number.isdigit() else theme.color(name)
