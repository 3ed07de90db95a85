"""Scenes that are labs: one or two, opened with settings, captured with what was moved."""

from __future__ import annotations

from engine.labs.table import checked
from engine.lessons.lesson import LabValues, TrainValues
from engine.setup import Setup
from tests.gui.course.stage.scenes import fitted, scene

BELOW = LabValues("vanishing", checked("vanishing", {"layers": 3, "updates": 20}))


def activations(z: float, below: LabValues | None = None) -> LabValues:
    return LabValues("activations", checked("activations", {"z": z}), below)


def test_that_a_lab_opens_with_the_settings_of_the_lesson(stage, show):
    show(activations(4.0))
    assert stage.kind == "lab"
    assert [lab.key for lab in stage.scene.labs] == ["activations"]
    assert stage.scene.labs[0].settings()["z"] == 4.0
    assert stage.controls == frozenset()
    assert stage.take() is None


def test_that_two_labs_stand_one_under_the_other(stage, show):
    show(activations(4.0, BELOW))
    upper, lower = stage.scene.labs
    assert upper.isVisible()
    assert lower.isVisible()
    assert upper.mapTo(stage, upper.rect().bottomLeft()).y() < lower.mapTo(stage, lower.rect().topLeft()).y()
    assert lower.height() > upper.height()


def test_that_a_lab_that_stays_is_kept_and_one_that_goes_is_closed(stage, show):
    show(activations(4.0, BELOW))
    upper = stage.scene.labs[0]
    show(activations(1.0))
    assert stage.scene.labs == [upper]
    assert upper.settings()["z"] == 1.0


def test_that_what_a_reader_moved_is_captured_and_shown_again(stage, show):
    show(activations(4.0, BELOW))
    stage.scene.labs[0]._change(z=2.5)
    captured = stage.capture()
    assert captured.values == activations(2.5, BELOW)
    stage.show_scene(captured)
    assert stage.scene.labs[0].settings()["z"] == 2.5


def test_that_reset_brings_the_settings_of_the_lesson_back(stage, show):
    show(activations(4.0))
    stage.scene.labs[0]._change(z=2.5)
    stage.reset()
    assert stage.scene.labs[0].settings()["z"] == 4.0


def test_that_labs_run_and_stop_with_the_stage(stage, show, qtbot):
    show(activations(4.0, BELOW))
    assert "run" in stage.controls
    with qtbot.waitSignal(stage.changed):
        stage.run()
    assert stage.is_running
    with qtbot.waitSignal(stage.changed):
        stage.pause()
    assert not stage.is_running


def test_that_the_stage_hears_when_a_lab_has_run_to_its_end(stage, show, qtbot):
    show(BELOW)
    stage.run()
    with qtbot.waitSignal(stage.changed, check_params_cb=lambda: stage.state == "idle"):
        pass


def test_that_another_scene_stops_a_lab(stage, show):
    show(BELOW)
    stage.run()
    lab = stage.scene.labs[0]
    show(TrainValues(fitted(Setup())))
    assert not lab.is_running


def test_that_a_lab_lights_its_controls_by_itself(stage, show):
    show(activations(4.0), "z")
    assert stage.lit_elsewhere == frozenset()


def test_that_a_lab_that_is_not_there_is_said_on_the_stage(stage):
    stage.show_scene(scene(LabValues("perpetuum", {})))
    assert "perpetuum" in stage.notice.text()
    assert stage.notice.isVisible()
    assert stage.capture() is None


def test_that_settings_out_of_range_are_said_on_the_stage(stage, show):
    stage.show_scene(scene(LabValues("activations", {"z": 1e9})))
    assert "z must be at most" in stage.notice.text()
    show(activations(0.0))
    assert stage.scene.isVisible()


def test_that_a_lab_that_looks_at_the_playground_gets_its_network_now_and_later(stage, show):
    first, second = fitted(Setup()), fitted(Setup(weights_seed=5))
    stage.set_playground(first)
    show(LabValues("bowl", checked("bowl", {"mode": "network"})))
    lab = stage.scene.labs[0]
    assert lab._supply._setup == first
    stage.set_playground(second)
    assert lab._supply._setup == second


def test_that_beginning_again_keeps_the_settings_of_now(stage, show):
    show(activations(4.0))
    stage.scene.labs[0]._change(z=2.5)
    stage.restart()
    assert stage.scene.labs[0].settings()["z"] == 2.5
    stage.reset()
    assert stage.scene.labs[0].settings()["z"] == 4.0


def test_that_what_a_run_has_moved_begins_again_where_the_lesson_put_it(stage, show):
    show(LabValues("neuron", checked("neuron", {"w": 0.3, "b": 0.2})))
    stage.scene.labs[0]._set_by_hand(alpha=0.02)
    stage.step_once()
    assert stage.scene.labs[0].settings()["w"] != 0.3
    stage.restart()
    settings = stage.scene.labs[0].settings()
    assert (settings["w"], settings["b"], settings["alpha"]) == (0.3, 0.2, 0.02)


def test_that_what_a_lab_has_said_goes_with_its_page(stage, show, qtbot):
    said = []
    stage.told.connect(said.append)
    show(BELOW)
    stage.scene.labs[0].told.emit("update 20")
    assert said[-1] == "update 20"
    show(activations(1.0))
    assert said[-1] == ""
    before = len(said)
    show(activations(2.0))
    assert len(said) == before  # it takes nothing away that others have said
    stage.scene.labs[0].told.emit("a word")
    stage.hide()
    assert said[-1] == ""


def test_that_bar_and_lab_say_the_same_of_a_run_at_once(stage, show, qtbot):
    show(BELOW)
    lab = stage.scene.labs[0]
    assert (stage.state, stage.end_word) == ("idle", "Stop")
    with qtbot.waitSignal(stage.changed):
        lab.run_button.click()
    assert stage.is_running
    assert lab.run_button.text() == stage.end_word
    show(LabValues("neuron", checked("neuron", {})))
    assert stage.end_word == "Pause"


def test_that_a_run_that_can_go_on_is_paused_and_one_that_begins_anew_is_not(stage, show, qtbot):
    show(LabValues("bowl", checked("bowl", {})))
    stage.run()
    qtbot.waitUntil(lambda: (stage.scene.labs[0]._shown or 0) > 0)
    stage.pause()
    assert stage.state == "paused"
    show(BELOW)
    stage.run()
    stage.pause()
    assert stage.state == "idle"
