"""The list of what was left: every button is seen and reached, however many there are and whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.projects import autosave
from gui.projects.recovery_dialog import ROW_HEIGHT
from tests.app.recovery_driving import kept, leave_many, offered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """Where all windows of a test keep what is unsaved."""
    place = tmp_path / "autosave"
    monkeypatch.setattr(autosave, "autosave_folder", lambda _window: place)
    return place


@pytest.mark.parametrize("names", [["x" * 240], ["a long name " * 20] * 12])
def test_that_every_button_is_seen_however_long_the_names(folder, open_window, qtbot, names):
    leave_many(folder, names)
    dialog = offered(open_window(size=(1280, 720)), qtbot)
    qtbot.waitUntil(dialog.rows[0].recover.isVisible)
    assert dialog.height() <= 720 - 40
    for row in dialog.rows:
        for button in (row.discard, row.recover):
            right = button.mapTo(dialog, button.rect().bottomRight()).x()
            assert button.width() >= button.sizeHint().width()
            assert right < dialog.width() - 8
    dialog.reject()


def test_that_tab_reaches_every_row_and_brings_it_into_view(folder, open_window, qtbot):
    leave_many(folder, [f"lecture {number}" for number in range(12)])
    dialog = offered(open_window(size=(1280, 720)), qtbot)
    assert dialog.focusWidget() is dialog.later
    reached = []
    for _ in range(24):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert reached == [button for row in dialog.rows for button in (row.discard, row.recover)]
    last = dialog.rows[-1].recover
    assert not last.visibleRegion().isEmpty()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(kept(folder)) == 12


def test_that_a_discarded_row_takes_its_line_with_it(folder, open_window, qtbot):
    leave_many(folder, ["one", "two", "three"])
    dialog = offered(open_window(), qtbot)
    before = dialog.height()
    row = dialog.rows[0]
    for _ in range(2):
        row.discard.click()
    qtbot.waitUntil(lambda: dialog.height() < before - ROW_HEIGHT + 2)
    assert [dialog._lines[row].isVisible() for row in dialog.rows] == [False, True]
    dialog.reject()
