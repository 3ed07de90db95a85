"""Variables: dragged and typed, numbers that are none, many of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication

from engine.graph.names import name_latex
from gui.graph.panels.variable_row import HEIGHT
from gui.graph.panels.variables_panel import VariablesPanel

VALUES = {"a": 5.0, "b": 3.0, "c": 2.0}


@pytest.fixture
def panel(appearance, shown):
    panel = VariablesPanel(appearance)
    panel.set_values(VALUES)
    return shown(panel, 264, 200)


def typed(qtbot, row, text):
    row.field.setFocus()
    row.field.selectAll()
    if text.isascii():
        qtbot.keyClicks(row.field, text)
    else:
        QGuiApplication.clipboard().setText(text)
        row.field.paste()
    qtbot.keyClick(row.field, Qt.Key.Key_Return)


def test_that_every_variable_has_a_row_with_its_value(panel):
    assert [panel.row(name).field.text() for name in VALUES] == ["5", "3", "2"]
    assert panel.values() == VALUES


def test_that_a_name_longer_than_its_room_ends_before_the_slider_and_is_told_whole(panel, typeset):
    name = "temperature_of_the_room"
    typeset(name_latex(name))
    panel.set_values({name: 0.0, "b": 0.0})
    long, short = panel.row(name), panel.row("b")
    assert long.toolTip() == name
    assert short.toolTip() == ""
    assert long.slider.x() == short.slider.x()
    left = long.slider.x()
    pictures = [row.grab(QRect(left, 0, 120, row.height())).toImage() for row in (long, short)]
    assert pictures[0] == pictures[1]


def test_that_showing_values_says_nothing(qtbot, panel):
    with qtbot.assertNotEmitted(panel.value_changed):
        panel.set_values({"a": -1.0, "b": 3.5, "c": 2.0})
    assert panel.row("a").field.text() == "−1"


def test_that_a_drag_changes_the_value_at_every_move(qtbot, panel):
    changes = []
    panel.value_changed.connect(lambda name, value: changes.append((name, value)))
    slider = panel.row("b").slider
    y = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.knob_x()), y))
    for x in range(round(slider.knob_x()), slider.width(), 4):
        qtbot.mouseMove(slider, QPoint(x, y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, y))
    assert {name for name, _ in changes} == {"b"}
    values = [value for _, value in changes]
    assert len(values) > 5
    assert values == sorted(values)
    assert panel.row("b").field.text() == panel.row("b").field.text().strip() != "3"
    assert panel.values()["b"] == values[-1]


def test_that_taking_the_knob_alone_changes_nothing(qtbot, panel):
    slider = panel.row("a").slider
    with qtbot.assertNotEmitted(panel.value_changed):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.knob_x()) + 3, 12))


def test_that_touching_a_variable_selects_it(qtbot, panel):
    with qtbot.waitSignal(panel.variable_selected) as heard:
        qtbot.mouseClick(panel.row("c"), Qt.MouseButton.LeftButton, pos=QPoint(18, 20))
    assert heard.args == ["c"]


@pytest.mark.parametrize(("text", "value"), [("1.5", 1.5), ("-2,5", -2.5), ("−3", -3.0), ("1e-3", 0.001)])
def test_that_a_typed_number_is_taken(qtbot, panel, text, value):
    with qtbot.waitSignal(panel.value_changed) as heard:
        typed(qtbot, panel.row("a"), text)
    assert heard.args == ["a", value]


def test_that_a_number_beyond_the_end_widens_the_slider(qtbot, panel):
    typed(qtbot, panel.row("a"), "70")
    slider = panel.row("a").slider
    assert slider.scale.high == 100.0
    assert slider.knob_x() < slider.width() - 10
    assert panel.row("b").slider.scale.high == 10.0


@pytest.mark.parametrize("text", ["abc", "", "1/3", "nan", "1e999"])
def test_that_what_is_no_number_stays_and_is_said(qtbot, panel, text):
    row = panel.row("b")
    with qtbot.assertNotEmitted(panel.value_changed):
        row.field.setFocus()
        row.field.selectAll()
        qtbot.keyClick(row.field, Qt.Key.Key_Delete)
        qtbot.keyClicks(row.field, text)
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.message.startswith("Type a number")
    assert row.field.text() == text
    assert row.slider.isHidden()
    panel.set_values({**VALUES, "a": 6.0})
    assert row.field.text() == text
    assert panel.values()["b"] == 3.0


def test_that_escape_brings_the_number_back(qtbot, panel):
    row = panel.row("b")
    typed(qtbot, row, "3x")
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert (row.field.text(), row.message) == ("3", "")
    assert not row.slider.isHidden()


def test_that_a_mended_number_is_taken(qtbot, panel):
    row = panel.row("b")
    typed(qtbot, row, "3x")
    qtbot.keyClick(row.field, Qt.Key.Key_Backspace)
    assert row.message == ""
    with qtbot.assertNotEmitted(panel.value_changed):
        qtbot.keyClick(row.field, Qt.Key.Key_Return)


def test_that_a_long_number_is_whole_where_it_is_typed(panel):
    panel.set_values({**VALUES, "a": 1.23456789012})
    field = panel.row("a").field
    assert field.text() == "1.2346"
    field.setFocus()
    assert field.text() == "1.23456789012"


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_Right, 3.1), (Qt.Key.Key_Home, -10.0), (Qt.Key.Key_End, 10.0)]
)
def test_that_keys_move_the_knob(qtbot, panel, key, value):
    with qtbot.waitSignal(panel.value_changed) as heard:
        qtbot.keyClick(panel.row("b").slider, key)
    assert heard.args == ["b", value]


def test_that_many_variables_scroll_and_only_those_seen_are_made(qtbot, appearance, shown):
    panel = VariablesPanel(appearance)
    panel.set_values({f"a_{i}": float(i) for i in range(150)})
    shown(panel, 264, 300)
    assert len(panel.rows.children()) < 15
    with qtbot.waitSignal(panel.variable_selected):
        panel.row("a_149").slider.setFocus()
    row = panel.row("a_149")
    assert row.field.text() == "149"
    assert not row.visibleRegion().isEmpty()


def test_that_tab_goes_from_row_to_row(qtbot, panel):
    panel.row("a").slider.setFocus()
    order = []
    for _ in range(4):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        order.append(panel.focusWidget().accessibleName())
    assert order == ["value of a", "b", "value of b", "c"]


def test_that_other_variables_keep_no_text_of_former_ones(qtbot, panel):
    typed(qtbot, panel.row("a"), "oops")
    panel.set_values({"x": 1.0, "y": 2.0})
    assert panel.row("x").field.text() == "1"
    assert panel.row("x").message == ""
    assert panel.header.detail() == "drag or type"
    panel.set_values({})
    assert panel.header.detail() == "none in this expression"


@pytest.mark.parametrize("width", [264, 340])
def test_that_parts_of_a_row_stand_apart_and_inside(appearance, shown, width):
    panel = VariablesPanel(appearance)
    panel.set_values({f"w[1]_{i}_1": 0.5 for i in range(12)})
    shown(panel, width, 240)
    row = panel.row("w[1]_1_1")
    assert row.slider.geometry().right() < row.field.geometry().left()
    assert row.slider.width() >= 80
    end = row.mapTo(panel, row.field.geometry().topRight()).x()
    assert end == pytest.approx(width - 17, abs=1)


def test_that_variables_stand_side_by_side_where_the_panel_is_wide_and_low(qtbot, appearance, shown):
    panel = VariablesPanel(appearance)
    panel.set_values({f"x{number}": float(number) for number in range(6)})
    panel.set_columns(3)
    shown(panel, 760, 140)
    places = [panel.row(f"x{number}").geometry() for number in range(6)]
    assert [place.y() for place in places] == [0, 0, 0, HEIGHT, HEIGHT, HEIGHT]
    assert places[0].right() < places[1].x()
    assert places[2].right() < panel.width()
    panel.set_columns(1)
    assert [panel.row(f"x{number}").y() for number in range(6)] == [HEIGHT * number for number in range(6)]
