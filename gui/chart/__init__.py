"""The one plot of labs, nudge and course: `Chart` and what it shows."""

from __future__ import annotations

from gui.chart.alignment import align
from gui.chart.chart import Chart
from gui.chart.field import Field
from gui.chart.items import Axis, Bars, Curve, Marks, Segment, Shade
from gui.chart.plane_geometry import nice_axis

__all__ = ["Axis", "Bars", "Chart", "Curve", "Field", "Marks", "Segment", "Shade", "align", "nice_axis"]
