"""A project into its file: all of the new one, or all of the old one. No widgets; callable on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile

from engine.project import FileStamp, Project, ProjectError, stamp_of, write_project


class ChangedByOthersError(ProjectError):
    """The file on the disk is not the one that was read: to write would take somebody's work away."""


def write_file(project: Project, path: Path, known: FileStamp | None, *, may_replace: bool) -> FileStamp:
    """Write a project and return the new stamp of its file.

    known: the stamp of what may be replaced; may_replace: whatever is there. Raises ChangedByOthersError, and
    ProjectError where it can't be written; then the old file is as it was.
    """
    data = write_project(project)
    there = stamp_of(path)
    if not may_replace and there is not None and there != known:
        raise ChangedByOthersError(f"{path.name} is not the file that was opened.")
    file = QSaveFile(str(path))
    is_written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if not (is_written and file.commit()):
        reason = file.errorString()
        file.cancelWriting()
        raise ProjectError(f"{path.name} can't be saved ({reason}): choose another place for it.")
    stamp = stamp_of(path)
    if stamp is None:
        raise ProjectError(f"{path.name} vanished as it was saved: save it again.")
    return stamp
