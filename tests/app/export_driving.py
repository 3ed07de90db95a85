"""What the stories of exports share: a trained window, files that are chosen, and context menus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from gui.main_window import MainWindow

PICTURE, DATA = ["Copy picture", "Save picture…"], ["Copy data", "Save data (CSV)…"]


def train(window: MainWindow, qtbot, updates: int = 60) -> None:
    window.controller.advance(updates)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == updates and window.controller.is_settled)


def finished(window: MainWindow, qtbot) -> str:
    """Wait for what is written or read; what the status bar says then."""
    qtbot.waitUntil(lambda: not window.exports.is_busy, timeout=20_000)
    return window.status.message


def choose(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def menu_of(widget: QWidget, reason=QContextMenuEvent.Reason.Mouse) -> QMenu | None:
    """Ask for the context menu in the middle of a widget, as the mouse or the Menu key does."""
    place = widget.rect().center()
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


def texts(menu: QMenu | None) -> list[str]:
    return (
        [action.text() for action in menu.actions() if not action.isSeparator()] if menu is not None else []
    )


def press(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    menu.close()
    action.trigger()


def assert_same_parameters(W, b, window: MainWindow) -> None:
    snapshot = window.last_snapshot
    for l in range(1, len(snapshot.sizes)):
        np.testing.assert_array_equal(W[l - 1], snapshot.W[l])
        np.testing.assert_array_equal(b[l - 1], snapshot.b[l])
