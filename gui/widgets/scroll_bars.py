"""Scroll bars of areas that know the size of what is in them: set at once, not when Qt gets round to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

Policy = Qt.ScrollBarPolicy


def set_bars(area: QScrollArea, *, vertical: bool, horizontal: bool) -> None:
    """Show or hide the bars. Left to Qt they come and go one event late, and are painted in between."""
    area.setVerticalScrollBarPolicy(Policy.ScrollBarAlwaysOn if vertical else Policy.ScrollBarAlwaysOff)
    area.setHorizontalScrollBarPolicy(Policy.ScrollBarAlwaysOn if horizontal else Policy.ScrollBarAlwaysOff)
