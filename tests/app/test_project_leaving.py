"""Nothing is lost without a question: on close, on new, on open, and when somebody else has written the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from engine.project import read_project
from engine.setup import Setup
from gui.projects.writing import write_file
from tests.app.project_driving import CTRL, answer, asked, choose, open_file, press, rest, save_as, train


@pytest.fixture
def edited(window):
    """A window with something that is not saved."""
    window.editing.set_alpha(0.07)
    return window


def test_that_a_window_with_nothing_unsaved_closes_at_once(window):
    assert window.close()


def test_that_closing_asks_and_cancel_stays(edited, qtbot):
    assert not edited.close()
    assert asked(edited).title.text() == "Save Circle?"
    answer(edited, "cancel", qtbot)
    assert edited.isVisible()
    assert not edited.close()
    asked(edited).reject()
    assert edited.isVisible()


def test_that_escape_is_cancel_and_enter_saves(edited, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "mine.chalk")
    edited.close()
    question = asked(edited)
    assert question.primary is question.buttons["save"]
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert edited.isVisible()
    edited.close()
    qtbot.keyClick(asked(edited), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not edited.isVisible())
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == 0.07


def test_that_closing_without_saving_writes_nothing(edited, qtbot, tmp_path):
    edited.close()
    answer(edited, "discard", qtbot)
    qtbot.waitUntil(lambda: not edited.isVisible())
    assert list(tmp_path.iterdir()) == []


def test_that_a_run_is_paused_while_it_is_asked_about_and_saved_as_it_stands(
    window, qtbot, tmp_path, monkeypatch
):
    choose(monkeypatch, tmp_path / "run.chalk")
    window.controller.run()
    qtbot.waitUntil(lambda: window.last_snapshot.epoch > 1)
    window.close()
    answer(window, "save", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())
    saved = read_project(tmp_path / "run.chalk").state
    assert saved is not None
    assert saved.now.iteration == window.last_snapshot.iteration


def test_that_closing_while_a_project_is_written_waits_for_it(edited, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "mine.chalk")
    press(edited, Qt.Key.Key_S, CTRL)
    assert not edited.close()
    qtbot.waitUntil(lambda: not edited.isVisible())
    assert asked(edited) is None
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == 0.07


def test_that_cancel_in_the_file_dialog_keeps_the_window(edited, qtbot, monkeypatch):
    choose(monkeypatch, "")
    edited.close()
    answer(edited, "save", qtbot)
    rest(edited, qtbot)
    assert edited.isVisible()
    assert edited.projects.changes.is_unsaved


def test_that_new_asks_and_saves_before_it_begins(edited, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "mine.chalk")
    press(edited, Qt.Key.Key_N, CTRL)
    answer(edited, "save", qtbot)
    qtbot.waitUntil(lambda: edited.windowTitle() == "Chalknet")
    assert edited.document.setup.training.alpha == Setup().training.alpha
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == 0.07


def test_that_open_asks(edited, qtbot, tmp_path, monkeypatch):
    save_as(edited, tmp_path / "mine.chalk", monkeypatch, qtbot)
    edited.editing.set_alpha(0.09)
    open_file(edited, tmp_path / "mine.chalk", monkeypatch, qtbot)
    answer(edited, "cancel", qtbot)
    assert edited.document.setup.training.alpha == 0.09
    assert edited.windowTitle() == "• mine – Chalknet"


def test_that_what_is_typed_in_graph_is_asked_about_too(window, qtbot):
    window.workspaces.show("graph")
    rest(window, qtbot)
    assert window.windowTitle() == "Chalknet"
    window.workspaces.graph_place.graph.model.set_value("a", 7.5)
    qtbot.waitUntil(lambda: window.windowTitle() == "• Untitled – Chalknet")
    assert not window.close()
    answer(window, "cancel", qtbot)


def write_from_elsewhere(path: Path) -> bytes:
    """Another program saves the same file."""
    write_file(
        read_project(Path(__file__).parents[1] / "projects" / "v1-exercise.chalk"),
        path,
        None,
        may_replace=True,
    )
    return path.read_bytes()


@pytest.fixture
def overtaken(window, qtbot, tmp_path, monkeypatch):
    """A window whose file was written by somebody else, after it was edited again."""
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    window.editing.set_alpha(0.07)
    window.theirs = write_from_elsewhere(tmp_path / "mine.chalk")
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    return window


def test_that_a_file_changed_by_others_is_not_overwritten_without_asking(overtaken, qtbot, tmp_path):
    assert asked(overtaken).title.text() == "mine.chalk was changed by somebody else"
    answer(overtaken, "cancel", qtbot)
    assert (tmp_path / "mine.chalk").read_bytes() == overtaken.theirs
    assert overtaken.windowTitle() == "• mine – Chalknet"


def test_that_it_is_replaced_when_that_is_the_answer(overtaken, qtbot, tmp_path):
    answer(overtaken, "replace", qtbot)
    rest(overtaken, qtbot)
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == 0.07
    assert overtaken.windowTitle() == "mine – Chalknet"
    overtaken.editing.set_alpha(0.08)
    press(overtaken, Qt.Key.Key_S, CTRL)
    rest(overtaken, qtbot)
    assert asked(overtaken) is None


def test_that_it_can_be_saved_elsewhere_instead(overtaken, qtbot, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "other.chalk")
    answer(overtaken, "elsewhere", qtbot)
    rest(overtaken, qtbot)
    assert (tmp_path / "mine.chalk").read_bytes() == overtaken.theirs
    assert overtaken.windowTitle() == "other – Chalknet"


def test_that_a_name_that_got_its_ending_from_us_is_asked_about(window, qtbot, tmp_path, monkeypatch):
    theirs = write_from_elsewhere(tmp_path / "mine.chalk")
    save_as(window, tmp_path / "mine", monkeypatch, qtbot)
    assert asked(window).title.text() == "There is a file mine.chalk already"
    answer(window, "cancel", qtbot)
    assert (tmp_path / "mine.chalk").read_bytes() == theirs


def test_that_a_folder_that_is_gone_is_said_and_another_one_offered(window, qtbot, tmp_path, monkeypatch):
    window.editing.set_alpha(0.07)
    save_as(window, tmp_path / "no such folder" / "mine.chalk", monkeypatch, qtbot)
    assert asked(window).title.text() == "The project was not saved"
    assert window.windowTitle() == "• Untitled – Chalknet"
    choose(monkeypatch, tmp_path / "mine.chalk")
    answer(window, "elsewhere", qtbot)
    rest(window, qtbot)
    assert window.windowTitle() == "mine – Chalknet"


def test_that_a_full_disk_leaves_the_old_file(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    old = (tmp_path / "mine.chalk").read_bytes()
    window.editing.set_alpha(0.07)
    monkeypatch.setattr("gui.whole_file.QSaveFile.write", lambda *_: -1)
    press(window, Qt.Key.Key_S, CTRL)
    rest(window, qtbot)
    assert asked(window).title.text() == "The project was not saved"
    answer(window, "cancel", qtbot)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.chalk"]
    assert (tmp_path / "mine.chalk").read_bytes() == old


def test_that_want_of_memory_is_said(window, qtbot, tmp_path, monkeypatch):
    def no_memory(_session: object) -> None:
        raise MemoryError

    monkeypatch.setattr("engine.session.Session.project_state", no_memory)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    assert "not enough memory" in asked(window).sentence.text()
    answer(window, "cancel", qtbot)
    train(window, 1, qtbot)


def test_that_a_link_stays_a_link(window, qtbot, tmp_path, monkeypatch):
    save_as(window, tmp_path / "real.chalk", monkeypatch, qtbot)
    (tmp_path / "link.chalk").symlink_to(tmp_path / "real.chalk")
    window.editing.set_alpha(0.07)
    save_as(window, tmp_path / "link.chalk", monkeypatch, qtbot)
    assert (tmp_path / "link.chalk").is_symlink()
    assert read_project(tmp_path / "real.chalk").setup.training.alpha == 0.07


def test_that_a_fault_of_ours_while_saving_is_said_and_not_waited_for_for_ever(
    window, qtbot, tmp_path, monkeypatch
):
    def broken(*_: object, **__: object) -> None:
        raise TypeError("a fault of ours")

    monkeypatch.setattr("gui.projects.writing.write_file", broken)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    assert "a fault of ours" in asked(window).sentence.text()
    answer(window, "cancel", qtbot)
    monkeypatch.undo()
    monkeypatch.setattr("gui.projects.preview.preview_of", broken)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    assert read_project(tmp_path / "mine.chalk").preview == b""


def test_that_ctrl_s_in_the_lesson_editor_saves_the_lesson(window, qtbot, user_lessons):
    window.workspaces.course_place.new_lesson()
    course = window.workspaces.course_place.course
    qtbot.waitUntil(lambda: course.shown == "editor")
    assert not window.menus.actions["save"].isEnabled()
    qtbot.keyClick(course.editor.code, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(list(user_lessons.iterdir())) == 1)
    assert window.windowTitle() == "Chalknet"
    window.workspaces.show("train")
    assert window.menus.actions["save"].isEnabled()
    rest(window, qtbot)
