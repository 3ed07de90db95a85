"""Charts below one another that share their left and right ends."""

from __future__ import annotations

from collections.abc import Sequence

from gui.chart.chart import Chart


def align(charts: Sequence[Chart]) -> None:
    """Give charts of one width that stand below one another the same left and right end."""
    rooms = [chart.wanted_room for chart in charts]
    for chart in charts:
        chart.set_least_room(max(left for left, _ in rooms), max(right for _, right in rooms))
