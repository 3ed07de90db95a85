"""The combo for rates: usual steps, typed numbers, and what can't be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets import RATES, NumberCombo


@pytest.fixture
def combo(qtbot, appearance):
    combo = NumberCombo(appearance)
    combo.set_value(0.03)
    qtbot.addWidget(combo)
    combo.resize(92, 24)
    combo.show()
    combo.activateWindow()
    return combo


def type_text(qtbot, combo, text):
    combo.lineEdit().selectAll()
    qtbot.keyClicks(combo, text)


@pytest.mark.parametrize("value", RATES)
def test_that_every_usual_rate_is_shown_as_text(qtbot, combo, value):
    combo.set_value(value)
    assert float(combo.currentText()) == value


def test_that_enter_takes_over_any_typed_value(qtbot, combo):
    type_text(qtbot, combo, "0,0375")
    with qtbot.waitSignal(combo.value_changed, timeout=1000) as changed:
        qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert changed.args == [0.0375]
    assert combo.currentText() == "0.0375"


def test_that_nothing_is_said_before_enter(qtbot, combo):
    with qtbot.assertNotEmitted(combo.value_changed):
        type_text(qtbot, combo, "0.5")
    assert combo.value() == 0.03


def test_that_escape_brings_the_last_number_back(qtbot, combo):
    type_text(qtbot, combo, "abc")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert combo.message
    with qtbot.assertNotEmitted(combo.value_changed):
        qtbot.keyClick(combo, Qt.Key.Key_Escape)
    assert (combo.currentText(), combo.message) == ("0.03", "")


@pytest.mark.parametrize("text", ["abc", "0", "-1", "1e9", ""])
def test_that_a_text_that_cannot_be_used_is_said_and_changes_nothing(qtbot, combo, text):
    combo.setToolTip("the hint")
    combo.lineEdit().clear()
    type_text(qtbot, combo, text)
    with (
        qtbot.assertNotEmitted(combo.value_changed),
        qtbot.waitSignal(combo.message_changed, timeout=1000) as said,
    ):
        qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert combo.value() == 0.03
    assert said.args == [combo.toolTip()]
    assert combo.grab().toImage().pixelColor(46, 1) == combo._appearance.theme.color("err")


def test_that_the_hint_comes_back_with_a_number_that_can_be_used(qtbot, combo):
    combo.setToolTip("the hint")
    type_text(qtbot, combo, "x")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    type_text(qtbot, combo, "1")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert (combo.toolTip(), combo.value()) == ("the hint", 1.0)


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Up, 0.1), (Qt.Key.Key_Down, 0.01)])
def test_that_arrows_go_to_the_next_usual_step(qtbot, combo, key, value):
    combo.set_value(0.05)
    with qtbot.waitSignal(combo.value_changed, timeout=1000) as changed:
        qtbot.keyClick(combo, key)
    assert changed.args == [value if key == Qt.Key.Key_Up else 0.03]


def test_that_leaving_takes_a_good_number_over(qtbot, combo):
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    type_text(qtbot, combo, "3")
    with qtbot.waitSignal(combo.value_changed, timeout=1000):
        combo.clearFocus()
    assert combo.value() == 3.0


def test_that_leaving_drops_what_is_no_number(qtbot, combo):
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    type_text(qtbot, combo, "x")
    with qtbot.assertNotEmitted(combo.value_changed):
        combo.clearFocus()
    assert (combo.currentText(), combo.message) == ("0.03", "")


def test_that_an_arriving_set_up_does_not_disturb_typing(qtbot, combo):
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    type_text(qtbot, combo, "0.00")
    combo.set_value(0.03)
    assert combo.currentText() == "0.00"


def test_that_zero_is_allowed_where_the_range_is_closed(qtbot, appearance):
    combo = NumberCombo(appearance, (0.0, 1.0), is_open=False)
    combo.set_value(1.0)
    qtbot.addWidget(combo)
    combo.lineEdit().setText("0")
    with qtbot.waitSignal(combo.value_changed, timeout=1000):
        qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert combo.value() == 0.0


def test_that_enter_gives_the_keyboard_back_so_that_space_runs(qtbot, combo):
    qtbot.waitUntil(combo.isActiveWindow)
    combo.setFocus()
    type_text(qtbot, combo, "0.5")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert not combo.hasFocus()


def test_that_a_wrong_text_keeps_the_keyboard(qtbot, combo):
    qtbot.waitUntil(combo.isActiveWindow)
    combo.setFocus()
    type_text(qtbot, combo, "abc")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert combo.hasFocus()
