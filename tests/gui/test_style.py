"""Palette and style sheet of both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from gui.style import ROLES, apply_style, palette_of, style_sheet
from gui.theme import load_theme

THEMES = ("light", "dark")


@pytest.mark.parametrize("name", THEMES)
def test_that_every_token_of_the_sheet_is_replaced(qapp, name):
    sheet = style_sheet(load_theme(name))
    assert "@" not in sheet
    assert load_theme(name).color("panel").name() in sheet


@pytest.mark.parametrize("name", THEMES)
def test_that_the_palette_takes_its_colours_from_the_theme(qapp, name):
    theme = load_theme(name)
    palette = palette_of(theme)
    for role, token in ROLES.items():
        assert palette.color(QPalette.ColorGroup.Active, role) == theme.color(token)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.color("disabled")


def test_that_another_theme_can_be_applied_to_a_running_program(qapp):
    before = qapp.styleSheet(), qapp.palette()
    try:
        for name in THEMES:
            apply_style(qapp, load_theme(name))
            assert qapp.palette().color(QPalette.ColorRole.Window) == load_theme(name).color("panel")
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])
