"""Notes that somebody typed are not lost by one press of a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.appearance import Appearance
from gui.projects.notes_dialog import DROP, NotesDialog


@pytest.fixture
def dialog(qtbot) -> NotesDialog:
    made = NotesDialog(Appearance("light"), "tuesday", "Ask first.")
    qtbot.addWidget(made)
    made.open()
    return made


def test_that_escape_closes_it_where_nothing_was_changed(dialog, qtbot):
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["escape", "button", "frame"])
def test_that_changes_are_dropped_by_the_second_wish_only(dialog, qtbot, way):
    def leave():
        if way == "escape":
            qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
        elif way == "button":
            dialog.cancel_button.click()
        else:
            dialog.close()

    dialog.text.insertPlainText(" Then wait.")
    leave()
    assert dialog.isVisible()
    assert "not kept" in dialog.fault.text()
    assert dialog.cancel_button.text() == DROP
    dialog.text.insertPlainText(" And again.")  # going on takes the question back
    assert dialog.cancel_button.text() == "Cancel"
    leave()
    assert dialog.isVisible()
    leave()
    assert not dialog.isVisible()


def test_that_ctrl_enter_keeps_them_and_enter_begins_a_line(dialog, qtbot):
    with qtbot.waitSignal(dialog.kept) as kept:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
        assert dialog.isVisible()
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == ["Ask first.\n"]
    assert not dialog.isVisible()
