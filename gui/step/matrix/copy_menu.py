"""Copying from a matrix: a number, or all of it as NumPy code or as a table with commas."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from engine.step.row import Operand
from gui.step.matrix.copying import MOST_CELLS, csv_text, is_copied, number_code, numpy_code
from gui.widgets.more_actions import add_more
from gui.widgets.numbers import grouped_text

TOO_LARGE = f"More than {grouped_text(MOST_CELLS)} numbers: `main.py step --json` writes them to a file"


@dataclass(frozen=True)
class Copied:
    """Whether it worked, and a sentence that says so."""

    is_done: bool
    text: str


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def copy_number(value: float) -> None:
    """Put a number on the clipboard in full precision."""
    copy_text(number_code(value).removeprefix("np."))


def copy_matrix(operand: Operand) -> Copied:
    """Put a matrix on the clipboard as NumPy code."""
    if not is_copied(operand):
        return Copied(False, TOO_LARGE)
    copy_text(numpy_code(operand))
    return Copied(True, f"{operand.name} is on the clipboard as NumPy code")


def copy_menu(parent: QWidget, operand: Operand, cell: tuple[int, int] | None) -> QMenu:
    """What can be copied of a matrix, and of one of its cells (row, column)."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    if cell is not None:
        value = float(operand.array[cell])
        menu.addAction("Copy number", lambda: copy_number(value))
        menu.addSeparator()
    as_code = menu.addAction(f"Copy {operand.name} as NumPy", lambda: copy_text(numpy_code(operand)))
    as_table = menu.addAction(f"Copy {operand.name} as CSV", lambda: copy_text(csv_text(operand.array)))
    for action in (as_code, as_table):
        _limit(action, operand)
    return menu


def show_copy_menu(parent: QWidget, at: QPoint, operand: Operand, cell: tuple[int, int] | None) -> None:
    """Open the menu at a point of the screen."""
    menu = copy_menu(parent, operand, cell)
    add_more(menu, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _limit(action: QAction, operand: Operand) -> None:
    if not is_copied(operand):
        action.setEnabled(False)
        action.setToolTip(TOO_LARGE)
