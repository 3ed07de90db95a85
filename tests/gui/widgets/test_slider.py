"""Sliders: values, dragging, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.widgets import Slider


@pytest.fixture
def slider(qtbot, appearance):
    slider = Slider(appearance, "Noise", range(0, 51, 5), "{} %".format)
    qtbot.addWidget(slider)
    slider.resize(192, slider.height())
    slider.show()
    return slider


def test_that_the_value_has_its_text(slider):
    slider.set_value(10)
    assert (slider.value(), slider.text()) == (10, "10 %")


def test_that_setting_a_value_says_nothing(qtbot, slider):
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(25)


def test_that_the_nearest_value_is_taken_where_it_is_not_in_the_list(slider):
    slider.set_value(22)
    assert slider.value() == 20


def test_that_a_drag_reports_every_value_and_its_end_once(qtbot, slider):
    values, ends = [], []
    slider.value_changed.connect(values.append)
    slider.editing_finished.connect(lambda: ends.append(1))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(7, 28))
    for x in range(10, 192, 6):
        qtbot.mouseMove(slider, QPoint(x, 28))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(185, 28))
    assert values == sorted(set(values))
    assert values[-1] == 50
    assert ends == [1]


def test_that_a_set_up_that_arrives_during_a_drag_does_not_move_the_knob(qtbot, slider):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(185, 28))
    slider.set_value(0)
    assert slider.value() == 50
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(185, 28))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 30),
        (Qt.Key.Key_Up, 30),
        (Qt.Key.Key_Left, 20),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 50),
        (Qt.Key.Key_PageUp, 50),
    ],
)
def test_that_keys_move_the_knob(qtbot, slider, key, value):
    slider.set_value(25)
    with qtbot.waitSignals([slider.value_changed, slider.editing_finished], timeout=1000):
        qtbot.keyClick(slider, key)
    assert slider.value() == value


def test_that_other_values_keep_the_present_one(slider):
    slider.set_value(25)
    slider.set_values(range(0, 101, 25))
    assert slider.value() == 25


def test_that_the_knob_stays_inside(slider):
    for value in (0, 50):
        slider.set_value(value)
        x = slider._x_of(slider.index())
        assert 7 <= x <= slider.width() - 7
