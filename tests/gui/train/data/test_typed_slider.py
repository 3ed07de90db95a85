"""A slider whose number can be typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.appearance import Appearance
from gui.train.data.percentages import NOISE, percent_text
from gui.train.data.typed_slider import TypedSlider

NUMBER = QPoint(180, 8)


@pytest.fixture
def slider(qtbot: QtBot) -> TypedSlider:
    widget = TypedSlider(
        Appearance("light"),
        "Noise",
        NOISE.values(10.0),
        lambda value: percent_text(float(str(value))),
        NOISE.read,
    )
    widget.resize(192, 36)
    qtbot.addWidget(widget)
    widget.show_choices(NOISE.values(10.0), 10.0)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_that_a_click_on_the_number_lets_it_be_typed(qtbot: QtBot, slider: TypedSlider) -> None:
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=NUMBER)
    assert slider.field.isVisible()
    assert slider.field.text() == "10"
    slider.field.setText("12,5 %")
    with qtbot.waitSignal(slider.value_changed) as changed:
        qtbot.keyClick(slider.field, Qt.Key.Key_Return)
    assert changed.args == [12.5]
    assert not slider.field.isVisible()


def test_that_a_wrong_number_stays_in_sight_with_its_reason(qtbot: QtBot, slider: TypedSlider) -> None:
    slider.open_field()
    slider.field.setText("70")
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClick(slider.field, Qt.Key.Key_Return)
    assert slider.field.isVisible()
    assert slider.field.text() == "70"
    assert slider.field.message == "Type a number from 0 to 50"


def test_that_escape_gives_the_number_back(qtbot: QtBot, slider: TypedSlider) -> None:
    slider.open_field("7")
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClick(slider.field, Qt.Key.Key_Escape)
    assert not slider.field.isVisible()
    assert slider.value() == 10.0


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Return, "10"), (Qt.Key.Key_4, "4")])
def test_that_enter_or_a_digit_opens_the_field(
    qtbot: QtBot, slider: TypedSlider, key: Qt.Key, text: str
) -> None:
    slider.setFocus()
    qtbot.keyClick(slider, key)
    assert slider.field.isVisible()
    assert slider.field.text() == text


def test_that_dragging_the_track_still_works(qtbot: QtBot, slider: TypedSlider) -> None:
    with qtbot.waitSignal(slider.value_changed) as changed:
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(96, 28))
    assert changed.args == [25.0]
    assert not slider.field.isVisible()
    slider.show_choices(NOISE.values(3.0), 3.0)
    assert slider.value() == 25.0, "a knob that is held stays where it is"
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(96, 28))


@pytest.mark.parametrize(("text", "value"), [("5", 5.0), (" 12.5% ", 12.5), ("0,5", 0.5), ("50", 50.0)])
def test_that_percentages_are_read(text: str, value: float) -> None:
    assert NOISE.read(text) == value


@pytest.mark.parametrize("text", ["", "-1", "51", "nan", "inf", "much", "1_0", "٣"])
def test_that_a_percentage_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="from 0 to 50"):
        NOISE.read(text)


def test_that_the_present_percentage_is_always_on_the_slider() -> None:
    assert 12.5 in NOISE.values(12.5)
    assert NOISE.values(10.0) == tuple(float(value) for value in range(0, 51, 5))
    assert percent_text(12.5) == "12.5 %"
