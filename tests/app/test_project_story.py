"""A project is saved on Tuesday, opened on Wednesday, and goes on as if it had never stopped."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

import engine.project
from engine.data import DataSpec, preview, read_table
from engine.project import read_project
from engine.setup import Setup
from engine.spec import TrainingSpec
from gui import projects
from gui.main_window import MainWindow
from gui.projects.notes_dialog import NotesDialog
from gui.training.run_state import RunState
from tests.app.project_driving import (
    CTRL,
    SHIFT,
    answer,
    asked,
    choose,
    open_file,
    press,
    rest,
    save_as,
    train,
)

ROOT = Path(__file__).resolve().parents[2]


def state_of(window: MainWindow):
    """W, b, iteration and the whole history, as they are shown."""
    snapshot = window.last_snapshot
    assert snapshot is not None
    return snapshot


def assert_equal_runs(one: MainWindow, other: MainWindow) -> None:
    first, second = state_of(one), state_of(other)
    assert (first.iteration, first.epoch) == (second.iteration, second.epoch)
    for W, V in zip(first.W[1:] + first.b[1:], second.W[1:] + second.b[1:], strict=True):
        np.testing.assert_array_equal(W, V)
    assert first.cost_train == second.cost_train
    np.testing.assert_array_equal(first.curves.iteration, second.curves.iteration)
    np.testing.assert_array_equal(first.curves.epoch, second.curves.epoch)
    for key in first.curves.low:
        np.testing.assert_array_equal(first.curves.low[key], second.curves.low[key], key)
        np.testing.assert_array_equal(first.curves.high[key], second.curves.high[key], key)


@pytest.mark.parametrize(
    ("optimizer", "batch_size"), [("gradient_descent", None), ("momentum", 7), ("rmsprop", 10), ("adam", 16)]
)
def test_that_500_updates_saved_and_500_more_are_1000(
    open_window, qtbot, tmp_path, monkeypatch, optimizer, batch_size
):
    setup = replace(Setup(), training=TrainingSpec(optimizer, 0.02, batch_size))
    tuesday, straight = open_window(setup), open_window(setup)
    train(straight, 500, qtbot)
    train(straight, 500, qtbot)
    train(tuesday, 500, qtbot)
    save_as(tuesday, tmp_path / "tuesday.chalk", monkeypatch, qtbot)
    wednesday = open_window()
    open_file(wednesday, tmp_path / "tuesday.chalk", monkeypatch, qtbot)
    assert_equal_runs(wednesday, tuesday)
    assert wednesday.controller.state is RunState.PAUSED
    train(wednesday, 500, qtbot)
    assert_equal_runs(wednesday, straight)


def test_that_a_project_saved_while_it_trains_holds_one_moment_of_it(window, qtbot, tmp_path, monkeypatch):
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 2)
    choose(monkeypatch, tmp_path / "run.chalk")
    press(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: (tmp_path / "run.chalk").exists() and window.projects.is_settled)
    assert window.controller.state is RunState.RUNNING
    window.controller.pause()
    rest(window, qtbot)
    saved = read_project(tmp_path / "run.chalk")
    assert saved.state is not None
    assert 0 < saved.state.now.iteration < window.last_snapshot.iteration
    assert window.windowTitle() == "• run – Chalknet"


def test_that_the_title_marks_what_is_unsaved(window, qtbot, tmp_path, monkeypatch):
    assert window.windowTitle() == "Chalknet"
    window.editing.set_alpha(0.07)
    assert window.windowTitle() == "• Untitled – Chalknet"
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    assert window.windowTitle() == "mine – Chalknet"
    train(window, 1, qtbot)
    assert window.windowTitle() == "• mine – Chalknet"
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    assert window.windowTitle() == "mine – Chalknet"
    window.editing.set_alpha(0.05)
    assert window.windowTitle() == "• mine – Chalknet"
    window.document.undo_stack.undo()
    assert window.windowTitle() == "mine – Chalknet"
    window.projects.changes.set_notes("Ask why alpha matters.")
    assert window.windowTitle() == "• mine – Chalknet"


def test_that_an_edit_made_while_a_project_is_written_stays_unsaved(window, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "mine.chalk")
    press(window, Qt.Key.Key_S, CTRL)
    window.editing.set_alpha(0.07)
    rest(window, qtbot)
    assert window.windowTitle() == "• mine – Chalknet"
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == Setup().training.alpha


def test_that_opening_begins_a_new_undo_stack(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    window.editing.set_alpha(0.07)
    open_file(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    answer(window, "discard", qtbot)
    rest(window, qtbot)
    assert window.document.undo_stack.count() == 0
    assert window.document.setup.training.alpha == Setup().training.alpha


def test_that_the_workspace_and_its_place_come_back(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window()
    window.workspace.plots_tabs.show_tab("weights")
    window.workspace.cost_plot.log_button.setChecked(True)
    boxes = window.workspace.output_panel.options
    for box in (boxes.train, boxes.test, boxes.discretise):
        box.toggle()
    window.workspace.network_view.set_show_values(True)  # by the drawing's own menu
    assert window.menus.actions["show_values"].isChecked()
    window.workspaces.show("graph")
    window.workspaces.graph_place.graph.model.set_text("f = a*b + a")
    window.workspaces.graph_place.graph.model.set_value("a", -2.5)
    window.workspaces.graph_place.graph.stepper.go_to(2)
    window.workspaces.show("step")
    rest(window, qtbot)
    window.workspaces.step.set_columns(3)
    window.workspaces.step.open()
    rest(window, qtbot)
    stepper = window.workspaces.step.stepper
    stepper.go_to(4)
    stepper.select(window.workspaces.step.stepper.cell or _first_cell(stepper))
    cell = stepper.cell
    save_as(window, tmp_path / "place.chalk", monkeypatch, qtbot)
    other = open_window()
    open_file(other, tmp_path / "place.chalk", monkeypatch, qtbot)
    assert other.workspaces.current == "step"
    step = other.workspaces.step
    assert (step.columns, step.stepper.index, step.stepper.cell) == (3, 4, cell)
    assert other.workspace.plots_tabs.tabs.key() == "weights"
    assert other.workspace.cost_plot.log_button.isChecked()
    boxes = other.workspace.output_panel.options
    assert [box.isChecked() for box in (boxes.train, boxes.test, boxes.discretise)] == [False, True, True]
    assert other.workspace.network_view.shows_values
    assert other.menus.actions["show_values"].isChecked()
    graph = other.workspaces.graph_place.graph
    assert (graph.model.text, graph.state().at["a"], graph.stepper.index) == ("f = a*b + a", -2.5, 2)


def _first_cell(stepper):
    from gui.step.selection import Cell

    return Cell(stepper.row.main, 0, 0)


def test_that_a_view_of_nonsense_is_passed_over(window, qtbot, tmp_path, monkeypatch):
    from gui.projects.view import show_view

    for nonsense in ([], "x", -7, {"a": []}, 1e300, None, True):
        view = {
            "workspace": nonsense,
            "train": {"output_page": nonsense, "plots_tab": nonsense, "log_cost": nonsense},
            "step": {"row": nonsense, "cell": [nonsense] * 3, "columns": nonsense},
            "graph": {"text": "a*b", "at": {"a": nonsense}, "event": nonsense, "selected": nonsense},
            "course": {"lesson": nonsense, "lab": nonsense, "page": nonsense},
        }
        show_view(window, view)
        for key in ("step", "graph", "train"):
            window.workspaces.show(key)
            rest(window, qtbot)
        show_view(window, dict.fromkeys(view, nonsense))


def test_that_the_file_has_a_picture_of_the_network(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    with zipfile.ZipFile(tmp_path / "mine.chalk") as archive:
        picture = QImage.fromData(archive.read("preview.png"))
    assert (picture.width(), picture.height()) == (480, 300)
    assert not picture.allGray()


def test_that_a_project_without_an_ending_gets_one(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "v1.2", monkeypatch, qtbot)
    assert [path.name for path in tmp_path.iterdir()] == ["v1.2.chalk"]


def test_that_cancel_in_the_file_dialog_changes_nothing(window, qtbot, tmp_path, monkeypatch):
    window.editing.set_alpha(0.07)
    choose(monkeypatch, "")
    press(window, Qt.Key.Key_S, CTRL)
    press(window, Qt.Key.Key_O, CTRL)
    assert window.projects.is_settled
    answer(window, "cancel", qtbot) if asked(window) else None
    assert window.windowTitle() == "• Untitled – Chalknet"


def test_that_a_table_travels_in_the_project(open_window, qtbot, tmp_path, monkeypatch):
    (tmp_path / "heights.csv").write_text("x,y\n" + "\n".join(f"{i},{2 * i + 1}" for i in range(40)))
    window = open_window()
    path = tmp_path / "heights.csv"
    table = read_table(path, preview(path).choices())
    window.loader.request(DataSpec("csv", table=table), "Import", "")
    qtbot.waitUntil(lambda: window.document.setup.data.source == "csv")
    rest(window, qtbot)
    train(window, 30, qtbot)
    save_as(window, tmp_path / "heights.chalk", monkeypatch, qtbot)
    (tmp_path / "heights.csv").unlink()
    other = open_window()
    open_file(other, tmp_path / "heights.chalk", monkeypatch, qtbot)
    assert_equal_runs(other, window)


def test_that_unknown_parts_of_a_file_are_kept(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    with (
        zipfile.ZipFile(tmp_path / "mine.chalk") as old,
        zipfile.ZipFile(tmp_path / "more.chalk", "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name).replace(b'"notes": ""', b'"notes": "", "lecture": {"room": 7}')
            new.writestr(
                name, data.replace(b'"workspace": "train"', b'"workspace": "train", "sky": {"hue": 3}')
            )
    open_file(window, tmp_path / "more.chalk", monkeypatch, qtbot)
    window.editing.set_alpha(0.07)
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    saved = read_project(tmp_path / "more.chalk")
    assert saved.extra == {"lecture": {"room": 7}}
    assert saved.view["sky"] == {"hue": 3}
    press(window, Qt.Key.Key_N, CTRL)
    save_as(window, tmp_path / "new.chalk", monkeypatch, qtbot)
    assert "sky" not in read_project(tmp_path / "new.chalk").view


def test_that_the_keys_are_those_of_every_program(window, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "mine.chalk")
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    assert window.windowTitle() == "mine – Chalknet"
    choose(monkeypatch, tmp_path / "other.chalk")
    press(window, Qt.Key.Key_S, CTRL | SHIFT)
    rest(window, qtbot)
    assert window.windowTitle() == "other – Chalknet"
    choose(monkeypatch, tmp_path / "mine.chalk")
    press(window, Qt.Key.Key_O, CTRL)
    rest(window, qtbot)
    assert window.windowTitle() == "mine – Chalknet"
    press(window, Qt.Key.Key_N, CTRL)
    rest(window, qtbot)
    assert window.windowTitle() == "Chalknet"


def test_that_notes_stay_with_the_project(open_window, qtbot, tmp_path, monkeypatch):
    window = open_window()
    window.menus.actions["notes"].trigger()
    dialog = window.findChild(NotesDialog)
    dialog.text.setPlainText("Ask: which unit\ndraws which line?")
    dialog.keep_button.click()
    assert window.windowTitle() == "• Untitled – Chalknet"
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    other = open_window()
    open_file(other, tmp_path / "mine.chalk", monkeypatch, qtbot)
    other.menus.actions["notes"].trigger()
    again = other.findChild(NotesDialog)
    assert again.text.toPlainText() == "Ask: which unit\ndraws which line?"
    again.text.setPlainText("x" * 100_001)
    assert not again.keep_button.isEnabled()
    assert again.fault.text() == "1 too many"
    again.reject()
    assert other.windowTitle() == "mine – Chalknet"


def test_that_window_and_engine_mean_the_same_files():
    assert projects.SUFFIX == engine.project.SUFFIX
