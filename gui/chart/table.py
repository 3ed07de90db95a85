"""What a chart shows, as a table for other programs: a row a point. No Qt."""

from __future__ import annotations

from gui.chart.content import Content
from gui.data_table import DataTable

Row = tuple[str, float, float]


def chart_table(content: Content) -> DataTable | None:
    """Points of curves and marks and heights of bars, each with the name of what it belongs to; None for none."""
    rows: list[Row] = []
    for number, curve in enumerate(content.curves, start=1):
        xs, ys = curve.points
        name = curve.name or f"curve {number}"
        rows += [(name, x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
    for number, marks in enumerate(content.marks, start=1):
        rows += [(f"points {number}", x, y) for x, y in marks.points]
    if content.bars is not None:
        name = content.bars.name or "bars"
        rows += [(name, float(number), value) for number, value in enumerate(content.bars.values, start=1)]
    if not rows:
        return None
    names, across, up = zip(*rows, strict=True)
    x, y = content.x_axis.name or "x", content.y_axis.name or "y"
    return DataTable(("name", x, y if y != x else f"{y} (up)"), (names, across, up))
