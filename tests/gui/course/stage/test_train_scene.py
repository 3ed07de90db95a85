"""Scenes that train: made so many updates of, edited with an undo of their own, run and reset."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.lessons.lesson import SameValues, TrainValues
from engine.run import build
from engine.setup import Setup
from gui.course.stage.train_scene import TrainScene
from gui.labs.halo import Halo
from gui.training.run_state import RunState
from tests.gui.course.stage.scenes import fitted, scene, stored


def trained(setup: Setup, updates: int):
    _, _, trainer = build(setup)
    trainer.run_updates(updates)
    return trainer


def same_numbers(snapshot, trainer) -> bool:
    L = trainer.network.spec.L
    return all(np.array_equal(snapshot.W[l], trainer.network.W[l]) for l in range(1, L + 1))


@pytest.fixture
def train(stage, show) -> TrainScene:
    show(TrainValues(fitted(Setup()), updates=300))
    assert isinstance(stage.scene, TrainScene)
    return stage.scene


def test_that_a_scene_opens_after_the_very_updates_that_the_lesson_asks_for(stage, train):
    assert (stage.kind, stage.counter_name, stage.counter_text) == ("train", "Update", "300")
    assert same_numbers(stage._run.snapshot, trained(Setup(), 300))
    assert stage.controls == {"run", "update"}
    assert not stage.is_running


def test_that_panels_are_those_that_the_lesson_shows(stage, show):
    show(TrainValues(fitted(Setup()), show=("output", "gradients")))
    train = stage.scene
    shown = {key for key, panel in train._panels.items() if panel.isVisible()}
    assert shown == {"output", "gradients"}


def test_that_a_scene_that_runs_runs_until_it_is_paused(stage, qtbot):
    stage.show_scene(scene(TrainValues(fitted(Setup()), run=True)))
    qtbot.waitUntil(
        lambda: stage.is_running and stage._run.snapshot is not None and stage._run.snapshot.iteration > 0
    )
    stage.pause()
    qtbot.waitUntil(lambda: stage.is_settled)
    assert stage.state == "paused"


def test_that_a_stage_that_is_hidden_does_not_train_on(stage, show, qtbot):
    show(TrainValues(fitted(Setup())))
    stage.run()
    qtbot.waitUntil(lambda: stage.is_running)
    stage.hide()
    qtbot.waitUntil(lambda: stage._run.state is RunState.PAUSED)


def test_that_one_update_more_is_one_more(stage, train, qtbot):
    stage.step_once()
    qtbot.waitUntil(lambda: stage.counter_text == "301")
    assert same_numbers(stage._run.snapshot, trained(Setup(), 301))


def test_that_an_edit_of_the_drawing_can_be_undone_in_the_scene(stage, train, qtbot):
    train.network.units_requested.emit(1, 6)
    qtbot.waitUntil(lambda: stage.is_settled and stage._run.snapshot.sizes[1] == 6)
    assert stage.undo_stack.count() == 1
    stage.undo_stack.undo()
    qtbot.waitUntil(lambda: stage.is_settled and stage._run.snapshot.sizes[1] == 4)
    assert same_numbers(stage._run.snapshot, trained(Setup(), 300))


def test_that_a_typed_weight_stands_in_the_network(stage, train, qtbot):
    train.network.parameter_typed.emit(1, 0, 1, 2.5, 1)
    qtbot.waitUntil(lambda: stage.is_settled and stage._run.snapshot.W[1][0, 1] == 2.5)


def test_that_the_controls_change_the_training(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), show=("network", "output", "controls")))
    strip = stage.scene.strip
    strip.alpha_changed.emit(0.5)
    strip.optimizer_chosen.emit("adam")
    strip.batch_size_changed.emit(None)
    training = stage._run.setup.training
    assert (training.alpha, training.optimizer, training.batch_size) == (0.5, "adam", None)
    assert strip.alpha.value() == 0.5
    qtbot.waitUntil(lambda: stage.is_settled)


def test_that_reset_brings_the_scene_back_as_it_was_opened(stage, train, qtbot):
    train.network.activation_requested.emit(1, "relu")
    stage.step_once()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "301")
    stage.reset()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "300")
    assert stage._run.setup == fitted(Setup())
    assert same_numbers(stage._run.snapshot, trained(Setup(), 300))
    assert stage.undo_stack.count() == 0


def test_that_the_next_scene_takes_the_same_thread(stage, train, show):
    controller = stage._run.controller
    show(TrainValues(stored("setups", "spiral.json"), updates=7))
    assert stage._run.controller is controller
    assert same_numbers(stage._run.snapshot, trained(stored("setups", "spiral.json"), 7))


def test_that_a_page_that_keeps_the_scene_leaves_it_as_the_reader_left_it(stage, train, qtbot):
    stage.step_once()
    qtbot.waitUntil(lambda: stage.counter_text == "301" and stage.is_settled)
    kept = TrainValues(fitted(Setup()), updates=300)
    stage.show_scene(scene(SameValues(kept), "output"))
    assert stage.counter_text == "301"
    assert any(halo.isVisible() for halo in stage.findChildren(Halo))


def test_that_a_page_that_keeps_a_scene_which_was_never_shown_opens_it(stage, qtbot):
    stage.show_scene(scene(SameValues(TrainValues(fitted(Setup()), updates=12))))
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "12")


def test_that_data_from_a_file_come_off_the_windows_thread(stage, qtbot):
    stage.show_scene(scene(TrainValues(stored("setups", "digits.json"), updates=3)))
    assert not stage.scene.is_ready
    assert stage.capture() is None
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "3")
    assert stage.scene.isVisible()


def test_that_a_scene_left_before_its_data_came_does_not_come_any_more(stage, qtbot):
    stage.show_scene(scene(TrainValues(stored("setups", "digits.json"))))
    stage.show_scene(scene(TrainValues(fitted(Setup()), updates=5)))
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "5")
    assert stage._run.setup.data.source == "circle"


def test_that_lit_controls_have_halos_that_let_the_mouse_through(stage, show):
    show(TrainValues(fitted(Setup())), "alpha", "activation", "run")
    halos = [halo for halo in stage.findChildren(Halo) if halo.isVisible()]
    assert len(halos) == 3  # the learning rate and two hidden layers
    assert stage.scene.strip.isVisible()  # although the lesson shows no controls
    assert all(halo.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for halo in halos)
    assert stage.lit_elsewhere == {"run"}


def test_that_halos_follow_a_layer_that_is_added(stage, show, qtbot):
    show(TrainValues(fitted(Setup())), "activation")
    stage.scene.network.layer_add_requested.emit(1)
    qtbot.waitUntil(lambda: stage.is_settled)
    assert sum(halo.isVisible() for halo in stage.findChildren(Halo)) == 3


def test_that_another_page_takes_the_halos_away(stage, show):
    show(TrainValues(fitted(Setup())), "output", "cost")
    show(TrainValues(fitted(Setup())))
    assert not any(halo.isVisible() for halo in stage.findChildren(Halo))


def test_that_a_run_that_diverges_says_so(stage, show, qtbot):
    show(TrainValues(stored("setups", "diverged.json"), updates=400))
    assert stage.state == "diverged"


def test_that_given_weights_that_do_not_fit_are_said_on_the_stage(stage, qtbot):
    broken = replace(stored("exercises", "worked-example.json"), network=Setup().network)
    with qtbot.waitSignal(stage.failed):
        stage.show_scene(scene(TrainValues(broken)))
    assert "weights" in stage.notice.text()
    assert stage.notice.isVisible()
    assert stage.scene is None


def test_that_noise_and_data_are_edits_of_the_scene(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), show=("output", "controls")))
    strip = stage.scene.strip
    strip.noise.value_changed.emit(25.0)
    assert stage._run.setup.data.noise == 25.0
    strip.data.key_chosen.emit("xor")
    assert stage._run.setup.data.source == "xor"
    stage.undo_stack.undo()
    stage.undo_stack.undo()
    assert stage._run.setup.data == Setup().data
    qtbot.waitUntil(lambda: stage.is_settled)


def test_that_what_is_lit_keeps_its_room_in_a_narrow_strip(stage, show):
    stage.resize(776, 584)
    show(TrainValues(fitted(Setup()), show=("network", "controls")), "noise", "data")
    controls = stage.scene.strip.controls
    assert controls["noise"].isVisible()
    assert controls["data"].isVisible()
    assert not controls["regularization"].isVisible()
    assert stage.lit_elsewhere == frozenset()


def test_that_beginning_again_keeps_the_settings_and_takes_the_same_start_weights(stage, train, qtbot):
    train.strip.alpha_changed.emit(0.5)
    stage.step_once()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "301")
    stage.restart()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "0")
    assert stage._run.setup.training.alpha == 0.5
    assert same_numbers(stage._run.snapshot, trained(Setup(), 0))
