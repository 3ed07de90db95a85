"""Step in the real window: stop anywhere, walk through the very next update, go on without a jump."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.setup import Setup
from engine.step.exercises import load_preset
from gui.main_window import MainWindow
from gui.options import Options
from gui.sheet.sheet_panel import SheetDialog
from gui.step.selection import Cell
from gui.training.run_state import RunState
from gui.widgets import PanelHeader


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window.activateWindow()
    QTest.keyClick(window, key, modifier)


def open_step(window: MainWindow, qtbot) -> None:
    """Ctrl+2, and wait for the tape of now."""
    taken: list[object] = []
    window.controller.tape_taken.connect(taken.append)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(taken))
    window.controller.tape_taken.disconnect(taken.append)


def wait_for_next_tape(window: MainWindow, qtbot, do) -> None:
    before = window.workspaces.step.tape
    do()
    qtbot.waitUntil(lambda: window.workspaces.step.tape is not before)


def test_that_step_stops_a_running_network_and_shows_its_next_update(window, qtbot):
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration > 50)
    open_step(window, qtbot)
    assert window.controller.state is RunState.PAUSED
    qtbot.waitUntil(lambda: window.controller.is_settled)
    tape, snapshot = window.workspaces.step.tape, window.last_snapshot
    assert tape.moment.iteration == snapshot.iteration
    np.testing.assert_array_equal(tape.moment.W[1], snapshot.W[1])
    assert window.status.texts()[0] == "Stepping"
    assert window.rail.current() == "step"


def test_that_what_was_stepped_through_is_what_the_run_then_does(window, qtbot):
    open_step(window, qtbot)
    tape = window.workspaces.step.tape
    press(window, Qt.Key.Key_End)
    assert window.workspaces.step.stepper.is_at_end
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == tape.moment.iteration + 1)
    for l in range(1, 4):
        np.testing.assert_allclose(window.last_snapshot.W[l], tape.W_after[l], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(window.last_snapshot.b[l], tape.b_after[l], rtol=1e-12, atol=1e-15)


def test_that_the_point_makes_the_update_and_opens_the_next(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    step.stepper.go_to_phase("backward")
    name, after = step.stepper.row.name, step.tape.W_after[1]
    wait_for_next_tape(window, qtbot, lambda: press(window, Qt.Key.Key_Period))
    np.testing.assert_allclose(step.tape.moment.W[1], after, rtol=1e-12, atol=1e-15)
    assert step.stepper.row.name == name
    press(window, Qt.Key.Key_End)
    wait_for_next_tape(window, qtbot, lambda: qtbot.mouseClick(step.bar.next, Qt.MouseButton.LeftButton))
    assert (step.stepper.index, step.tape.moment.iteration) == (0, 2)


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 1),
        ([Qt.Key.Key_End], 24),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
    ],
)
def test_that_the_keys_step_wherever_the_focus_is(window, qtbot, keys, index):
    open_step(window, qtbot)
    step = window.workspaces.step
    for focused in (None, step.bar.pace, step.tape_list.rows):
        step.stepper.go_to(0)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            press(window, key)
        assert step.stepper.index == index, focused


def test_that_space_plays_and_stops(window, qtbot):
    open_step(window, qtbot)
    stepper = window.workspaces.step.stepper
    stepper.set_pace(2)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stepper.index >= 2)
    assert window.workspaces.step.bar.play.text() == "Pause"
    press(window, Qt.Key.Key_Space)
    assert not stepper.is_playing
    assert window.controller.state is not RunState.RUNNING


def test_that_in_a_field_the_keys_belong_to_the_text(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    step.bar.columns_chosen.emit(3)
    qtbot.waitUntil(lambda: step.tape.moment.columns == 3)
    field = step.bar.columns.field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        QTest.keyClick(field, key)
    assert step.stepper.index == 0
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step.tape.moment.columns == 13)
    assert step.tape.moment.m == 1


def test_that_an_example_that_does_not_exist_is_said_and_changes_nothing(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    step.bar.columns_chosen.emit(0)
    qtbot.waitUntil(lambda: step.tape.moment.columns == 0)
    tape, field = step.tape, step.bar.columns.field
    field.setText("251")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "1 to 250" in field.message
    assert step.tape is tape


def test_that_the_whole_set_can_be_stepped_through_and_the_run_keeps_its_batch(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    batch = step.tape.moment.X
    step.bar.columns_chosen.emit("all")
    qtbot.waitUntil(lambda: step.tape.moment.columns == "all")
    assert step.tape.moment.m == 250
    step.bar.columns_chosen.emit("batch")
    qtbot.waitUntil(lambda: step.tape.moment.columns == "batch")
    np.testing.assert_array_equal(step.tape.moment.X, batch)


def test_that_random_walks_lead_back_to_the_same_picture(window, qtbot):
    open_step(window, qtbot)
    stepper = window.workspaces.step.stepper
    step = window.workspaces.step
    walk = Random(0).choices([Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_PageUp], k=60)
    stepper.go_to(9)
    stepper.select(Cell(0, 0, 1))
    qtbot.waitUntil(lambda: window.workspaces.is_settled)
    tape, picture = step.tape, step.network.grab().toImage()
    before = [row.value.copy() for row in tape.rows]
    for key in walk:
        press(window, key)
    stepper.go_to(9)
    stepper.select(Cell(0, 0, 1))
    assert window.workspaces.step.tape is tape
    for row, value in zip(tape.rows, before, strict=True):
        np.testing.assert_array_equal(row.value, value)
    assert step.network.grab().toImage() == picture


def test_that_an_edge_in_the_drawing_selects_its_number_and_the_number_lights_the_edge(open_window, qtbot):
    window = open_window(load_preset("worked-example"))
    open_step(window, qtbot)
    step = window.workspaces.step
    step.stepper.go_to(11)
    canvas = step.network.canvas
    port = canvas.scene.ports[1, 1, 0]
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(port.x + 20), int(port.cy)))
    assert step.stepper.cell == Cell(0, 1, 0)
    assert canvas.lit.edges == {(1, 1, 0)}
    assert "dW[1], row 2, column 1" in window.status.texts()


def test_that_an_undone_edit_brings_the_tape_of_the_old_network(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    wait_for_next_tape(window, qtbot, lambda: window.editing.set_units(1, 6))
    assert step.tape.moment.spec.sizes == (2, 6, 2, 1)
    wait_for_next_tape(
        window, qtbot, lambda: press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    )
    assert step.tape.moment.spec.sizes == (2, 4, 2, 1)


def test_that_the_decimals_of_the_status_bar_are_remembered(window, qtbot):
    open_step(window, qtbot)
    decimals = window.workspaces.step_place.decimals
    assert decimals.isVisible()
    decimals.setCurrentIndex(decimals.findText("6 decimals"))
    decimals.activated.emit(decimals.currentIndex())
    assert window.settings.text("decimals") == "6 decimals"
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not decimals.isVisible()


def test_that_a_diverged_run_can_be_looked_at(open_window, qtbot):
    setup = Setup()
    layers = (replace(setup.network.layers[0], activation="relu"), *setup.network.layers[1:])
    setup = replace(setup, network=replace(setup.network, layers=layers))
    window = open_window(replace(setup, training=replace(setup.training, alpha=1e300)))
    window.controller.update_once()
    window.controller.update_once()
    qtbot.waitUntil(lambda: window.controller.is_settled)
    open_step(window, qtbot)
    for _ in window.workspaces.step.tape.rows:
        press(window, Qt.Key.Key_Right)
    assert window.workspaces.step.stepper.is_at_end
    texts = window.status.texts()
    assert texts[0] == f"Diverged at update {window.last_snapshot.divergence.iteration}"
    assert any("good" in text or "In this update" in text for text in texts)


def test_that_playing_is_said_and_ends_where_a_sheet_is_made(window, qtbot):
    open_step(window, qtbot)
    press(window, Qt.Key.Key_Space)
    assert window.status.texts()[0] == "Playing"
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(SheetDialog)))
    assert not window.workspaces.step.stepper.is_playing
    assert window.status.texts()[0] == "Stepping"
    window.findChildren(SheetDialog)[0].reject()


def test_that_a_row_that_the_tape_does_not_have_is_said(window, qtbot):
    window.workspaces.start_in(Options(workspace="step", row=99))
    qtbot.waitUntil(lambda: bool(window.status.message))
    assert window.status.message == "There is no row 99: the tape has 25 rows"
    assert window.workspaces.step.stepper.is_at_end


def test_that_the_window_closes_while_step_plays_and_checks(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    step.stepper.go_to_phase("backward")
    step.centre.show_page("check")
    press(window, Qt.Key.Key_Space)
    assert window.close()


def test_that_ctrl_p_makes_a_sheet_of_the_playground_as_it_stands(window, qtbot, tmp_path):
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(SheetDialog)))
    dialog = window.findChildren(SheetDialog)[0]
    assert [head.detail() for head in dialog.findChildren(PanelHeader)] == ["Circle, update 1"]
    dialog.save_as(tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: not window.findChildren(SheetDialog), timeout=20_000)
    assert "Exercise sheet saved as sheet.pdf" in window.status.message
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_that_step_has_the_keyboard_for_its_numbers_from_the_start(window, qtbot):
    open_step(window, qtbot)
    step = window.workspaces.step
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert step.stepper.cell is not None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert step.stepper.cell is None
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not step.centre.hasFocus()


def test_that_the_status_bar_says_the_number_under_the_mouse(window, qtbot):
    open_step(window, qtbot)
    view = window.workspaces.step.centre.numbers.equations.panels[0].view
    place = view.cell_rect(1, 0)
    value = abs(window.workspaces.step.stepper.row.value[1, 0])
    qtbot.mouseMove(view, QPoint(1, 1))
    qtbot.mouseMove(view, QPoint(round(place.x + place.width / 2), round(place.y + place.height / 2)))
    qtbot.waitUntil(lambda: any("Z[1], row 2, column 1" in text for text in window.status.texts()))
    assert f"{value:.8g}"[:6] in window.status.texts()[-2]
