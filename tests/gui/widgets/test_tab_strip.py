"""Tabs as words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets import TabStrip


@pytest.fixture
def tabs(qtbot, appearance):
    strip = TabStrip(
        appearance, [("gradients", "Gradients"), ("distributions", "Distributions"), ("w", "Weights")]
    )
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    strip.show()
    return strip


def test_that_a_click_chooses(qtbot, tabs):
    with qtbot.waitSignal(tabs.chosen, timeout=1000) as chosen:
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tab_rect(2).center().toPoint())
    assert chosen.args == ["w"]


def test_that_nothing_moves_when_another_tab_is_chosen(qtbot, tabs):
    before = [tabs.tab_rect(index) for index in range(3)]
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.key() == "distributions"
    assert [tabs.tab_rect(index) for index in range(3)] == before


def test_that_the_line_stands_under_the_chosen_tab(tabs, appearance):
    tabs.set_key("distributions")
    picture = tabs.grab().toImage()
    ink = appearance.theme.color("ink")
    assert picture.pixelColor(int(tabs.tab_rect(1).center().x()), tabs.height() - 1) == ink
    assert picture.pixelColor(int(tabs.tab_rect(0).center().x()), tabs.height() - 1) != ink


def test_that_the_strip_is_as_high_as_a_panel_header(tabs):
    assert tabs.height() == 36
