"""Offers at a start what programs that died have left, and takes it into the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.errands import Errands
from gui.projects.opened import Opened, opened_from, or_fault
from gui.projects.recovery import Found, find_left

if TYPE_CHECKING:
    from engine.project import ProjectError
    from gui.main_window import MainWindow
    from gui.projects.projects import Projects

FINDING = "finding"


class Recovering(QObject):
    """Belongs to one window. Looks and reads beside the window's thread."""

    def __init__(self, window: MainWindow, projects: Projects) -> None:
        super().__init__(projects)
        self._window, self._projects = window, projects
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)
        self._chosen: Found | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is looked for or read."""
        return self._errands.is_busy

    def offer(self) -> None:
        """Show a list of what was left, if anything was."""
        folder = self._projects.autosave.folder
        if folder.is_dir():
            self._errands.run(partial(find_left, folder), FINDING)

    def close(self) -> None:
        """Wait for what is under way, and leave what was chosen and not yet taken."""
        self._errands.close()
        if self._chosen is not None:
            self._chosen.release()

    @Slot(object, object)
    def _on_done(self, _label: object, result: list[Found] | Opened | ProjectError) -> None:
        if isinstance(result, list):
            if result:
                from gui.projects.recovery_dialog import RecoveryDialog  # not needed by most starts

                dialog = RecoveryDialog(self._window.appearance, result, self._window)
                dialog.chosen.connect(self._on_chosen)
                dialog.open()
            return
        found = self._chosen
        assert found is not None
        if isinstance(result, Opened):
            self._projects.leave(partial(self._begin, result, found))
        else:
            self._chosen = None
            found.release()
            self._projects.say_not_opened(found.file, str(result))

    def _begin(self, opened: Opened, found: Found) -> None:
        self._chosen = None
        self._projects.begin_recovered(opened, found)
        self._window.status.show_message("Recovered; save it to keep it", "warn")

    @Slot(object)
    def _on_chosen(self, found: Found) -> None:
        self._chosen = found
        self._errands.run(partial(_open_found, found), found)


def _open_found(found: Found) -> Opened | ProjectError:
    assert found.project is not None
    project = replace(found.project, extra=found.extra)
    name = found.path.name if found.path is not None else "What was kept"
    return or_fault(partial(opened_from, project, name, found.path, found.stamp), name)
