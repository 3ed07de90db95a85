"""What the window starts with: the first start's circle, or the set-up of a file."""

from __future__ import annotations

from pathlib import Path

from engine.data import Dataset, build_dataset, is_table_file
from engine.setup import Setup, SetupError, read_setup


class OpeningError(ValueError):
    """A file that the window can't start with; one sentence says why."""


def open_start_setup(file: Path | None) -> tuple[Setup, Dataset]:
    """The set-up and its data. A table is imported, and a lesson opened, by the window later. Raises OpeningError."""
    setup = Setup()
    if file is not None and not is_table_file(file) and file.suffix.lower() != ".md":
        try:
            setup = read_setup(file)
        except SetupError as error:
            raise OpeningError(str(error)) from error
    dataset = build_dataset(setup.data)
    return setup.fitted_to(dataset), dataset
