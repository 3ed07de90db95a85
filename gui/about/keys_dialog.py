"""Every key in three columns: the menus', those that work everywhere, and each workspace's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.about.key_table import EVERYWHERE, PLACES, Rows, menu_rows
from gui.appearance import Appearance
from gui.dialog import Dialog
from gui.menus import Menus
from gui.widgets import Button, Label, text_width

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MENUS = (("File", "Edit", "View", "Network"), ("Run", "Help"))  # by columns, about equally high
COLUMN_GAP, GROUP_GAP, KEY_GAP, ROW_GAP = 36, 14, 16, 4


class KeysDialog(Dialog):
    """Enter and Esc close."""

    def __init__(self, appearance: Appearance, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Keys", parent)
        self._menus = menus
        row = QHBoxLayout()
        row.setContentsMargins(24, 16, 24, 20)
        row.setSpacing(COLUMN_GAP)
        for groups in self._columns():
            row.addLayout(self._column_of(groups))
        self.body.addLayout(row)
        self.follow_content()
        close = Button(appearance, "Close", kind="primary")
        close.clicked.connect(self.reject)
        self.add_footer([], [close])

    @property
    def rows(self) -> list[tuple[str, str]]:
        """All keys with what they do."""
        return [row for groups in self._columns() for _, rows in groups for row in rows]

    def _columns(self) -> list[list[tuple[str, Rows]]]:
        """The groups of each column."""
        first, second = ([(name, menu_rows(self._menus, name)) for name in names] for names in MENUS)
        return [first, [*second, ("Everywhere", EVERYWHERE)], list(PLACES)]

    def _column_of(self, groups: list[tuple[str, Rows]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        width = round(max(text_width(keys, "header") for _, rows in groups for keys, _ in rows)) + 1
        for name, rows in groups:
            self._add_group(column, name, rows, width)
        column.addStretch(1)
        return column

    def _add_group(self, column: QVBoxLayout, name: str, rows: Rows, width: int) -> None:
        if not rows:
            return
        column.addSpacing(GROUP_GAP if column.count() else 0)
        column.addWidget(Label(self.appearance, name, "caption", "ink3"))
        column.addSpacing(2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(KEY_GAP)
        grid.setVerticalSpacing(ROW_GAP)
        grid.setColumnMinimumWidth(0, width)
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
