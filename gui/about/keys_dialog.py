"""Every key of the menus, and those of the drawing, in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.dialog import Dialog
from gui.menus import ITEMS, Menus
from gui.widgets import Button, Label

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MORE_KEYS = (
    ("Tab", "Go to the next control; into the network drawing"),
    ("Arrows", "In the drawing: from unit to unit, from layer to layer"),
    ("Enter, Esc", "Take over or drop a typed weight, bias or number"),
    ("Up, Down", "While typing a weight: change it by 0.1 (Shift 1, Ctrl 0.01)"),
)
COLUMNS = (("File", "Edit", "View", "Network", "Help"), ("Run",))  # about equally high
KEY_WIDTH, COLUMN_GAP, GROUP_GAP = 110, 40, 14


class KeysDialog(Dialog):
    """Enter and Esc close."""

    def __init__(self, appearance: Appearance, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Keys", parent)
        self._menus = menus
        row = QHBoxLayout()
        row.setContentsMargins(24, 16, 24, 20)
        row.setSpacing(COLUMN_GAP)
        for names in COLUMNS:
            row.addLayout(self._column_of(names))
        self.body.addLayout(row)
        self.follow_content()
        close = Button(appearance, "Close", kind="primary")
        close.clicked.connect(self.reject)
        self.add_footer([], [close])

    def _column_of(self, names: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for name in names:
            self._add_group(column, name, self._rows_of(name))
        if names is COLUMNS[-1]:
            self._add_group(column, "In the network drawing", list(MORE_KEYS))
        column.addStretch(1)
        return column

    def _rows_of(self, menu: str) -> list[tuple[str, str]]:
        native = QKeySequence.SequenceFormat.NativeText
        rows = []
        for item in ITEMS:
            if item.menu == menu and item.text:
                keys = self._menus.actions[item.key].shortcuts()
                rows.append((", ".join(key.toString(native) for key in keys[:2]), item.text))
        return [(keys, text) for keys, text in rows if keys]

    def _add_group(self, column: QVBoxLayout, name: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        column.addSpacing(GROUP_GAP if column.count() else 0)
        column.addWidget(Label(self.appearance, name, "caption", "ink3"))
        column.addSpacing(2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, KEY_WIDTH)
        for place, (key, text) in enumerate(rows):
            grid.addWidget(Label(self.appearance, key, "header"), place, 0)
            grid.addWidget(Label(self.appearance, text, "body", "ink2"), place, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)


def show_keys(window: MainWindow, menus: Menus) -> None:
    """Open it over the window."""
    dialog = KeysDialog(window.appearance, menus, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
