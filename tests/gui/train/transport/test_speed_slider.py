"""The speed slider."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.appearance import Appearance
from gui.train.transport.speed_slider import SpeedSlider
from gui.training.speed import DEFAULT_SPEED, SPEEDS

LABELS = [speed.label for speed in SPEEDS]


def test_that_a_person_changes_the_speed_and_a_program_says_nothing(qtbot):
    slider = SpeedSlider(Appearance("light"))
    qtbot.addWidget(slider)
    slider.show()
    with qtbot.assertNotEmitted(slider.speed_changed):
        slider.set_speeds(LABELS, DEFAULT_SPEED)
    assert slider.text() == SPEEDS[DEFAULT_SPEED].label
    with qtbot.waitSignal(slider.speed_changed, timeout=1000) as changed:
        qtbot.keyClick(slider, Qt.Key.Key_End)
    assert changed.args == [len(SPEEDS) - 1]


def test_that_every_label_has_room_beside_the_name(qtbot):
    from gui.widgets import text_width

    slider = SpeedSlider(Appearance("light"))
    qtbot.addWidget(slider)
    for label in LABELS:
        assert text_width("Speed", "caption") + text_width(label, "caption") + 4 <= slider.width()
