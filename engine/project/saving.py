"""Projects to disk: all of the new file or all of the old one, whatever happens in between."""

from __future__ import annotations

import os
import secrets
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.project.errors import ProjectError
from engine.project.project import Project
from engine.project.writing import write_into

TEMPORARY = ".~chalk-"
SECONDS_TO_KEEP = 24 * 3600


@dataclass(frozen=True)
class FileStamp:
    """What changes when somebody else writes a file: its size in bytes, and when it was written, in nanoseconds."""

    size: int
    written: int


def stamp_of(path: Path) -> FileStamp | None:
    """The stamp of a file, to be taken before it is read; None where there is no such file.

    If it is another one when the file is to be saved, somebody else wrote it meanwhile.
    """
    try:
        return _stamp(path.stat())
    except (OSError, ValueError):
        return None


def save_project(project: Project, path: Path) -> FileStamp:
    """Write a project to a file, replacing what is there, and return its new stamp. Callable on any thread.

    It is written beside its place, brought to the disk, and then moved: a program that is killed leaves the old file
    or the new one. A link stays a link. Raises ProjectError; then the old file is as it was.
    """
    path = Path(path)
    try:
        place = path.resolve()
        before = _permissions(place)
        temporary = place.parent / f"{TEMPORARY}{secrets.token_hex(8)}.tmp"
        try:
            stamp = _write(project, temporary, before)
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)
        _bring_folder_to_disk(place.parent)
        _sweep(place.parent)
        return stamp
    except (OSError, ValueError, RuntimeError) as error:
        if isinstance(error, ProjectError):
            raise
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise ProjectError(f"{path.name} can't be saved ({reason}): choose another place for it.") from error


def _write(project: Project, temporary: Path, permissions: int | None) -> FileStamp:
    with temporary.open("xb") as file:
        write_into(project, file)
        file.flush()
        if permissions is not None:
            temporary.chmod(permissions)
        os.fsync(file.fileno())
        return _stamp(os.fstat(file.fileno()))


def _permissions(place: Path) -> int | None:
    """Those of the file that is replaced; None where there is none. Raises ProjectError for what is no file."""
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise ProjectError(f"{place.name} is not an ordinary file: choose another name for the project.")
    return stat.S_IMODE(mode)


def _stamp(status: os.stat_result) -> FileStamp:
    return FileStamp(status.st_size, status.st_mtime_ns)


def _bring_folder_to_disk(folder: Path) -> None:
    """The new name too, where a system can do that; the file itself is safe already."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def _sweep(folder: Path) -> None:
    """Take away what killed programs left here; what is young may be another program's that is just saving."""
    oldest = time.time() - SECONDS_TO_KEEP
    with suppress(OSError):
        for left in folder.glob(f"{TEMPORARY}*.tmp"):
            if left.stat().st_mtime < oldest:
                left.unlink()
