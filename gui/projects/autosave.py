"""What is unsaved, kept every minute and soon after an edit of the structure, for the case that the program dies.

Each window has one file of its own, with a QLockFile beside it that its process holds: a file whose lock can be taken
belongs to nobody who lives. It is taken away when its content is saved, or given up by a person.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Slot

from gui.crash.home import without_home
from gui.projects import SUFFIX
from gui.projects.changes import Marks
from gui.projects.recovery import Found, lock_of, note_of
from gui.projects.saver import Order, Outcome

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.projects.projects import Projects

log = logging.getLogger(__name__)

INTERVAL_MS = 55_000  # with the writing, what is kept is never older than a minute
SOON_MS = 2_000  # after an edit of the structure: a dragged slider makes one file, not fifty


def autosave_folder(window: MainWindow) -> Path:
    """Where the files lie; for a temporary profile a folder that goes with it."""
    if window.settings.is_temporary:
        return Path(window.settings.path).parent / "autosave"
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "autosave"


class Autosave(QObject):
    """Belongs to one window. interval_ms: how old the file may become while something changes."""

    def __init__(self, window: MainWindow, projects: Projects, interval_ms: int | None = None) -> None:
        super().__init__(projects)
        self._window, self._projects = window, projects
        self.folder = autosave_folder(window)
        self.file: Path | None = None
        self._lock: QLockFile | None = None
        self._order: Order | None = None
        self._kept: tuple[Marks, int] | None = None
        self._edits = 0
        self._structure: object = None
        self._is_unwanted = self._has_told = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS if interval_ms is None else interval_ms)
        self._timer.timeout.connect(self.save)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(min(SOON_MS, self._timer.interval()))
        self._soon.timeout.connect(self.save)
        window.document.changed.connect(self._on_edit)
        window.document.parameter_changed.connect(self._on_edit)
        projects.saver.written.connect(self._on_written)
        self._timer.start()

    @Slot()
    def save(self) -> None:
        """Write what is unsaved now, unless that is what was written last."""
        changes = self._projects.changes
        now = changes.now(), self._edits
        if self._order is not None or not changes.is_unsaved or now == self._kept or not self._has_file():
            return
        assert self.file is not None
        extra = {**self._projects.extra, **note_of(self._projects.path, self._projects.stamp)}
        self._order = Order(self.file, None, True, self._projects.view_now(), changes.notes, extra)
        self._kept = now
        self._is_unwanted = False
        self._projects.saver.write(self._order)

    def adopt(self, found: Found) -> None:
        """What was recovered is unsaved, and its file ours: it stays until a person saves it or gives it up."""
        self.drop()
        self.file, self._lock = found.file, found.lock

    def drop(self) -> None:
        """What was unsaved is saved, or is not wanted any more."""
        self._soon.stop()
        self._kept = None
        self._is_unwanted = self._order is not None
        if self.file is not None and self._lock is not None:
            self.file.unlink(missing_ok=True)
            self._lock.unlock()
        self.file = self._lock = None

    def close(self) -> None:
        """The window was closed in order and nothing is written any more: nothing is left to recover."""
        self._timer.stop()
        self.drop()
        if self._order is not None:
            self._order.path.unlink(missing_ok=True)

    def _has_file(self) -> bool:
        """Whether there is a place to write to; the first time it is made."""
        if self.file is not None:
            return True
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._tell(str(error.strerror or error))
            return False
        file = self.folder / f"{os.getpid()}-{time.time_ns():x}{SUFFIX}"
        lock = lock_of(file)
        if not lock.tryLock(0):
            self._tell(f"no file can be made in {without_home(str(self.folder))}")
            return False
        self.file, self._lock = file, lock
        return True

    def _tell(self, reason: str) -> None:
        """Once: it would be the same every minute."""
        log.warning("no autosave: %s", reason)
        if not self._has_told:
            self._has_told = True
            what = f"What is unsaved can't be kept for a recovery ({reason}): save it yourself"
            self._window.status.show_message(what, "warn")

    @Slot(object)
    def _on_edit(self, _change: Any) -> None:
        self._edits += 1
        setup = self._window.document.setup
        structure = setup.network.inputs, setup.network.layers, setup.data
        if structure != self._structure:
            self._structure = structure
            self._soon.start()

    @Slot(object)
    def _on_written(self, outcome: Outcome) -> None:
        if outcome.order is not self._order:
            return
        self._order = None
        if self._is_unwanted and outcome.order.path != self.file:
            outcome.order.path.unlink(missing_ok=True)  # it was dropped while it was written
        if outcome.fault:
            self._kept = None
            why = f"({outcome.reason}): save it yourself" if outcome.reason else f". {outcome.fault}"
            self._window.status.show_message(
                f"What is unsaved could not be kept for a recovery {why}", "warn"
            )
