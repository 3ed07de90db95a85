"""The bowl lab in the window: maps and landscapes, starts dragged and added, runs, a network's weights."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from engine.data import DataSpec
from engine.labs.table import facts
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.labs.bowl.work import load
from gui.widgets import grouped_text, text_width

SETUP = Setup(DataSpec("xor"), NetworkSpec(2, (LayerSpec(2), LayerSpec(1, "sigmoid"))))


@pytest.fixture
def settled(qtbot, make):
    """settled(**settings): a bowl lab with everything computed."""

    def make_settled(**settings):
        lab = make("bowl", **settings)
        wait(qtbot, lab)
        return lab

    return make_settled


def wait(qtbot, lab):
    qtbot.waitUntil(lambda: lab.is_settled, timeout=20_000)


def chart(lab, index=0):
    return lab.boards[index].chart


def place(lab, u, v):
    plane = chart(lab).plane
    return QPoint(round(plane.x(u)), round(plane.y(v)))


def cells(lab):
    return [row.values for row in lab.panel.table.rows()]


def test_that_the_map_has_its_lines_and_the_path_ends_at_the_bottom(settled):
    lab = settled()
    assert len(chart(lab).content.field.lines) > 5
    curve = chart(lab).content.curves[0]
    assert (curve.points[0][-1], curve.points[1][-1]) == pytest.approx((1.57, 0.11), abs=0.01)
    assert cells(lab) == [("1.57", "0.11", "0.4196")]
    assert lab.panel.sentence.text() == "Settled at the bottom: w = 1.57, b = 0.11."


def test_that_the_table_agrees_with_the_facts(settled):
    lab = settled(alpha=5.0, updates=20)
    found = facts("bowl", lab.settings())
    assert cells(lab)[0][2] == f"{found['J']:.4f}"


def test_that_dragging_the_start_moves_the_path(qtbot, settled):
    lab = settled()
    qtbot.mousePress(chart(lab), Qt.MouseButton.LeftButton, pos=place(lab, -3.0, 3.5))
    qtbot.mouseMove(chart(lab), place(lab, 5.0, -3.0))
    qtbot.mouseRelease(chart(lab), Qt.MouseButton.LeftButton, pos=place(lab, 5.0, -3.0))
    wait(qtbot, lab)
    assert lab.settings()["start_w"] == pytest.approx(5.0, abs=0.05)
    assert chart(lab).content.curves[0].points[0][0] == lab.settings()["start_w"]


def test_that_a_click_adds_a_start_which_comes_to_the_same_bottom(qtbot, settled):
    lab = settled(alpha=2.0, updates=300)
    qtbot.mouseClick(chart(lab), Qt.MouseButton.LeftButton, pos=place(lab, 6.0, 4.0))
    wait(qtbot, lab)
    assert len(cells(lab)) == 2
    assert lab.panel.sentence.text().startswith("Every start comes to the same bottom")
    again = lab.settings()
    lab.set_settings(again)
    assert lab.settings() == again


def test_that_a_further_start_is_dragged_too_and_goes_with_start_again(qtbot, settled):
    lab = settled(starts="6 4")
    qtbot.mousePress(chart(lab), Qt.MouseButton.LeftButton, pos=place(lab, 6.0, 4.0))
    qtbot.mouseMove(chart(lab), place(lab, 2.0, -4.0))
    qtbot.mouseRelease(chart(lab), Qt.MouseButton.LeftButton, pos=place(lab, 2.0, -4.0))
    u, v = (float(part) for part in lab.settings()["starts"].split())
    assert (u, v) == pytest.approx((2.0, -4.0), abs=0.05)
    qtbot.mouseClick(lab.panel.again, Qt.MouseButton.LeftButton)
    wait(qtbot, lab)
    assert lab.settings()["starts"] == ""
    assert list(chart(lab).grips.points) == ["start0"]


def test_that_starts_that_can_not_be_read_are_said_and_harm_nothing(qtbot, make):
    lab = make("bowl")
    with qtbot.waitSignal(lab.told) as heard:
        lab.set_settings({"starts": "here and there"})
    assert "two numbers" in heard.args[0]
    wait(qtbot, lab)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"alpha": 20.0}, "jumps to and fro and never settles"),
        ({"data": "separable"}, "no bottom: w grows for ever"),
        ({"loss": "squared_error"}, "plateau"),
        ({"updates": 5}, "On its way down after 5 updates"),
        ({"updates": 1}, "On its way down after 1 update."),
    ],
)
def test_that_it_says_what_is_to_be_seen(settled, settings, said):
    assert said in settled(**settings).panel.sentence.text()


@pytest.mark.parametrize("updates", [1, 1000])
def test_that_the_head_of_the_table_has_room_for_how_many_updates(settled, updates):
    lab = settled(updates=updates, data="separable")
    lab.resize(776, 580)
    table = lab.panel.table
    head = "after 1 update" if updates == 1 else f"after {grouped_text(1000)} updates"
    assert table.heads[0] == head
    assert text_width(head, "caption") < table.name_room(table.heads[1:], "caption")


def test_that_both_losses_stand_side_by_side(settled):
    lab = settled(loss="both")
    assert lab.boards[1].isVisible()
    assert [board.title.text() for board in lab.boards] == ["Cross-entropy", "Squared error"]
    assert chart(lab, 0).content.field is not chart(lab, 1).content.field
    assert [row.name for row in lab.panel.table.rows()] == ["cross-entropy", "squared error"]


def test_that_the_loss_is_chosen_from_its_combo(qtbot, settled):
    lab = settled()
    combo = lab.panel.loss
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    wait(qtbot, lab)
    assert lab.settings()["loss"] == "squared_error"
    assert cells(lab)[0][2] == f"{facts('bowl', lab.settings())['J']:.4f}"


def test_that_a_run_shows_the_path_update_by_update_and_ends(qtbot, settled):
    lab = settled(updates=10)
    seen = []
    lab._timer.timeout.connect(lambda: seen.append(lab.panel.table.heads[0]))
    qtbot.mouseClick(lab.panel.run, Qt.MouseButton.LeftButton)
    assert lab.is_running
    qtbot.waitUntil(lambda: not lab.is_running, timeout=10_000)
    assert seen == ["after 1 update", *(f"after {n} updates" for n in range(2, 11))]


def test_that_a_paused_run_goes_on_by_single_updates(qtbot, settled):
    lab = settled(updates=1000)
    lab.start()
    lab.stop()
    lab.step_once()
    lab.step_once()
    assert lab.panel.table.heads[0] == "after 2 updates"


def test_that_one_update_more_makes_the_path_longer(qtbot, settled):
    lab = settled(updates=10)
    qtbot.mouseClick(lab.panel.step, Qt.MouseButton.LeftButton)
    wait(qtbot, lab)
    assert lab.panel.table.heads[0] == "after 11 updates"


def test_that_the_landscape_is_turned_by_dragging_and_by_keys(qtbot, settled):
    lab = settled(view="surface")
    landscape = lab.boards[0].landscape
    assert landscape.isVisible()
    before, picture = landscape.eye, landscape.grab().toImage()
    qtbot.mousePress(landscape, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(landscape, QPoint(160, 90))
    qtbot.mouseRelease(landscape, Qt.MouseButton.LeftButton, pos=QPoint(160, 90))
    assert landscape.eye.azimuth == before.azimuth + 30
    assert landscape.grab().toImage() != picture
    qtbot.keyClick(landscape, Qt.Key.Key_Up)
    assert landscape.eye.elevation == pytest.approx(before.elevation - 5 + 5)


def test_that_two_landscapes_turn_together(qtbot, settled):
    lab = settled(view="surface", loss="both")
    qtbot.keyClick(lab.boards[1].landscape, Qt.Key.Key_Left)
    assert lab.boards[0].landscape.eye == lab.boards[1].landscape.eye
    assert lab.boards[0].landscape.eye.azimuth == -40


def test_that_the_landscape_turns_within_a_frame(qtbot, settled):
    landscape = settled(view="surface", starts="6 4").boards[0].landscape
    qtbot.mousePress(landscape, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    times = []
    for step in range(1, 8):
        qtbot.mouseMove(landscape, QPoint(100 + 5 * step, 100))
        began = time.thread_time()
        landscape.grab()
        times.append(time.thread_time() - began)
    assert min(times) < 0.012


def test_that_a_network_has_the_cost_of_two_of_its_weights(qtbot, settled):
    lab = settled()
    lab.set_network(SETUP)
    part = lab.modes.part_rect(1).center().toPoint()
    qtbot.mouseClick(lab.modes, Qt.MouseButton.LeftButton, pos=part)
    wait(qtbot, lab)
    loaded = load(SETUP)
    start = chart(lab).grips.points["start0"]
    assert (start.x, start.y) == loaded.plane("", "").here
    assert chart(lab).content.x_axis.name == "w[1]₁,₁"
    assert "All other weights stay as they are" in lab.panel.sentence.text()
    assert lab.panel.first.isVisible()
    assert not lab.panel.loss.isVisible()


def test_that_other_weights_are_chosen_and_give_another_surface(qtbot, settled):
    lab = settled()
    lab.set_network(SETUP)
    lab.set_settings({"mode": "network", "first": "W2_1_1", "second": "b2_1"})
    wait(qtbot, lab)
    axis = chart(lab).content.x_axis
    assert axis.name == "w[2]₁,₁"
    field = chart(lab).content.field
    lab.panel.second.setCurrentIndex(0)
    lab.panel.second.activated.emit(0)
    wait(qtbot, lab)
    assert lab.settings()["second"] == "W1_1_1"
    assert chart(lab).content.field is not field


def test_that_another_network_is_taken_over_while_it_is_shown(qtbot, settled):
    lab = settled(mode="network")
    lab.set_network(replace(SETUP, weights_seed=7))
    wait(qtbot, lab)
    start = chart(lab).grips.points["start0"]
    assert (start.x, start.y) == load(replace(SETUP, weights_seed=7)).plane("", "").here


def test_that_going_to_and_fro_between_modes_ends_with_the_right_surface(qtbot, settled):
    lab = settled()
    lab.set_settings({"mode": "network"})
    lab.set_settings({})
    wait(qtbot, lab)
    assert chart(lab).content.x_axis.name == "w"
    assert cells(lab) == [("1.57", "0.11", "0.4196")]


def test_that_the_curve_of_the_first_start_runs_through_the_examples(settled):
    lab = settled()
    curve = lab.panel.fit.content.curves[0]
    w, b = 1.5722, 0.1065
    assert curve.points[1] == pytest.approx(1 / (1 + np.exp(-(w * curve.points[0] + b))), abs=1e-3)


def test_that_closing_ends_all_threads(make):
    lab = make("bowl", mode="network")
    lab.close_down()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lab: ")]
