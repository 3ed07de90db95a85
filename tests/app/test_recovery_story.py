"""A program that was killed loses a minute at most: what it kept is offered, and nothing goes without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.project import read_project
from gui.main_window import MainWindow
from gui.projects import autosave
from gui.projects.recovery import find_left, lock_of
from gui.projects.recovery_dialog import RecoveryDialog
from tests.app.project_driving import answer, asked, choose, open_file, rest, save_as, train
from tests.app.recovery_driving import kept, leave_many, offered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """Where all windows of a test keep what is unsaved."""
    place = tmp_path / "autosave"
    monkeypatch.setattr(autosave, "autosave_folder", lambda _window: place)
    return place


def keep_now(window: MainWindow, qtbot) -> None:
    window.projects.autosave.save()
    rest(window, qtbot)


def die(window: MainWindow) -> None:
    """The file stays and its lock is free, as after a kill."""
    store = window.projects.autosave
    store._lock.unlock()
    store.file = store._lock = None


def leave_edited(open_window, qtbot) -> None:
    """Unsaved work of a window that died."""
    dead = open_window()
    dead.editing.set_alpha(0.07)
    keep_now(dead, qtbot)
    die(dead)


def test_that_what_is_unsaved_is_kept_by_itself(folder, open_window, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "INTERVAL_MS", 50)
    window = open_window()
    assert kept(folder) == []
    window.editing.set_alpha(0.07)
    qtbot.waitUntil(lambda: len(kept(folder)) == 1)
    rest(window, qtbot)
    assert read_project(kept(folder)[0]).setup.training.alpha == 0.07
    train(window, 30, qtbot)
    qtbot.waitUntil(lambda: read_project(kept(folder)[0]).state.now.iteration == 30)


def test_that_an_edit_of_the_structure_is_kept_soon(folder, open_window, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "SOON_MS", 50)
    window = open_window()
    window.editing.add_last_layer()
    qtbot.waitUntil(lambda: len(kept(folder)) == 1)
    rest(window, qtbot)
    assert read_project(kept(folder)[0]).setup.network.L == 4


def test_that_nothing_is_written_again_while_nothing_changes(folder, open_window, qtbot):
    window = open_window()
    window.editing.set_alpha(0.07)
    keep_now(window, qtbot)
    written = kept(folder)[0].stat().st_mtime_ns
    keep_now(window, qtbot)
    assert kept(folder)[0].stat().st_mtime_ns == written


def test_that_saving_and_closing_in_order_leave_nothing_behind(
    folder, open_window, qtbot, tmp_path, monkeypatch
):
    window = open_window()
    window.editing.set_alpha(0.07)
    keep_now(window, qtbot)
    save_as(window, tmp_path / "mine.chalk", monkeypatch, qtbot)
    assert list(folder.iterdir()) == []
    window.editing.set_alpha(0.08)
    keep_now(window, qtbot)
    window.close()
    answer(window, "discard", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert list(folder.iterdir()) == []


def test_that_closing_while_it_is_kept_leaves_nothing_behind(folder, open_window, qtbot):
    window = open_window()
    window.editing.set_alpha(0.07)
    window.projects.autosave.save()
    qtbot.waitUntil(lambda: window.projects.saver._errands.is_busy)
    window.projects.asks = False
    window.close()
    assert list(folder.iterdir()) == []


def test_that_a_living_program_keeps_its_own(folder, open_window, qtbot):
    one, other = open_window(), open_window()
    for window in (one, other):
        window.editing.set_alpha(0.07)
        keep_now(window, qtbot)
    assert len(kept(folder)) == 2
    assert find_left(folder) == []


def test_that_what_was_left_is_recovered_and_unsaved(folder, open_window, qtbot, tmp_path, monkeypatch):
    dead = open_window()
    save_as(dead, tmp_path / "mine.chalk", monkeypatch, qtbot)
    train(dead, 40, qtbot)
    dead.projects.changes.set_notes("Before the lecture")
    keep_now(dead, qtbot)
    die(dead)
    window = open_window()
    dialog = offered(window, qtbot)
    assert dialog.rows[0].name.text() == "mine"
    assert dialog.rows[0].what.text() == "Circle · 2-4-2-1 · update 40"
    dialog.rows[0].recover.click()
    qtbot.waitUntil(lambda: window.projects.path is not None)
    rest(window, qtbot)
    assert window.windowTitle() == "• mine – Chalknet"
    assert window.last_snapshot.iteration == 40
    assert window.projects.changes.notes == "Before the lecture"
    # A second crash must not lose it: the file stays until it is saved.
    assert len(kept(folder)) == 1
    assert find_left(folder) == []
    window.menus.actions["save"].trigger()
    rest(window, qtbot)
    assert asked(window) is None
    assert kept(folder) == []
    assert read_project(tmp_path / "mine.chalk").extra == {}


def test_that_a_file_written_after_the_crash_is_asked_about(
    folder, open_window, qtbot, tmp_path, monkeypatch
):
    dead = open_window()
    save_as(dead, tmp_path / "mine.chalk", monkeypatch, qtbot)
    dead.editing.set_alpha(0.07)
    keep_now(dead, qtbot)
    die(dead)
    other = open_window()
    open_file(other, tmp_path / "mine.chalk", monkeypatch, qtbot)
    train(other, 3, qtbot)
    other.menus.actions["save"].trigger()
    rest(other, qtbot)
    window = open_window()
    offered(window, qtbot).rows[0].recover.click()
    qtbot.waitUntil(lambda: window.projects.path is not None)
    window.menus.actions["save"].trigger()
    rest(window, qtbot)
    assert asked(window).title.text() == "mine.chalk was changed by somebody else"
    answer(window, "cancel", qtbot)


def test_that_later_never_deletes(folder, open_window, qtbot):
    leave_edited(open_window, qtbot)
    window = open_window()
    dialog = offered(window, qtbot)
    assert find_left(folder) == []  # another program that starts now does not offer it, too
    dialog.later.click()
    assert len(kept(folder)) == 1
    assert window.windowTitle() == "Chalknet"
    left = find_left(folder)
    assert len(left) == 1
    left[0].release()


def test_that_discard_asks_once_more_and_takes_it_away(folder, open_window, qtbot):
    leave_edited(open_window, qtbot)
    window = open_window()
    dialog = offered(window, qtbot)
    row = dialog.rows[0]
    row.discard.click()
    assert len(kept(folder)) == 1
    assert row.discard.text() == "Really discard?"
    row.discard.click()
    assert list(folder.iterdir()) == []
    assert not dialog.isVisible()


def test_that_one_that_can_not_be_read_can_be_discarded(folder, open_window, qtbot):
    folder.mkdir()
    (folder / "1-a.chalk").write_text("broken")
    window = open_window()
    dialog = offered(window, qtbot)
    assert dialog.rows[0].name.text() == "Unreadable"
    assert "1-a.chalk" in dialog.rows[0].what.toolTip()
    assert dialog.rows[0].recover.isHidden()
    dialog.reject()
    assert len(kept(folder)) == 1


def test_that_no_list_comes_where_nothing_was_left(folder, open_window, qtbot):
    window = open_window()
    window.projects.recovering.offer()
    folder.mkdir()
    (folder / "9-b.chalk.lock").write_text("")
    window.projects.recovering.offer()
    rest(window, qtbot)
    assert window.findChildren(RecoveryDialog) == []


def test_that_a_fault_keeps_what_is_unsaved_and_offers_to_save_it(
    folder, open_window, qtbot, tmp_path, monkeypatch
):
    from gui.crash.desk import make_dialog
    from gui.crash.fault import fault_of
    from gui.projects.crash_offer import SAVED, CrashOffer

    window = open_window()
    window.editing.set_alpha(0.07)
    dialog = make_dialog(window, fault_of(ValueError, ValueError("x"), None))
    window.projects.offer_after_fault(dialog)
    dialog.show()
    rest(window, qtbot)
    assert len(kept(folder)) == 1
    choose(monkeypatch, tmp_path / "mine.chalk")
    offer = dialog.findChild(CrashOffer)
    offer.save.click()
    rest(window, qtbot)
    assert offer.line.text() == SAVED
    assert not offer.save.isEnabled()
    assert read_project(tmp_path / "mine.chalk").setup.training.alpha == 0.07
    dialog.accept()


def test_that_a_temporary_profile_keeps_nothing_in_the_person_s_folder(open_window):
    window = open_window()
    assert window.projects.autosave.folder.parent == Path(window.settings.path).parent


def test_that_a_lock_of_somebody_who_lives_can_not_be_taken(tmp_path):
    mine = lock_of(tmp_path / "a.chalk")
    assert mine.tryLock(0)
    assert not lock_of(tmp_path / "a.chalk").tryLock(0)
    mine.unlock()
    other = lock_of(tmp_path / "a.chalk")
    assert other.tryLock(0)
    other.unlock()


def test_that_recovering_asks_about_what_was_begun_meanwhile(folder, open_window, qtbot):
    leave_many(folder, ["tuesday"])
    window = open_window()
    dialog = offered(window, qtbot)
    window.editing.set_alpha(0.07)  # made before the list came
    dialog.rows[0].recover.click()
    answer(window, "cancel", qtbot)
    rest(window, qtbot)
    assert window.document.setup.training.alpha == 0.07
    assert window.projects.path is None
    assert find_left(folder) == []  # still ours until the end
    window.projects.asks = False
    window.close()
    (left,) = find_left(folder)
    assert left.path == Path("/shelf/tuesday.chalk")
    left.release()
