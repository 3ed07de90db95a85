"""The seed: typed for the same sample, the next one for a new sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.appearance import Appearance
from gui.train.data.seed_field import MAX_SEED, SeedField


@pytest.fixture
def seed_field(qtbot: QtBot) -> SeedField:
    widget = SeedField(Appearance("light"))
    qtbot.addWidget(widget)
    widget.set_seed(2)
    widget.show()
    return widget


def test_that_the_button_takes_the_next_seed(qtbot: QtBot, seed_field: SeedField) -> None:
    with qtbot.waitSignal(seed_field.seed_chosen) as chosen:
        qtbot.mouseClick(seed_field.next_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [3]
    assert seed_field.field.text() == "3"


def test_that_after_the_last_seed_comes_the_first(qtbot: QtBot, seed_field: SeedField) -> None:
    seed_field.set_seed(MAX_SEED)
    with qtbot.waitSignal(seed_field.seed_chosen) as chosen:
        seed_field.next_button.click()
    assert chosen.args == [0]


def test_that_a_typed_seed_counts_and_enter_repeats_the_same(qtbot: QtBot, seed_field: SeedField) -> None:
    seeds: list[int] = []
    seed_field.seed_chosen.connect(seeds.append)
    seed_field.field.setText("41")
    qtbot.keyClick(seed_field.field, Qt.Key.Key_Return)
    qtbot.keyClick(seed_field.field, Qt.Key.Key_Return)
    assert seeds == [41, 41]


@pytest.mark.parametrize("text", ["", "-1", "2.5", "many", str(MAX_SEED + 1), "²"])
def test_that_a_wrong_seed_is_marked_and_changes_nothing(
    qtbot: QtBot, seed_field: SeedField, text: str
) -> None:
    seed_field.field.setText(text)
    with qtbot.assertNotEmitted(seed_field.seed_chosen):
        qtbot.keyClick(seed_field.field, Qt.Key.Key_Return)
    assert "whole number" in seed_field.field.message
    qtbot.keyClick(seed_field.field, Qt.Key.Key_Escape)
    assert seed_field.field.text() == "2"
    assert not seed_field.field.message


def test_that_a_set_up_does_not_overwrite_what_is_being_typed(qtbot: QtBot, seed_field: SeedField) -> None:
    qtbot.waitExposed(seed_field)
    seed_field.field.setFocus()
    qtbot.waitUntil(seed_field.field.hasFocus)
    seed_field.field.selectAll()
    qtbot.keyClicks(seed_field.field, "77")
    seed_field.set_seed(5)
    assert seed_field.field.text() == "77"


def test_that_the_tooltip_says_what_the_seed_decides(seed_field: SeedField) -> None:
    seed_field.set_words("split")
    assert "same split" in seed_field.field.toolTip()
    assert seed_field.next_button.accessibleName() == "New split"
