"""The signed scale of colours: orange, the ground, blue, and everything between."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtGui import QColor

from engine.asset_paths import asset_path
from gui.theme import load_theme

THEMES = ["light", "dark"]


def stops_of(name: str) -> list[QColor]:
    content = json.loads(asset_path("tokens.json").read_text(encoding="utf-8"))
    return [QColor(value) for value in content["signed"][name].values()]


@pytest.mark.parametrize("name", THEMES)
def test_that_the_ends_and_the_middle_are_the_tokens(name):
    theme, stops = load_theme(name), stops_of(name)
    assert [theme.signed(-1), theme.signed(1)] == [stops[0], stops[-1]]
    assert theme.signed(-7) == stops[0]
    middle = theme.signed(0)
    for part in ("red", "green", "blue"):
        assert abs(getattr(middle, part)() - getattr(stops[len(stops) // 2], part)()) <= 1


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("strength", [1.0, 0.45, 0.0])
def test_that_the_table_lies_on_straight_lines_between_the_tokens(name, strength):
    stops = stops_of(name)
    places, grid = np.linspace(-strength, strength, 256), np.linspace(-1, 1, len(stops))
    wanted = [
        np.interp(places, grid, [getattr(stop, part)() for stop in stops])
        for part in ("red", "green", "blue")
    ]
    table = load_theme(name).signed_table(strength)
    assert len(table) == 256
    for index, rgb in enumerate(table):
        color = QColor.fromRgba(rgb)
        assert color.alpha() == 255
        for value, expected in zip((color.red(), color.green(), color.blue()), wanted, strict=True):
            assert abs(value - expected[index]) <= 1


def test_that_who_changes_a_table_changes_their_own():
    theme = load_theme("light")
    theme.signed_table()[0] = 0
    assert theme.signed_table()[0] != 0
