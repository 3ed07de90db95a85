"""From a file to everything that the window needs to go on with its project. No widgets; callable on any thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.data import Dataset, prepare_pictures
from engine.project import FileStamp, Project, read_project, resume, stamp_of
from engine.setup import Setup


@dataclass(frozen=True, eq=False)
class Opened:
    """A project that was found sound, with its data made.

    path: where it is saved, None for nowhere yet; stamp: of that file when it was read. setup: that of the project, as
    it fits the data.
    """

    project: Project
    setup: Setup
    dataset: Dataset
    path: Path | None = None
    stamp: FileStamp | None = None


def open_project(path: Path) -> Opened:
    """Read a project and try whether its run goes on. Raises ProjectError."""
    stamp = stamp_of(path)
    return opened_from(read_project(path), path.name, path.absolute(), stamp)


def opened_from(project: Project, name: str, path: Path | None, stamp: FileStamp | None) -> Opened:
    """Make the data of a project and try whether its run goes on. Raises ProjectError."""
    dataset, session = resume(project, name)
    prepare_pictures(dataset)
    return Opened(project, session.setup, dataset, path, stamp)
