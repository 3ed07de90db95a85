"""Projects under rough hands: odd names, places that are none, two things at once. Nothing is lost without a word."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QTextDocument
from PySide6.QtWidgets import QFileDialog

from engine.project import read_project
from engine.setup import Setup
from gui.projects.notes_dialog import NotesDialog
from gui.training.run_state import RunState
from tests.app.project_driving import answer, asked, choose, drop, open_file, rest, save_as, train


def open_it(window, path: Path, monkeypatch) -> None:
    """Ask for it, and wait for nothing."""
    choose(monkeypatch, path)
    window.menus.actions["open"].trigger()


@pytest.mark.parametrize(
    "name",
    [
        "größe & gewicht  ü",
        "<b>x<h1>",
        " lead",
        "dots...",
        "%d %s",
        "a.chalk",
        "😀",
        "new\nline",
        "ünï" * 30,
        "x" * 240,
    ],
)
def test_that_a_project_of_any_name_is_saved_and_opened_again(window, qtbot, tmp_path, monkeypatch, name):
    train(window, 3, qtbot)
    save_as(window, f"{tmp_path}/{name}", monkeypatch, qtbot)
    (file,) = tmp_path.iterdir()
    assert asked(window) is None
    open_file(window, file, monkeypatch, qtbot)
    assert window.last_snapshot.iteration == 3
    title = window.menu_strip._title
    assert title.textFormat() is Qt.TextFormat.PlainText
    assert "\n" not in title.text()
    assert title.sizeHint().width() < window.width() // 2
    window.menus.actions["notes"].trigger()
    (notes,) = [found for found in window.findChildren(NotesDialog) if found.isVisible()]
    assert notes.width() < window.width()
    notes.reject()


def test_that_a_name_that_is_too_long_is_said_and_nothing_is_lost(window, qtbot, tmp_path, monkeypatch):
    train(window, 3, qtbot)
    save_as(window, tmp_path / ("x" * 260), monkeypatch, qtbot)
    assert "another place or name" in asked(window).sentence.text()
    assert asked(window).width() < 600
    answer(window, "cancel", qtbot)
    assert window.windowTitle() == "• Untitled – Chalknet"
    assert window.last_snapshot.iteration == 3


def test_that_a_folder_in_place_of_a_file_is_neither_opened_nor_replaced(
    window, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "f.chalk"
    folder.mkdir()
    open_file(window, folder, monkeypatch, qtbot)
    assert "is not a file" in asked(window).sentence.text()
    answer(window, "cancel", qtbot)
    window.editing.set_alpha(0.07)
    save_as(window, folder, monkeypatch, qtbot)
    assert asked(window).title.text() == "The project was not saved"
    answer(window, "cancel", qtbot)
    assert folder.is_dir()


def test_that_a_file_that_was_taken_away_is_written_anew(window, qtbot, tmp_path, monkeypatch):
    place = tmp_path / "stick"
    place.mkdir()
    save_as(window, place / "a.chalk", monkeypatch, qtbot)
    (place / "a.chalk").unlink()
    train(window, 3, qtbot)
    window.menus.actions["save"].trigger()
    rest(window, qtbot)
    assert asked(window) is None
    assert read_project(place / "a.chalk").state.now.iteration == 3
    shutil.rmtree(place)
    train(window, 3, qtbot)
    window.menus.actions["save"].trigger()
    rest(window, qtbot)
    assert asked(window).place.text() == f"In {place}"
    choose(monkeypatch, tmp_path / "b.chalk")
    answer(window, "elsewhere", qtbot)
    rest(window, qtbot)
    assert read_project(tmp_path / "b.chalk").state.now.iteration == 6


def test_that_opening_while_it_trains_at_full_speed_asks_and_comes_to_rest(
    window, qtbot, tmp_path, monkeypatch
):
    train(window, 30, qtbot)
    save_as(window, tmp_path / "a.chalk", monkeypatch, qtbot)
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 10)
    open_it(window, tmp_path / "a.chalk", monkeypatch)
    answer(window, "discard", qtbot)
    rest(window, qtbot)
    assert window.controller.state is RunState.PAUSED
    assert window.last_snapshot.iteration == 30
    window.document.undo_stack.undo()  # nothing is left of what was open before
    rest(window, qtbot)
    assert window.windowTitle() == "a – Chalknet"


def test_that_an_edit_made_while_a_project_is_read_is_asked_about(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "a.chalk", monkeypatch, qtbot)
    open_it(window, tmp_path / "a.chalk", monkeypatch)
    window.editing.set_alpha(0.5)
    rest(window, qtbot)
    assert asked(window).title.text() == "Save a?"
    answer(window, "cancel", qtbot)
    assert window.document.setup.training.alpha == 0.5
    open_it(window, tmp_path / "a.chalk", monkeypatch)
    answer(window, "discard", qtbot)
    rest(window, qtbot)
    assert asked(window) is None  # once is enough
    assert window.document.setup.training.alpha != 0.5


def test_that_a_recent_file_may_be_called_like_markup(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "<h1>large.chalk", monkeypatch, qtbot)
    (entry, *_) = window.projects.recent.menu.actions()
    shown = QTextDocument()
    shown.setHtml(entry.toolTip())
    assert shown.toPlainText().endswith("<h1>large.chalk")


def test_that_a_suggested_name_is_one_short_line(window, monkeypatch):
    suggested = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _window, _title, path, _kinds: (suggested.append(path), ("", ""))[1],
    )
    window.take_setup(replace(Setup(), title="two\nlines " + "long " * 80), "Take")
    window.projects.save_as()
    name = Path(suggested[0]).name
    assert name.startswith("two lines long")
    assert len(name) < 100


def test_that_two_files_at_once_are_not_taken_and_it_is_said(window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.chalk", "b.chalk")])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(window.rect().center(), *arguments)
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()
    assert window.status.message == "One file at a time can be dropped here"


def test_that_a_second_file_dropped_during_the_question_changes_nothing(window, qtbot, tmp_path, monkeypatch):
    for name in ("a", "b"):
        train(window, 3, qtbot)
        save_as(window, tmp_path / f"{name}.chalk", monkeypatch, qtbot)
    train(window, 3, qtbot)
    drop(window, tmp_path / "a.chalk")
    drop(window, tmp_path / "b.chalk")
    answer(window, "discard", qtbot)
    rest(window, qtbot)
    assert (window.windowTitle(), window.last_snapshot.iteration) == ("a – Chalknet", 3)


def test_that_a_project_opened_during_a_lesson_comes_to_where_it_was_left(
    window, qtbot, tmp_path, monkeypatch
):
    train(window, 3, qtbot)
    save_as(window, tmp_path / "a.chalk", monkeypatch, qtbot)
    window.workspaces.show("course")
    rest(window, qtbot)
    open_file(window, tmp_path / "a.chalk", monkeypatch, qtbot)
    assert window.workspaces.current == "train"
    assert window.last_snapshot.iteration == 3
    assert window.windowTitle() == "a – Chalknet"


def test_that_save_as_onto_a_file_that_another_window_has_open_is_told_there(
    open_window, qtbot, tmp_path, monkeypatch
):
    one, other = open_window(), open_window()
    save_as(one, tmp_path / "a.chalk", monkeypatch, qtbot)
    open_file(other, tmp_path / "a.chalk", monkeypatch, qtbot)
    train(one, 9, qtbot)
    save_as(one, tmp_path / "a.chalk", monkeypatch, qtbot)
    assert one.windowTitle() == "a – Chalknet"
    train(other, 3, qtbot)
    other.menus.actions["save"].trigger()
    rest(other, qtbot)
    assert asked(other).title.text() == "a.chalk was changed by somebody else"
    answer(other, "cancel", qtbot)
    assert read_project(tmp_path / "a.chalk").state.now.iteration == 9


def test_that_closing_amid_saves_waits_asks_for_the_rest_and_leaves_one_file(
    window, qtbot, tmp_path, monkeypatch
):
    save_as(window, tmp_path / "a.chalk", monkeypatch, qtbot)
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 2)
    window.projects.autosave.save()
    window.menus.actions["save"].trigger()
    window.close()
    answer(window, "save", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [found.name for found in tmp_path.iterdir()] == ["a.chalk"]
    assert list(window.projects.autosave.folder.iterdir()) == []
    assert read_project(tmp_path / "a.chalk").state.now.iteration == window.last_snapshot.iteration


def test_that_an_autosave_that_finds_no_room_says_so_in_words_that_help(window, qtbot, monkeypatch):
    window.editing.set_alpha(0.07)
    monkeypatch.setattr("gui.projects.writing.write_whole", lambda *_: "No space left on device")
    window.projects.autosave.save()
    rest(window, qtbot)
    said = "What is unsaved could not be kept for a recovery (No space left on device): save it yourself"
    assert window.status.message == said
    assert window.projects.changes.is_unsaved
