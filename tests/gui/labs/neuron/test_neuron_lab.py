"""The neuron lab in the window: the line dragged and slid, prices asked, descent on its thread."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.labs.neuron import price
from engine.labs.table import facts
from gui.labs.neuron.words import price_text, sentence


def drag(qtbot, chart, start, end):
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, end)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)


def point(lab, key):
    grip = lab.chart.grips.points[key]
    return QPoint(round(lab.chart.plane.x(grip.x)), round(lab.chart.plane.y(grip.y)))


def test_that_turning_the_line_changes_w_alone_and_the_cost(qtbot, make):
    lab = make("neuron")
    before = lab.panel.readouts.value_of("J")
    start = point(lab, "w")
    drag(qtbot, lab.chart, start, QPoint(start.x() + 30, round(lab.chart.plane.y(5.0))))
    assert lab.settings()["w"] == pytest.approx(2.5, abs=0.02)
    assert lab.settings()["b"] == 0.0
    assert lab.panel.readouts.value_of("J") != before
    assert lab.chart.grips.points["w"].x == 2.0


def test_that_moving_the_line_changes_b_alone(qtbot, make):
    lab = make("neuron", w=2.0)
    start = point(lab, "b")
    drag(qtbot, lab.chart, start, QPoint(start.x(), round(lab.chart.plane.y(-0.5))))
    assert lab.settings()["w"] == 2.0
    assert lab.settings()["b"] == pytest.approx(-0.66, abs=0.03)


def test_that_a_line_that_leaves_the_picture_can_still_be_taken_hold_of(qtbot, make):
    lab = make("neuron", w=-2.0, b=0.0)
    start = point(lab, "w")
    assert lab.chart.plane.holds(start.x(), start.y())
    drag(qtbot, lab.chart, start, QPoint(start.x(), round(lab.chart.plane.y(4.0))))
    assert lab.settings()["w"] == pytest.approx(2.0, abs=0.02)


def test_that_w_and_b_are_slid_and_typed(qtbot, make):
    lab = make("neuron")
    qtbot.keyClick(lab.panel.w.slider, Qt.Key.Key_Right)
    assert lab.settings()["w"] == pytest.approx(0.25)
    field = lab.panel.b.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "-0,75")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lab.settings()["b"] == -0.75


def test_that_the_price_of_a_house_follows_its_handle(qtbot, make):
    lab = make("neuron", w=2.5, b=-0.5)
    drag(
        qtbot,
        lab.chart,
        QPoint(round(lab.chart.plane.x(1.2)), 100),
        QPoint(round(lab.chart.plane.x(1.8)), 100),
    )
    size = lab.settings()["size"]
    assert size == pytest.approx(180, abs=1)
    assert lab.panel.readouts.value_of("price") == price_text(price(size, 2.5, -0.5, "relu"))


def test_that_descent_moves_the_line_to_the_houses_and_ends_by_itself(qtbot, make):
    lab = make("neuron", alpha=0.8)
    told = []
    lab.told.connect(told.append)
    qtbot.mouseClick(lab.panel.run, Qt.MouseButton.LeftButton)
    assert lab.is_running
    assert lab.panel.run.text() == "Pause"
    qtbot.waitUntil(lambda: not lab.is_running, timeout=20_000)
    expected = facts("neuron", {"alpha": 0.8})
    assert lab.settings()["w"] == pytest.approx(expected["w_fit"], abs=1e-3)
    assert lab.panel.run.text() == "Run"
    assert "stands still after" in told[-1]
    assert len(lab.panel.costs.content.curves[0].points[0]) > 50


def test_that_one_update_is_one_update(qtbot, make):
    lab = make("neuron")
    expected = facts("neuron", {})
    qtbot.mouseClick(lab.panel.step, Qt.MouseButton.LeftButton)
    assert (lab.settings()["w"], lab.settings()["b"]) == pytest.approx(
        (expected["w_after"], expected["b_after"])
    )
    assert "after 1 update" in lab.panel.readouts.rows()[1].text


def test_that_a_pause_stops_the_line_where_it_is(qtbot, make):
    lab = make("neuron", alpha=0.01)
    with qtbot.waitSignal(lab.settings_changed):
        lab.start()
    lab.stop()
    stopped = lab.settings()
    assert not lab.is_running
    lab.close_down()  # its thread has ended: whatever it still made is lost
    assert lab.settings() == stopped


def test_that_a_hand_on_the_line_ends_the_descent(qtbot, make):
    lab = make("neuron", alpha=0.01)
    with qtbot.waitSignal(lab.settings_changed):
        lab.start()
    qtbot.keyClick(lab.panel.w.slider, Qt.Key.Key_Right)
    assert not lab.is_running
    assert lab.panel.readouts.rows()[1].text == "cost"


def test_that_another_alpha_counts_while_it_runs(qtbot, make):
    lab = make("neuron", alpha=0.01)
    with qtbot.waitSignal(lab.settings_changed):
        lab.start()
    qtbot.keyClick(lab.panel.alpha.slider, Qt.Key.Key_Right)
    assert lab.is_running
    assert lab.settings()["alpha"] == 0.03


def test_that_starting_again_brings_the_first_line_back(qtbot, make):
    lab = make("neuron")
    lab.step_once()
    qtbot.mouseClick(lab.panel.again, Qt.MouseButton.LeftButton)
    assert (lab.settings()["w"], lab.settings()["b"]) == (0.2, 0.0)


def test_that_settings_end_a_run(qtbot, make):
    lab = make("neuron", alpha=0.01)
    lab.start()
    lab.set_settings({"w": 1.0})
    assert not lab.is_running
    assert lab.settings()["w"] == 1.0


def test_that_without_relu_the_line_goes_below_0(qtbot, make):
    lab = make("neuron", w=3.0, b=-1.0)
    assert min(lab.chart.content.curves[-1].points[1]) == 0
    place = lab.activations.part_rect(1).center().toPoint()
    qtbot.mouseClick(lab.activations, Qt.MouseButton.LeftButton, pos=place)
    assert min(lab.chart.content.curves[-1].points[1]) == -1.0
    assert "negative" in lab.panel.sentence.text()


@pytest.mark.parametrize(
    ("w", "b", "said"),
    [
        (-2.0, -1.0, "off for every house"),
        (2.0, 0.0, "on for every house"),
        (3.0, -1.0, "negative for 2 of 14"),
    ],
)
def test_that_the_sentence_is_about_this_line(w, b, said):
    assert said in sentence(w, b, "relu", 120, 1e5)


@pytest.mark.parametrize(
    ("w", "b", "names"),
    [(0.2, 0.0, ["ŷ = z"]), (2.87, -0.75, ["", "ŷ = z"]), (-0.5, 1.0, ["z", "ŷ"])],
)
def test_that_lines_that_end_together_have_one_name(make, w, b, names):
    lab = make("neuron", w=w, b=b)
    assert [curve.name for curve in lab.chart.content.curves] == names
