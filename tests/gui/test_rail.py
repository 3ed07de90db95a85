"""The rail of workspaces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.appearance import Appearance
from gui.rail import Rail


@pytest.fixture
def rail(qtbot):
    rail = Rail(Appearance("light"), [("train", "Train"), ("info", "About")])
    qtbot.addWidget(rail)
    rail.resize(72, 600)
    rail.show()
    return rail


def test_that_items_are_56_high_and_4_apart(rail):
    first, second = (rail.items[key].geometry() for key in ("train", "info"))
    assert rail.width() == 72
    assert (first.top(), first.height(), second.top()) == (8, 56, 68)


def test_that_a_click_asks_for_the_workspace(qtbot, rail):
    assert rail.current() == "train"
    with qtbot.waitSignal(rail.workspace_requested, timeout=1000) as asked:
        qtbot.mouseClick(rail.items["info"], Qt.MouseButton.LeftButton)
    assert asked.args == ["info"]
    assert rail.current() == "info"


def test_that_setting_the_workspace_says_nothing(qtbot, rail):
    with qtbot.assertNotEmitted(rail.workspace_requested):
        rail.set_current("info")
    assert rail.current() == "info"


def test_that_the_bar_of_ink_stands_at_the_chosen_item(rail):
    picture = rail.grab().toImage()
    theme = Appearance("light").theme
    assert picture.pixelColor(1, 8 + 28) == theme.color("ink")
    assert picture.pixelColor(12, 8 + 50) == theme.color("sel")
    assert picture.pixelColor(1, 68 + 28) == theme.color("window")


def test_that_every_item_has_a_name_and_a_hint(rail):
    for item in rail.items.values():
        assert item.accessibleName()
        assert item.text() in item.toolTip()
