"""What is kept of unsaved work, and the list in which it is offered."""

from __future__ import annotations

from pathlib import Path

from engine.project import Project, save_project
from gui.main_window import MainWindow
from gui.projects.recovery import note_of
from gui.projects.recovery_dialog import RecoveryDialog


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.chalk"))


def offered(window: MainWindow, qtbot) -> RecoveryDialog:
    window.projects.recovering.offer()
    qtbot.waitUntil(lambda: bool(window.findChildren(RecoveryDialog)))
    return window.findChildren(RecoveryDialog)[0]


def leave_many(folder: Path, names: list[str]) -> None:
    folder.mkdir()
    for number, name in enumerate(names):
        note = note_of(Path("/shelf") / f"{name}.chalk", None)
        save_project(Project(extra=note), folder / f"{number}-a.chalk")
