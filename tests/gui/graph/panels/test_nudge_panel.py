"""The nudge: table and plot follow the variable and the size, which is typed or dragged."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.graph import nudge_from
from gui.graph.panels.nudge_panel import NudgePanel
from gui.graph.panels.nudge_plot import nudge_plot

CHAIN = ("J = 3*(a + b*c)", {"a": 5, "b": 3, "c": 2})


@pytest.fixture
def panel(appearance, shown, evaluated):
    panel = NudgePanel(appearance)
    panel.show_nudge(evaluated(CHAIN[0], **CHAIN[1]), "b")
    return shown(panel, 764, 258)


def typed(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_the_table_speaks_of_the_variable(panel):
    assert panel.name == "b"
    assert panel.table.words.J_nudged == "33.006"
    assert panel.table.words.derivative == "6"


def test_that_a_name_that_is_no_variable_gives_the_first_one(panel, evaluated):
    panel.show_nudge(evaluated(CHAIN[0], **CHAIN[1]), "J")
    assert panel.name == "a"


def test_that_a_typed_size_is_taken(qtbot, panel):
    with qtbot.waitSignal(panel.step_changed) as heard:
        typed(qtbot, panel.table.field, "0.01")
    assert heard.args == [0.01]
    assert panel.table.words.J_nudged == "33.06"
    assert panel.slider.value == 0.01


@pytest.mark.parametrize("text", ["0", "2", "-0.1", "a lot", ""])
def test_that_a_size_that_is_none_is_said_and_stays(qtbot, panel, text):
    field = panel.table.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(panel.step_changed):
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.message == "from 0.000001 to 1"
    assert field.text() == text
    assert panel.step == 0.001
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.message) == ("0.001", "")


def test_that_the_size_is_dragged_from_a_millionth_to_one(qtbot, panel):
    sizes = []
    panel.step_changed.connect(sizes.append)
    slider = panel.slider
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, 12))
    for x in range(0, slider.width() + 4, 3):
        qtbot.mouseMove(slider, QPoint(x, 12))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width(), 12))
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (1e-6, 1.0)
    assert panel.table.words.dx == "1"


def test_that_setting_a_size_says_nothing(qtbot, panel):
    with qtbot.assertNotEmitted(panel.step_changed):
        panel.set_step(0.1)
    assert (panel.step, panel.table.field.text()) == (0.1, "0.1")


def test_that_the_triangle_of_a_small_nudge_is_the_tangent_s(evaluated):
    evaluation = evaluated("f = a**2", a=2)
    plot = nudge_plot(evaluation, nudge_from(evaluation, "a"), "f")
    run, rise = plot.segments
    assert (run.x1 - run.x0, rise.y1 - rise.y0) == (1.0, pytest.approx(4.0))
    assert plot.words[0] == "the tangent: 1 to the right, f 4 up"
    assert [curve.style for curve in plot.curves] == ["dashes", "line"]


def test_that_the_triangle_of_a_large_nudge_is_its_own(evaluated):
    evaluation = evaluated("f = a**2", a=2)
    plot = nudge_plot(evaluation, nudge_from(evaluation, "a", 0.5), "f")
    run, rise = plot.segments
    assert (run.x1 - run.x0, rise.y1 - rise.y0) == (0.5, pytest.approx(2.25))
    assert plot.words[0] == "the nudge: 0.5 to the right, f 2.25 up"


def test_that_a_line_has_no_tangent_beside_it(evaluated):
    evaluation = evaluated(CHAIN[0], **CHAIN[1])
    assert len(nudge_plot(evaluation, nudge_from(evaluation, "b"), "J").curves) == 1


def test_that_everything_plotted_lies_inside_the_axes(evaluated):
    for text in ("f = a**2", "f = -3*a", "f = exp(a)", "f = 7 + 0*a", "f = relu(a - 2)", "f = 1/a"):
        evaluation = evaluated(text, a=2)
        plot = nudge_plot(evaluation, nudge_from(evaluation, "a"), "f")
        for segment in plot.segments:
            assert plot.x_axis.low <= segment.x0 <= segment.x1 <= plot.x_axis.high
            assert (
                plot.y_axis.low
                <= min(segment.y0, segment.y1)
                <= max(segment.y0, segment.y1)
                <= plot.y_axis.high
            )


def test_that_a_domain_fault_is_said_and_the_curve_near_it_is_shown(panel, evaluated):
    panel.show_nudge(evaluated("f = log(a)", a=0), "a")
    assert panel.table.words.fault.startswith("log of 0")
    assert panel.table.words.ratio == "–"
    assert panel.chart.isVisible()
    assert panel.chart.content.segments == []


def test_that_where_nothing_has_a_value_there_is_no_plot(panel, evaluated):
    panel.show_nudge(evaluated("f = log(a - 10) + 0*b", a=0, b=0), "b")
    assert not panel.chart.isVisible()
    assert panel.table.isVisible()
    assert math.isnan(nudge_from(evaluated("f = log(a - 10)", a=0), "a").J)


def test_that_an_expression_without_variables_has_nothing_to_nudge(panel, evaluated):
    panel.show_nudge(evaluated("2**3"), None)
    assert panel.name == ""
    assert not panel.table.isVisible()
    panel.show_nudge(evaluated("f = 3*a"), None)
    assert panel.table.isVisible()


@pytest.mark.parametrize("width", [640, 764, 1000])
def test_that_table_and_plot_stand_apart_inside_the_panel(panel, width):
    panel.resize(width, 258)
    assert panel.chart.isVisible()
    assert panel.table.geometry().right() < panel.chart.geometry().left()
    assert panel.rect().contains(panel.chart.geometry())
    assert panel.chart.width() >= 160
    assert panel.rect().contains(panel.table.geometry())
    field = panel.table.field.geometry()
    assert panel.table.row_rect(2).toRect().contains(field)


def test_that_the_plot_gives_way_in_a_narrow_panel(panel):
    panel.resize(480, 258)
    assert not panel.chart.isVisible()
    panel.resize(764, 258)
    assert panel.chart.isVisible()
