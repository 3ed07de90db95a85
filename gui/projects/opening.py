"""Opening a project in one window: read beside its thread, and taken when nothing would be lost by it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.errands import Errands
from gui.projects.opened import Opened, open_project, or_fault

if TYPE_CHECKING:
    from engine.project import ProjectError
    from gui.main_window import MainWindow
    from gui.projects.projects import Projects


class Opening(QObject):
    """A file that is none, or damaged, changes nothing."""

    def __init__(self, window: MainWindow, projects: Projects) -> None:
        super().__init__(projects)
        self._window, self._projects = window, projects
        self._before: object = None
        self._errands = Errands(self)
        self._errands.done.connect(self._on_read)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._errands.is_busy

    def read(self, path: Path) -> None:
        """Read a file and open it; the person was asked about what is unsaved now."""
        self._window.controller.pause()
        self._window.status.show_message(f"Opening {path.name} …")
        self._before = self._edits()
        self._errands.run(partial(or_fault, partial(open_project, path), path.name), path)

    def close(self) -> None:
        """Wait for what is being read, and leave it."""
        self._errands.close()

    @Slot(object, object)
    def _on_read(self, path: Path, result: Opened | ProjectError) -> None:
        if not isinstance(result, Opened):
            self._window.status.clear_message()
            if not path.is_file():
                self._projects.recent.remove(path)
            self._projects.say_not_opened(path, str(result))
        elif self._edits() == self._before and not self._projects.saving.is_busy:
            self._take(result, path.name)
        else:  # what was edited or saved while it was read is something that nobody was asked about
            self._window.status.clear_message()
            self._projects.leave(partial(self._take, result, path.name))

    def _take(self, opened: Opened, name: str) -> None:
        self._projects.begin(opened)
        self._projects.come_back()
        self._window.status.show_message(f"{name} opened")

    def _edits(self) -> object:
        """Equal as long as no person changes anything; a run that comes to rest is none of their edits."""
        stack, now = self._window.document.undo_stack, self._projects.changes.now()
        return stack.index(), stack.count(), stack.undoText(), now.notes, now.written
