"""The first lesson in the real window: press Space, watch, change the network while it trains, undo, close."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import DataSpec
from engine.setup import Setup
from engine.spec import LayerSpec
from gui.main_window import MainWindow
from gui.train.output.notice import divergence_text
from gui.training.run_state import RunState
from gui.training.speed import SPEEDS


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window.activateWindow()
    QTest.keyClick(window, key, modifier)


def settle(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.controller.is_settled)


def diverging() -> Setup:
    setup = Setup(data=DataSpec("plane"))
    layers = (LayerSpec(6, "relu"), LayerSpec(6, "relu"), LayerSpec(1, "linear"))
    network = replace(setup.network, layers=layers, cost="mean_squared_error", initialization="he")
    return replace(setup, network=network, training=replace(setup.training, alpha=3.0))


def test_that_space_starts_the_training_and_a_boundary_forms(window, qtbot):
    assert window.controller.state is RunState.IDLE
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.last_snapshot.accuracy_test > 0.95)
    assert window.controller.state is RunState.RUNNING
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.controller.state is RunState.PAUSED)


def test_that_space_runs_although_a_combo_was_used_with_the_mouse(window, qtbot):
    window.transport.optimizer.setFocus(Qt.FocusReason.MouseFocusReason)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.controller.state is RunState.RUNNING)


def test_that_space_presses_the_button_that_the_keyboard_stands_on(window, qtbot):
    window.transport.update_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 1)
    assert window.controller.state is RunState.PAUSED


def test_that_the_dot_makes_one_update_and_the_comma_ends_the_epoch(window, qtbot):
    press(window, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 1)
    press(window, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: window.last_snapshot.epoch == 1)
    assert window.last_snapshot.iteration == 25


def test_that_units_layers_and_alpha_change_while_it_trains_and_nothing_resets(window, qtbot):
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 10)
    view = window.workspace.network_view
    view.units_requested.emit(1, 7)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 7, 2, 1))
    view.layer_add_requested.emit(2)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 7, 2, 2, 1))
    view.activation_requested.emit(1, "relu")
    window.transport.alpha_changed.emit(0.03)
    epoch = window.last_snapshot.epoch
    assert epoch > 10
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > epoch + 5)
    assert window.controller.state is RunState.RUNNING
    assert window.document.setup.network.layer(1).activation == "relu"
    assert window.document.setup.training.alpha == 0.03


def test_that_undo_takes_edits_back_one_by_one_while_it_trains(window, qtbot):
    window.controller.run()
    window.workspace.network_view.units_requested.emit(1, 5)
    window.workspace.network_view.layer_remove_requested.emit(2)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 5, 1))
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 5, 2, 1))
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 2, 1))
    press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 5, 2, 1))


def test_that_minus_at_one_unit_takes_the_layer_out(window, qtbot):
    window.workspace.network_view.units_requested.emit(2, 0)
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 1))


def test_that_a_typed_weight_is_shown_and_undone(window, qtbot):
    settle(window, qtbot)
    before = float(window.last_snapshot.W[1][2, 1])
    window.workspace.network_view.parameter_typed.emit(1, 2, 1, 3.25, 1)
    qtbot.waitUntil(lambda: float(window.last_snapshot.W[1][2, 1]) == 3.25)
    assert window.document.undo_stack.undoText() == "w[1]₃,₂ = 3.25"
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: float(window.last_snapshot.W[1][2, 1]) == before)


def test_that_r_resets_to_the_same_weights_and_undo_brings_the_training_back(window, qtbot):
    start = window.last_snapshot.W[1]
    window.controller.run(20)
    qtbot.waitUntil(lambda: window.controller.state is RunState.FINISHED)
    settle(window, qtbot)
    trained = window.last_snapshot.W[1]
    press(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == 0)
    np.testing.assert_array_equal(window.last_snapshot.W[1], start)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.last_snapshot.epoch == 20)
    np.testing.assert_array_equal(window.last_snapshot.W[1], trained)


def test_that_another_data_set_changes_the_output_layer_and_undo_brings_it_back(window, qtbot):
    window.workspace.data_panel.data_requested.emit(DataSpec("blobs"), "3 classes", "")
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 2, 3))
    assert window.document.setup.network.cost == "categorical_cross_entropy"
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (2, 4, 2, 1))


def test_that_digits_are_loaded_off_the_gui_thread_and_train(window, qtbot):
    window.workspace.data_panel.data_requested.emit(DataSpec("digits", scaling="min_max"), "Digits", "")
    qtbot.waitUntil(lambda: window.last_snapshot.sizes == (64, 4, 2, 10), timeout=10_000)
    window.controller.run(2)
    qtbot.waitUntil(lambda: window.controller.state is RunState.FINISHED, timeout=20_000)
    settle(window, qtbot)
    assert window.last_snapshot.confusion.shape == (10, 10)


def test_that_a_diverged_run_keeps_a_picture_says_where_and_can_be_undone(open_window, qtbot):
    window = open_window(diverging())
    window.controller.set_speed(len(SPEEDS) - 1)
    window.controller.run()
    qtbot.waitUntil(lambda: window.controller.state is RunState.DIVERGED)
    settle(window, qtbot)
    snapshot = window.last_snapshot
    assert snapshot.divergence is not None
    assert all(np.isfinite(W).all() for W in snapshot.W[1:])
    assert np.isfinite(snapshot.cost_train)
    said = divergence_text(snapshot.divergence)
    qtbot.waitUntil(lambda: window.workspace.output_panel.notice.text == said)
    assert not window.transport.run.isEnabled()
    press(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.controller.state is RunState.IDLE)
    qtbot.waitUntil(lambda: window.last_snapshot.divergence is None)


def test_that_closing_while_it_trains_at_full_speed_takes_less_than_a_second(open_window, qtbot):
    window = open_window()
    window.controller.set_speed(len(SPEEDS) - 1)
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 5)
    window.projects.asks = False  # whether to save is asked first; this is about the thread
    began = time.monotonic()
    assert window.close()
    assert time.monotonic() - began < 1.0


def test_that_the_theme_changes_while_it_trains(window, qtbot):
    window.controller.run()
    light = window.grab().toImage().pixelColor(300, 60)
    window.actions_.handlers()["theme_dark"]()
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(300, 60) != light)
    assert window.appearance.theme.is_dark
    epoch = window.last_snapshot.epoch
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > epoch)


def test_that_the_window_comes_back_as_it_was_left(open_window, qtbot):
    window = open_window(size=(1500, 880))
    window.close()
    assert window.settings.data("geometry")
    assert window.workspace.restore_layout(window.settings.data("layout"))


def test_that_a_set_up_copied_as_one_line_and_pasted_is_the_same(window, qtbot, qapp):
    window.workspace.network_view.units_requested.emit(1, 6)
    copied = window.document.setup
    window.files.copy_setup()
    assert len(qapp.clipboard().text().splitlines()) == 1
    window.workspace.network_view.units_requested.emit(1, 3)
    window.files.paste_setup()
    qtbot.waitUntil(lambda: window.document.setup == copied)


def test_that_bad_text_on_the_clipboard_is_refused_with_a_sentence(window, qapp):
    before = window.document.setup
    qapp.clipboard().setText("not a set-up")
    window.files.paste_setup()
    assert window.document.setup == before
    assert "JSON" in window.status.message
