"""Two things at once with projects: what is on its way to one file is never taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.project import read_project
from engine.setup import Setup, to_json
from tests.app.project_driving import answer, asked, choose, open_file, rest, save_as, train

OTHER = Setup(weights_seed=9)


@pytest.fixture
def set_up(tmp_path) -> Path:
    """A set-up in a file."""
    path = tmp_path / "other.json"
    path.write_text(to_json(OTHER), encoding="utf-8")
    return path


@pytest.fixture
def project(window, qtbot, tmp_path, monkeypatch) -> Path:
    """The window's project, trained a little and saved."""
    train(window, 3, qtbot)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    return tmp_path / "mine.chalk"


def test_that_a_set_up_opened_while_a_save_runs_does_not_get_its_file(window, qtbot, project, set_up):
    train(window, 4, qtbot)
    window.projects.save()
    window.files.open(set_up)
    assert window.projects.saving.is_busy
    rest(window, qtbot)
    assert read_project(project).state.now.iteration == 7
    assert window.projects.path is None
    assert window.document.setup.weights_seed == 9
    assert window.projects.changes.is_unsaved


def test_that_undo_leads_back_to_the_file_that_was_saved_meanwhile(window, qtbot, project, set_up):
    train(window, 4, qtbot)
    window.projects.save()
    window.files.open(set_up)
    rest(window, qtbot)
    window.document.undo_stack.undo()
    rest(window, qtbot)
    assert window.projects.path == project
    assert window.windowTitle() == "mine – Chalknet"
    window.projects.save()
    rest(window, qtbot)
    assert asked(window) is None
    assert read_project(project).setup == Setup()
    window.document.undo_stack.redo()
    rest(window, qtbot)
    assert window.projects.changes.is_unsaved


def test_that_undo_and_redo_of_an_opened_set_up_change_the_name_with_the_content(
    window, qtbot, project, set_up
):
    window.files.open(set_up)
    rest(window, qtbot)
    assert window.projects.path is None
    window.document.undo_stack.undo()
    assert window.projects.path == project
    window.document.undo_stack.redo()
    assert window.projects.path is None


def test_that_a_project_opened_while_another_is_saved_keeps_its_own_file(
    window, open_window, qtbot, project, tmp_path, monkeypatch
):
    other = open_window()
    other.editing.set_alpha(0.5)
    save_as(other, tmp_path / "other.chalk", monkeypatch, qtbot)
    window.files.open(tmp_path / "other.chalk")
    window.projects.save()
    rest(window, qtbot)
    assert (window.projects.path, window.document.setup.training.alpha) == (tmp_path / "other.chalk", 0.5)
    window.projects.save()
    rest(window, qtbot)
    assert read_project(project).setup == Setup()
    assert read_project(tmp_path / "other.chalk").setup.training.alpha == 0.5


def test_that_a_set_up_that_is_refused_leaves_the_project_its_file(window, qtbot, project, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text(to_json(Setup()).replace('"circle"', '"drawn"'), encoding="utf-8")
    window.files.open(bad)
    qtbot.waitUntil(lambda: window.status.message != "")
    rest(window, qtbot)
    assert window.projects.path == project
    assert window.windowTitle() == "mine – Chalknet"


def test_that_save_as_during_a_save_is_done_after_it(window, qtbot, project, tmp_path, monkeypatch):
    train(window, 4, qtbot)
    window.projects.save()
    choose(monkeypatch, tmp_path / "copy.chalk")
    window.projects.save_as()
    rest(window, qtbot)
    assert read_project(tmp_path / "copy.chalk").state.now.iteration == 7
    assert window.projects.path == tmp_path / "copy.chalk"
    assert not window.projects.changes.is_unsaved


def test_that_a_key_that_is_held_saves_once_more_and_not_twenty_times(window, qtbot, project, monkeypatch):
    orders = []
    write = window.projects.saver.write
    monkeypatch.setattr(window.projects.saver, "write", lambda order: (orders.append(order), write(order)))
    for _ in range(20):
        window.menus.actions["save"].trigger()
    rest(window, qtbot)
    assert len(orders) == 2


def test_that_a_save_as_that_fails_leaves_what_was_saved_saved(window, qtbot, project, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "nowhere" / "copy.chalk")
    window.projects.save_as()
    rest(window, qtbot)
    answer(window, "cancel", qtbot)
    assert not window.projects.changes.is_unsaved
    assert window.windowTitle() == "mine – Chalknet"
    assert window.close()


def test_that_a_graph_that_was_only_looked_at_is_no_change_at_home(
    window, open_window, qtbot, tmp_path, monkeypatch
):
    window.workspaces.show("graph")
    rest(window, qtbot)
    save_as(window, tmp_path / "seen.chalk", monkeypatch, qtbot)
    student = open_window()
    open_file(student, tmp_path / "seen.chalk", monkeypatch, qtbot)
    assert student.workspaces.current == "graph"
    assert not student.projects.changes.is_unsaved
    assert student.windowTitle() == "seen – Chalknet"


def test_that_a_project_without_a_lab_does_not_get_the_lab_of_the_one_before(
    window, qtbot, project, tmp_path, monkeypatch
):
    window.workspaces.show("course")
    window.workspaces.course_place.course.open_lab("vanishing")
    rest(window, qtbot)
    save_as(window, tmp_path / "lab.chalk", monkeypatch, qtbot)
    open_file(window, project, monkeypatch, qtbot)
    window.workspaces.show("course")
    rest(window, qtbot)
    assert window.workspaces.course_place.course.shown == "contents"
    assert window.workspaces.course_place.view() == {}


def test_that_a_profile_without_room_for_autosaves_says_so_once(window, qtbot, monkeypatch, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file stands where the folder should", encoding="utf-8")
    window.projects.autosave.folder = taken / "autosave"
    window.editing.set_alpha(0.07)
    window.projects.autosave.save()
    assert window.status.message.startswith("What is unsaved can't be kept for a recovery (")
    window.status.clear_message()
    window.projects.autosave.save()
    assert window.status.message == ""
