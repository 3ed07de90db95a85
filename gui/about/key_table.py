"""Every key that works, in groups: those of the menus as they are now, and those that a focused view understands."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence

from gui.menus import ITEMS, Menus

Rows = tuple[tuple[str, str], ...]

EVERYWHERE: Rows = (
    ("Tab, Shift+Tab", "To the next control, to the one before"),
    ("Space, Enter", "Press the control with the ring"),
    ("Arrows", "Move a slider, handle or choice with the ring"),
    ("Shift+arrows", "Move a handle ten steps at once"),
    ("Enter, Esc", "Take over or drop what was typed"),
    ("Shift+F10", "What can be done with the view in focus"),
)
TRAIN: Rows = (
    ("Arrows", "In the drawing: from unit to unit, layer to layer"),
    ("Shift+Up, Down", "From weight to weight of the selected unit"),
    ("Enter", "Type the selected bias or weight"),
    ("Up, Down", "While typing it: by 0.1 (Shift 1, Ctrl 0.01)"),
    ("+, \u2212", "One unit more, one less in the selected layer"),
    ("Del", "Remove the selected layer"),
    ("Left, Right", "In a plot: an earlier, a later epoch"),
)
STEP: Rows = (
    ("Ctrl+arrows", "From number to number of a matrix"),
    ("Ctrl+C", "Copy the selected number"),
    ("Esc", "Select no number"),
)
PENCIL: Rows = (
    ("Enter", "Check the answer, then to the next blank"),
    ("Tab, Up, Down", "To another blank"),
    ("Ctrl+Left, Right", "To the blank at the left, at the right"),
    ("Esc", "Out of the blank"),
)
GRAPH: Rows = (
    ("Ctrl+arrows", "From node to node of the graph"),
    ("Enter", "Select the node; take over a typed expression"),
    ("Shift+Enter", "A new line in the expression"),
)
COURSE: Rows = (
    ("Up, Down", "From answer to answer of a question"),
    ("Enter", "Answer"),
)
PLACES: tuple[tuple[str, Rows], ...] = (
    ("In Train", TRAIN),
    ("In Step", STEP),
    ("With the pencil", PENCIL),
    ("In Graph", GRAPH),
    ("In Course", COURSE),
)


def keys_of(action: QAction) -> str:
    """An action's keys as this system writes them; "" for none."""
    native = QKeySequence.SequenceFormat.NativeText
    first, *others = action.shortcuts() or [QKeySequence()]
    # Systems know older keys too, such as Alt+Backspace for undo: those need no words.
    others = [key for key in others if key.toString().startswith("Ctrl")]
    return ", ".join(key.toString(native) for key in (first, *others))


def menu_rows(menus: Menus, menu: str) -> Rows:
    """The actions of a menu that have keys, those that others put there too: (keys, what they do)."""
    texts = {menus.actions[item.key]: item.text for item in ITEMS if item.text}
    # Undo and redo name the edit behind their own name.
    rows = [
        (keys_of(action), texts.get(action) or action.text().split()[0].replace("&", ""))
        for action in menus.menus[menu].actions()
        if not action.isSeparator() and action.menu() is None and keys_of(action)
    ]
    return tuple(rows)
