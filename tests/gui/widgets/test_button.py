"""Push buttons: sizes, states, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.widgets import Button


def test_that_heights_are_those_of_the_design(qtbot, appearance):
    large, small = Button(appearance, "Run"), Button(appearance, "log", small=True)
    qtbot.addWidget(large)
    qtbot.addWidget(small)
    assert (large.height(), small.height()) == (32, 24)


@pytest.mark.parametrize("small", [False, True])
def test_that_a_button_with_only_an_icon_is_square(qtbot, appearance, small):
    button = Button(appearance, icon="reset", small=small)
    qtbot.addWidget(button)
    assert button.sizeHint().width() == button.sizeHint().height() >= 24


def test_that_the_chip_takes_room(qtbot, appearance):
    plain, with_key = Button(appearance, "Run", "play"), Button(appearance, "Run", "play", key="Space")
    qtbot.addWidget(plain)
    qtbot.addWidget(with_key)
    assert with_key.sizeHint().width() > plain.sizeHint().width() + 30


def test_that_space_presses_a_focused_button(qtbot, appearance):
    button = Button(appearance, "Run")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_that_a_disabled_button_does_nothing(qtbot, appearance):
    button = Button(appearance, "Run")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_a_checked_button_is_painted_in_ink(qtbot, appearance):
    button = Button(appearance, "log", small=True)
    button.setCheckable(True)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(12, 3) == appearance.theme.color("panel")
    button.setChecked(True)
    assert button.grab().toImage().pixelColor(12, 3) == appearance.theme.color("ink")


def test_that_a_button_follows_the_theme(qtbot, appearance):
    button = Button(appearance, "Run", kind="primary")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    light = button.grab().toImage().pixelColor(6, 6)
    appearance.choose("dark")
    assert button.grab().toImage().pixelColor(6, 6) == appearance.theme.color("ink") != light


def test_that_another_icon_and_text_are_shown(qtbot, appearance):
    button = Button(appearance, "Run", "play")
    qtbot.addWidget(button)
    button.resize(120, 32)
    before = button.grab().toImage()
    button.set_icon("pause")
    button.set_text("Pause")
    assert (button.icon_name, button.text()) == ("pause", "Pause")
    assert button.grab().toImage() != before
