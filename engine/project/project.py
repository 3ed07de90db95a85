"""What a project file holds, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.project.migrations import VERSION
from engine.setup import Setup
from engine.training_state import TrainingState

SUFFIX = ".chalk"


@dataclass(frozen=True, eq=False)
class Project:
    """setup and state fit one another: they were taken at one moment (`Session.setup`, `Session.project_state`).

    state: None begins the run of the set-up afresh. view: values of JSON that mean something to the window alone;
    who reads them must be ready for anything. notes: text of the person. preview: a PNG, or b"". extra: what
    another program wrote into the file beside these, kept as it was. version: of the file that it was read from.
    Dictionaries and arrays in it are not to be written to.
    """

    setup: Setup = field(default_factory=Setup)
    state: TrainingState | None = None
    view: dict[str, Any] = field(default_factory=dict)
    notes: str = ""
    preview: bytes = b""
    extra: dict[str, Any] = field(default_factory=dict)
    version: int = VERSION


def is_project_file(path: Path) -> bool:
    """Whether a file's name says that it is a project."""
    return path.suffix.lower() == SUFFIX
