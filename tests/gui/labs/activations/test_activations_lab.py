"""The activations lab in the window: choosing, dragging, typing, and what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.labs.table import facts
from gui.labs.activations.words import sentence


def drag(qtbot, chart, start, end):
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, end)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)


def place(chart, x, y):
    return QPoint(round(chart.plane.x(x)), round(chart.plane.y(y)))


def test_that_the_numbers_of_the_mock_up_are_shown(make):
    lab = make("activations", z=4.0)
    table = lab.table
    assert [table.readouts.value_of(key) for key in ("a", "slope", "slope_power")] == [
        "0.9820",
        "0.0177",
        "1.7 · 10⁻⁹",
    ]
    expected = "At z = 0 the slope is 0.25, the largest it can be. At z = 4 it is fourteen times smaller."
    assert table.sentence.text() == expected


def test_that_dragging_z_changes_the_numbers_and_says_so(qtbot, make):
    lab = make("activations")
    with qtbot.waitSignal(lab.settings_changed):
        drag(qtbot, lab.chart, place(lab.chart, 0, 0.8), place(lab.chart, 2, 0.8))
    assert lab.settings()["z"] == pytest.approx(2.0, abs=0.05)
    assert lab.table.readouts.value_of("slope") == f"{facts('activations', lab.settings())['slope']:.4f}"


def test_that_z_can_be_dragged_in_the_chart_of_the_slope_too(qtbot, make):
    lab = make("activations")
    drag(qtbot, lab.slopes, place(lab.slopes, 0, 0.8), place(lab.slopes, -3, 0.8))
    assert lab.chart.grips.handles["z"].x == lab.settings()["z"] == pytest.approx(-3, abs=0.05)


def test_that_z_is_typed_and_what_can_not_be_used_is_refused(qtbot, make):
    lab = make("activations")
    field = lab.table.z
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "-1.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lab.settings()["z"] == -1.5
    field.selectAll()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.message == "from −6 to 6"
    assert lab.settings()["z"] == -1.5


def test_that_another_function_has_other_curves_and_another_formula(qtbot, make):
    lab = make("activations", z=1.0)
    part = lab.functions.part_rect(1).center().toPoint()
    qtbot.mouseClick(lab.functions, Qt.MouseButton.LeftButton, pos=part)
    assert lab.settings()["function"] == "tanh"
    assert lab.chart.content.y_axis.low == -1
    assert any(row.latex == "g'(z) = 1 - a^2" for row in lab.table.readouts.rows())


def test_that_all_four_functions_are_shown_at_once_with_their_slopes(qtbot, make):
    lab = make("activations")
    qtbot.mouseClick(lab.all, Qt.MouseButton.LeftButton)
    assert lab.settings()["all"]
    names = {"sigmoid", "tanh", "ReLU", "leaky ReLU"}
    assert {curve.name for curve in lab.chart.content.curves} == names
    assert {curve.name for curve in lab.slopes.content.curves} == names


def test_that_the_leaky_line_is_dragged_by_its_point(qtbot, make):
    lab = make("activations", function="leaky_relu")
    point = lab.chart.grips.points["leaky_slope"]
    drag(qtbot, lab.chart, place(lab.chart, point.x, point.y), place(lab.chart, point.x, -0.9))
    assert lab.settings()["leaky_slope"] == pytest.approx(0.2, abs=0.02)
    assert lab.chart.grips.points["leaky_slope"].x == point.x


def test_that_a_low_lab_has_one_chart_with_both_curves(make):
    lab = make("activations", size=(936, 310))
    assert [curve.name for curve in lab.chart.content.curves] == ["slope g′(z)", "a = g(z)"]
    assert not lab.slopes.isVisible()


def test_that_saturated_regions_are_shaded(make):
    lab = make("activations", function="relu")
    assert [(shade.x0, shade.x1) for shade in lab.chart.content.shades] == [(-6, 0)]


@pytest.mark.parametrize(
    ("function", "z", "said"),
    [
        ("sigmoid", 0.0, "At z = 0 the slope is 0.25, the largest it can be."),
        ("sigmoid", 0.1, "almost the same"),
        ("sigmoid", 1.0, "21 % smaller"),
        ("tanh", 1.0, "2.4 times smaller"),
        ("sigmoid", -3.0, "six times smaller"),
        ("tanh", 6.0, "40689 times smaller"),
        ("relu", -1.0, "off"),
        ("relu", 0.0, "on"),
        ("leaky_relu", -1.0, "can come back"),
    ],
)
def test_that_the_sentence_is_about_these_numbers(function, z, said):
    found = facts("activations", {"function": function, "z": z})
    assert said in sentence(function, z, found, 0.01)


def test_that_both_charts_begin_and_end_together_at_every_size(qtbot, make):
    lab = make("activations", function="relu")
    for size in ((776, 580), (1368, 760), (900, 620)):
        lab.resize(*size)
        qtbot.waitUntil(lambda: lab.chart.width() == lab.slopes.width())
        assert (lab.chart.plane.left, lab.chart.plane.right) == (
            lab.slopes.plane.left,
            lab.slopes.plane.right,
        )
