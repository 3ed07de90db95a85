"""Every action of the window as one table: menu, text, key, tool-tip, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

MENUS = ("File", "Edit", "View", "Network", "Run", "Help")


class Item(NamedTuple):
    """One row: its key in the table, its menu, text, shortcut and hint. An empty text is a separating line."""

    key: str
    menu: str
    text: str = ""
    shortcut: str | tuple[str, ...] | QKeySequence.StandardKey = ""
    hint: str = ""
    checkable: bool = False


ITEMS = (
    Item("new", "File", "New project", QKeySequence.StandardKey.New, "Begin with the circle and 2-4-2-1"),
    Item("open", "File", "Open…", QKeySequence.StandardKey.Open, "A project (.chalk), or a set-up (JSON)"),
    Item(
        "save", "File", "Save project", QKeySequence.StandardKey.Save, "Set-up, weights, run, view and notes"
    ),
    Item(
        "save_as",
        "File",
        "Save project as…",
        ("Ctrl+Shift+S",),
        "Into another file, which is the project's from then on",
    ),
    Item("save_setup", "File", "Save set-up as…", "", "Data, network and training alone, as text (JSON)"),
    Item("notes", "File", "Project notes…", "", "A text that stays with the project"),
    Item("", "File"),
    Item("import", "File", "Import data…", "Ctrl+I", "A CSV table becomes the training data"),
    Item("examples", "File", "Worked examples…", "", "Exercises for pencil and paper, and new ones"),
    Item("lesson", "File", "Open lesson…", "", "A lesson (Markdown) from anywhere"),
    Item(
        "new_lesson",
        "File",
        "New lesson from this screen",
        "",
        "What is seen now becomes the first page of a lesson",
    ),
    Item(
        "sheet",
        "File",
        "Exercise sheet…",
        "Ctrl+P",
        "Print the very next update with blanks and with answers",
    ),
    Item("", "File"),
    Item("quit", "File", "Quit", QKeySequence.StandardKey.Quit),
    Item("copy", "Edit", "Copy set-up", "Ctrl+Shift+C", "The whole set-up as one line of text"),
    Item("paste", "Edit", "Paste set-up", "Ctrl+Shift+V", "A set-up, or a TensorFlow Playground's address"),
    Item("train", "View", "Train", "Ctrl+1", "Edit a network and watch it learn"),
    Item("step", "View", "Step", "Ctrl+2", "The very next update, number by number"),
    Item("graph", "View", "Graph", "Ctrl+3", "A typed expression as a computation graph"),
    Item("course", "View", "Course", "Ctrl+4", "Lessons and labs"),
    Item("", "View"),
    Item("theme_system", "View", "Light or dark as the system", checkable=True),
    Item("theme_light", "View", "Light", checkable=True),
    Item("theme_dark", "View", "Dark", checkable=True),
    Item("", "View"),
    Item("show_values", "View", "All weights as numbers", "Ctrl+Shift+N", "For networks up to 3-4-3", True),
    Item("reset_layout", "View", "Panels as at first", "", "Give every panel its first place and size"),
    Item("full_screen", "View", "Full screen", "F11", checkable=True),
    Item("add_layer", "Network", "Add a layer before the output", "Ctrl+L"),
    Item("remove_layer", "Network", "Remove the last hidden layer", "Ctrl+Shift+L"),
    Item("", "Network"),
    Item("reset", "Network", "Reset to the same weights", "R", "Begin again from the same start weights"),
    Item("new_weights", "Network", "New weights", "Shift+R", "Begin again from other random weights"),
    Item("run", "Run", "Run or pause", "Space"),
    Item("update", "Run", "One update", "."),
    Item("epoch", "Run", "One epoch", ","),
    Item("", "Run"),
    Item("slower", "Run", "Slower", "["),
    Item("faster", "Run", "Faster", "]"),
    Item("", "Run"),
    Item("next_step", "Run", "Next step", "Right", "The next row of the tape, or step of the graph"),
    Item("previous_step", "Run", "Previous step", "Left", "The row or step before"),
    Item("first_step", "Run", "First step", "Home", "The beginning of the update or of the graph"),
    Item("last_step", "Run", "Last step", "End", "The end of the update or of the graph"),
    Item("next_page", "Run", "Next page", "PgDown", "The next page of a lesson; elsewhere the next step"),
    Item("previous_page", "Run", "Previous page", "PgUp", "The page before; elsewhere the step before"),
    Item("keys", "Help", "Keys", "F1"),
    Item("about", "Help", "About Chalknet"),
)
PLAYGROUND = ("new_weights", "add_layer", "remove_layer", "show_values")
STEPPING = ("next_step", "previous_step", "first_step", "last_step", "next_page", "previous_page")


class Menus:
    """Builds the menu bar from the table; `actions[key]` is the QAction of a row."""

    def __init__(self, window: QMainWindow, bar: QMenuBar, handlers: dict[str, Callable[[], object]]) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {name: bar.addMenu(name) for name in MENUS}
        for item in ITEMS:
            if not item.text:
                self.menus[item.menu].addSeparator()
                continue
            action = self._action(window, item)
            action.triggered.connect(handlers[item.key])
            self.menus[item.menu].addAction(action)
            window.addAction(action)
        self.set_place(has_steps=False, edits_playground=True, can_reset=True)
        themes = QActionGroup(window)
        for name in ("system", "light", "dark"):
            themes.addAction(self.actions[f"theme_{name}"])

    def _action(self, window: QMainWindow, item: Item) -> QAction:
        action = QAction(item.text, window)
        action.setCheckable(item.checkable)
        keys = (
            item.shortcut if isinstance(item.shortcut, tuple) else (item.shortcut,) if item.shortcut else ()
        )
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setToolTip(item.hint or item.text)
        action.setStatusTip(item.hint)
        self.actions[item.key] = action
        return action

    def set_place(self, *, has_steps: bool, edits_playground: bool, can_reset: bool) -> None:
        """Let the keys of steps work where there are steps; elsewhere they belong to what has the focus. What changes
        the playground works where it is seen.
        """
        for key in STEPPING:
            self.actions[key].setEnabled(has_steps)
        for key in PLAYGROUND:
            self.actions[key].setEnabled(edits_playground)
        self.actions["reset"].setEnabled(can_reset)

    def prepend(self, menu: str, actions: list[QAction]) -> None:
        """Put actions that somebody else made (undo and redo) at the top of a menu."""
        first = self.menus[menu].actions()[0]
        self.menus[menu].insertActions(first, actions)
        self.menus[menu].insertSeparator(first)

    def insert(self, menu: QMenu, before: str) -> None:
        """Put a menu that somebody else made before a row of the File menu."""
        self.menus["File"].insertMenu(self.actions[before], menu)

    def append(self, menu: str, actions: list[QAction]) -> None:
        """Put actions that somebody else made (docks) at the end of a menu."""
        self.menus[menu].addSeparator()
        self.menus[menu].addActions(actions)
