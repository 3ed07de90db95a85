"""A project into its file: all of the new one, or all of the old one. No widgets; callable on any thread."""

from __future__ import annotations

from pathlib import Path

from engine.project import FileStamp, Project, ProjectError, stamp_of, write_project
from gui.whole_file import write_whole


class ChangedByOthersError(ProjectError):
    """The file on the disk is not the one that was read: to write would take somebody's work away."""


class NotWrittenError(ProjectError):
    """The system does not write it; reason: in its words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name} can't be saved ({reason}): choose another place or name for it.")
        self.reason = reason


def write_file(project: Project, path: Path, known: FileStamp | None, *, may_replace: bool) -> FileStamp:
    """Write a project and return the new stamp of its file.

    known: the stamp of what may be replaced; may_replace: whatever is there. Raises ChangedByOthersError, and
    ProjectError where it can't be written; then the old file is as it was.
    """
    data = write_project(project)
    there = stamp_of(path)
    if not may_replace and there is not None and there != known:
        raise ChangedByOthersError(f"{path.name} is not the file that was opened.")
    reason = write_whole(path, data)
    if reason:
        raise NotWrittenError(path, reason)
    stamp = stamp_of(path)
    if stamp is None:
        raise ProjectError(f"{path.name} vanished as it was saved: save it again.")
    return stamp
