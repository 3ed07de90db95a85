"""Charts below one another that share their left and right ends."""

from __future__ import annotations

from collections.abc import Sequence

from gui.chart.chart import Chart


def align(charts: Sequence[Chart]) -> None:
    """Charts of one width that stand below one another have the same left and right end from now on."""
    for chart in charts:
        chart.set_fellows([fellow for fellow in charts if fellow is not chart])
