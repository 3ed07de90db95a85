"""What a program that died has left: found, described, given up. No widgets; callable on any thread."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile

from gui.projects import SUFFIX

if TYPE_CHECKING:
    from engine.project import FileStamp, Project

log = logging.getLogger(__name__)

SECONDS_TO_WRITE = 60
KEY = "autosave"  # in project.json, beside what belongs to the project


@dataclass(frozen=True, eq=False)
class Found:
    """An autosave without a living owner. project: None where it can't be read, fault says why. saved: when it was
    written. path, stamp: the file that it is an unsaved version of, and that file as it was known. lock: held by us,
    so that no other Chalknet offers it meanwhile.
    """

    file: Path
    lock: QLockFile
    saved: datetime
    project: Project | None = None
    fault: str = ""
    path: Path | None = None
    stamp: FileStamp | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def release(self) -> None:
        """Leave it for another time."""
        self.lock.unlock()

    def discard(self) -> None:
        """Take it away for good."""
        self.file.unlink(missing_ok=True)
        self.lock.unlock()


def lock_of(file: Path) -> QLockFile:
    """The lock of an autosave; it goes stale with its process, never by time."""
    lock = QLockFile(f"{file}.lock")
    lock.setStaleLockTime(0)
    return lock


def note_of(path: Path | None, stamp: FileStamp | None) -> dict[str, Any]:
    """What an autosave says of the file that it is an unsaved version of, to stand in `Project.extra`."""
    stamped = {"size": stamp.size, "written": stamp.written} if stamp is not None else {}
    return {KEY: {"path": str(path) if path is not None else None, **stamped}}


def find_left(folder: Path) -> list[Found]:
    """Every autosave in a folder whose owner is gone, the newest first; what others hold is passed over."""
    _sweep(folder)
    left = []
    for file in folder.glob(f"*{SUFFIX}"):
        lock = lock_of(file)
        if _take(lock):
            with suppress(OSError):  # its owner took it away at this very moment
                left.append(_described(file, lock))
                continue
            lock.unlock()
    return sorted(left, key=lambda found: found.saved, reverse=True)


def _take(lock: QLockFile) -> bool:
    """Take the lock of an owner who is gone."""
    if lock.tryLock(0):
        return True
    # Nobody who lives leaves a lock empty: the machine lost its power before the words were on the disk.
    with suppress(OSError):
        status = Path(lock.fileName()).stat()
        if status.st_size == 0 and time.time() - status.st_mtime > SECONDS_TO_WRITE:
            return lock.removeStaleLockFile() and lock.tryLock(0)
    return False


def _described(file: Path, lock: QLockFile) -> Found:
    from engine.project import ProjectError, read_project

    saved = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    try:
        project = read_project(file)
    except ProjectError as error:
        log.warning("an autosave can't be read: %s", error)
        return Found(file, lock, saved, fault=str(error))
    note = project.extra.get(KEY)
    path, stamp = _named(note) if isinstance(note, Mapping) else (None, None)
    extra = {key: value for key, value in project.extra.items() if key != KEY}
    return Found(file, lock, saved, project, "", path, stamp, extra)


def _named(note: Mapping[str, Any]) -> tuple[Path | None, FileStamp | None]:
    from engine.project import FileStamp

    path, size, written = note.get("path"), note.get("size"), note.get("written")
    stamp = FileStamp(size, written) if isinstance(size, int) and isinstance(written, int) else None
    return (Path(path), stamp) if isinstance(path, str) and path else (None, None)


def _sweep(folder: Path) -> None:
    """Take away locks that are left without a file."""
    for left in folder.glob(f"*{SUFFIX}.lock"):
        file = left.with_suffix("")
        lock = lock_of(file)
        if not file.exists() and _take(lock):
            lock.unlock()
