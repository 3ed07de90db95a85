"""The table of keys: what it says is what works, and it fits the smallest window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from gui.about.keys_dialog import KeysDialog, show_keys
from gui.widgets import Label

NATIVE = QKeySequence.SequenceFormat.NativeText
# Views that understand these keys only while they are in focus have no actions for them.
OWN_KEYS = {
    "Ctrl+arrows": "From number to number of a matrix",
    "Ctrl+C": "Copy the selected number",
    "Tab, Up, Down": "To another blank",
    "Shift+Enter": "A new line in the expression",
    "Shift+Up, Down": "From weight to weight of the selected unit",
    "Del": "Remove the selected layer",
}


@pytest.fixture
def dialog(open_window, qtbot):
    window = open_window(size=(1280, 720))
    show_keys(window, window.menus)
    found = window.findChild(KeysDialog)
    qtbot.waitUntil(found.isVisible)
    yield found
    found.reject()


def test_that_every_key_of_the_window_is_in_the_table(dialog):
    window = dialog.parent()
    named = {key.strip() for keys, _ in dialog.rows for key in keys.split(", ")}
    commands = [action for action in window.findChildren(QAction) if action.shortcuts() and action.text()]
    wanted = {action.shortcuts()[0].toString(NATIVE) for action in commands}
    wanted |= {shortcut.key().toString(NATIVE) for shortcut in window.findChildren(QShortcut)}
    assert {"Ctrl+Z", "Ctrl+Shift+Z", "Space", "Shift+F10"} <= wanted
    assert wanted - named - {""} == set()  # Quit has no key on some systems
    assert "Ctrl+Y" in named


def test_that_undo_and_redo_stand_there_by_their_own_names_whatever_they_would_undo(dialog):
    dialog.parent().editing.set_alpha(0.3)
    rows = {text: keys for keys, text in dialog.rows}
    assert rows["Undo"] == "Ctrl+Z"
    assert rows["Redo"] == "Ctrl+Shift+Z, Ctrl+Y"


def test_that_the_keys_of_each_workspace_are_there(dialog):
    assert OWN_KEYS.items() <= {keys: text for keys, text in dialog.rows if text in OWN_KEYS.values()}.items()
    titles = {label.text() for label in dialog.findChildren(Label)}
    assert {"In Train", "In Step", "With the pencil", "In Graph", "In Course"} <= titles


def test_that_the_table_fits_into_the_smallest_window_and_nothing_is_cut(dialog):
    assert dialog.width() <= 1280 - 32
    assert dialog.height() <= 720 - 32
    for label in dialog.findChildren(Label):
        assert label.width() >= label.sizeHint().width(), label.text()
