"""What the window starts with: the first start's circle, or the set-up or project of a file."""

from __future__ import annotations

from pathlib import Path

from engine.data import build_dataset, is_table_file
from engine.setup import Setup, SetupError, read_setup
from gui.projects import is_project_file
from gui.projects.opened import Opened, open_project


class OpeningError(ValueError):
    """A file that the window can't start with; one sentence says why."""


def open_start(file: Path | None, address: str = "") -> Opened:
    """The project of a file, or a new one with the set-up of a file, of an address, or the first start's. Raises
    OpeningError.

    A table is imported, and a lesson opened, by the window later.
    """
    if file is not None and is_project_file(file):
        return _open_project(file)
    setup = Setup()
    try:
        if address:
            from engine.playground_link import from_address  # few starts have one

            setup = from_address(address).setup
        if file is not None and not is_table_file(file) and file.suffix.lower() != ".md":
            setup = read_setup(file)
    except SetupError as error:
        raise OpeningError(str(error)) from error
    dataset = build_dataset(setup.data)
    return Opened(setup.fitted_to(dataset), dataset)


def _open_project(file: Path) -> Opened:
    from engine.project import ProjectError  # a part of a start that few need

    try:
        return open_project(file)
    except ProjectError as error:
        raise OpeningError(str(error)) from error
