"""From a file to everything that the window needs to go on with its project. No widgets; callable on any thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.data import Dataset, prepare_pictures
from engine.setup import Setup
from engine.training_state import TrainingState

if TYPE_CHECKING:
    from engine.project import FileStamp, Project, ProjectError

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Opened:
    """A project that was found sound, with its data made.

    setup: as it fits the data. state: where its run stands, None for a fresh one; view, notes, extra: see
    `engine.project.Project`. path: where it is saved, None for nowhere yet; stamp: of that file when it was read.
    """

    setup: Setup
    dataset: Dataset
    state: TrainingState | None = None
    view: dict[str, Any] = field(default_factory=dict)
    notes: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None
    stamp: FileStamp | None = None


def open_project(path: Path) -> Opened:
    """Read a project and try whether its run goes on. Raises ProjectError."""
    from engine.project import read_project, stamp_of

    stamp = stamp_of(path)
    return opened_from(read_project(path), path.name, path.absolute(), stamp)


def opened_from(project: Project, name: str, path: Path | None, stamp: FileStamp | None) -> Opened:
    """Make the data of a project and try whether its run goes on. Raises ProjectError."""
    from engine.project import resume

    dataset, session = resume(project, name)
    prepare_pictures(dataset)
    return Opened(
        session.setup, dataset, project.state, project.view, project.notes, project.extra, path, stamp
    )


def or_fault(work: Callable[[], Opened], name: str) -> Opened | ProjectError:
    """What `work` gives, or why it gives nothing, so that a thread can hand it over."""
    from engine.project import ProjectError

    try:
        return work()
    except ProjectError as error:
        return error
    except Exception as error:  # whatever broke: the file is not opened, and the window stays as it is
        log.exception("%s is not opened", name)
        return ProjectError(f"{name} can't be opened ({type(error).__name__}: {error}).")
