"""Projects in the real window, driven as a person does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gui.main_window import MainWindow
from gui.projects.question import Question

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    QTest.keyClick(window, key, modifier)


def rest(window: MainWindow, qtbot) -> None:
    """Nothing is read, written or computed any more."""
    qtbot.waitUntil(
        lambda: window.projects.is_settled and window.controller.is_settled and window.workspaces.is_settled,
        timeout=20_000,
    )


def choose(monkeypatch, path: Path | str) -> None:
    """What the next file dialogs answer; "" is Cancel."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def save_as(window: MainWindow, path: Path, monkeypatch, qtbot) -> None:
    choose(monkeypatch, path)
    window.menus.actions["save_as"].trigger()
    rest(window, qtbot)


def open_file(window: MainWindow, path: Path, monkeypatch, qtbot) -> None:
    choose(monkeypatch, path)
    window.menus.actions["open"].trigger()
    rest(window, qtbot)


def train(window: MainWindow, updates: int, qtbot) -> None:
    wanted = window.last_snapshot.iteration + updates
    window.controller.advance(updates)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == wanted, timeout=20_000)
    rest(window, qtbot)


def asked(window: MainWindow) -> Question | None:
    """The question over the window."""
    shown = [question for question in window.findChildren(Question) if question.isVisible()]
    return shown[-1] if shown else None


def answer(window: MainWindow, key: str, qtbot) -> None:
    qtbot.waitUntil(lambda: asked(window) is not None)
    question = asked(window)
    assert question is not None
    question.buttons[key].click()


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(window.rect().center(), *arguments)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(window.rect().center()), *arguments))
