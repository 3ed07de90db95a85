"""The slope lab in the window: numbers of the course, dragging, typing, magnifying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.labs.slope.words import ratio_text, sentence, value_text


def drag(qtbot, chart, start, end):
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, end)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)


def pill(chart, key):
    return chart.grips.pills(chart.plane)[key].center().toPoint()


def cells(lab):
    return [row.values for row in lab.numbers.table.rows()]


@pytest.mark.parametrize(
    ("function", "nudge", "expected"),
    [
        ("3a", 0.001, [("2", "6"), ("2.001", "6.003"), ("0.001", "0.003"), ("", "3"), ("", "3")]),
        ("a^2", 0.001, [("2", "4"), ("2.001", "4.004001"), ("0.001", "0.004001"), ("", "4.001"), ("", "4")]),
        (
            "a^2",
            0.0001,
            [("2", "4"), ("2.0001", "4.00040001"), ("0.0001", "0.00040001"), ("", "4.0001"), ("", "4")],
        ),
        (
            "a^3",
            0.001,
            [("2", "8"), ("2.001", "8.012006001"), ("0.001", "0.012006001"), ("", "12.006001"), ("", "12")],
        ),
        (
            "log a",
            0.001,
            [("2", "0.693147"), ("2.001", "0.693647"), ("0.001", "0.000500"), ("", "0.499875"), ("", "0.5")],
        ),
    ],
)
def test_that_the_table_has_the_numbers_of_the_course(make, function, nudge, expected):
    assert cells(make("slope", function=function, nudge=nudge)) == expected


def test_that_a_is_dragged(qtbot, make):
    lab = make("slope")
    target = QPoint(round(lab.chart.plane.x(-1.0)), 300)
    with qtbot.waitSignal(lab.settings_changed):
        drag(qtbot, lab.chart, QPoint(round(lab.chart.plane.x(2.0)), 300), target)
    assert lab.settings()["a"] == pytest.approx(-1.0, abs=0.02)
    assert lab.numbers.table.rows()[-1].values[1].startswith("−")


def test_that_the_nudge_is_dragged_by_its_pill(qtbot, make):
    lab = make("slope", nudge=0.5)
    one = lab.chart.plane.x(1.0) - lab.chart.plane.x(0.0)
    start = pill(lab.chart, "nudge")
    drag(qtbot, lab.chart, start, start + QPoint(round(one * 0.4), 0))
    assert lab.settings()["nudge"] == pytest.approx(0.9, abs=0.02)


def test_that_the_nudge_never_becomes_nothing(qtbot, make):
    lab = make("slope", nudge=0.5)
    start = pill(lab.chart, "nudge")
    drag(qtbot, lab.chart, start, start - QPoint(300, 0))
    assert lab.settings()["nudge"] == 1e-6


def test_that_the_nudge_is_typed_and_slid(qtbot, make):
    lab = make("slope")
    field = lab.numbers.nudge
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.25")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lab.settings()["nudge"] == 0.25
    qtbot.keyClick(lab.numbers.nudges, Qt.Key.Key_End)
    assert lab.settings()["nudge"] == 1.0


def test_that_magnifying_brings_the_triangle_to_the_size_of_the_picture(qtbot, make):
    lab = make("slope")
    run = lab.chart.content.segments[1]
    assert lab.chart.plane.x(run.x1) - lab.chart.plane.x(run.x0) < 1
    qtbot.mouseClick(lab.magnify, Qt.MouseButton.LeftButton)
    assert lab.chart.plane.x(run.x1) - lab.chart.plane.x(run.x0) > 0.25 * lab.chart.plane.width
    assert [text for _, text in lab.chart.content.y_axis.ticks] == ["4", "4.004001"]


def test_that_a_magnified_nudge_follows_the_hand_while_the_axes_stand_still(qtbot, make):
    lab = make("slope", magnify=True)
    axis = lab.chart.content.x_axis
    start = pill(lab.chart, "nudge")
    qtbot.mousePress(lab.chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(lab.chart, start + QPoint(40, 0))
    assert lab.chart.content.x_axis == axis
    assert 0.001 < lab.settings()["nudge"] < 0.002
    qtbot.mouseRelease(lab.chart, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    assert lab.chart.content.x_axis != axis


def test_that_run_and_rise_are_written_in_their_colours(make):
    _touching, run, rise = make("slope", magnify=True).chart.content.segments
    assert (run.color, run.text) == ("fwd", "0.001")
    assert (rise.color, rise.text) == ("bwd", "0.004001")


def test_that_a_logarithm_moves_a_to_where_it_has_a_value(qtbot, make):
    lab = make("slope", a=-2)
    place = lab.functions.part_rect(3).center().toPoint()
    qtbot.mouseClick(lab.functions, Qt.MouseButton.LeftButton, pos=place)
    assert lab.settings()["a"] == 1.0


def test_that_a_lesson_may_show_a_place_without_a_logarithm(make):
    lab = make("slope", function="log a", a=-1)
    assert cells(lab)[0] == ("−1", "–")
    assert "above 0" in lab.numbers.sentence.text()
    assert lab.chart.content.segments == []


def test_that_keys_move_a_by_a_tenth(qtbot, make):
    lab = make("slope")
    lab.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lab.chart, Qt.Key.Key_Left)
    assert lab.settings()["a"] == pytest.approx(1.9)


def test_that_numbers_have_true_minus_signs_and_no_needless_zeros():
    assert value_text(-4.004001, 0.001, True) == "−4.004001"
    assert value_text(4.0, 0.001, True) == "4"
    assert ratio_text(-0.0) == "0"


def test_that_a_straight_line_has_one_slope():
    assert "one slope" in sentence("3a", {"f": 1.0, "nudge": 1.0, "ratio": 3.0, "slope": 3.0, "a": 1.0})
