"""What the command line asked of the window, as one frozen value. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORKSPACES = {
    "train": "Train",
    "step": "Step",
    "graph": "Graph",
    "course": "Course",
}  # as the rail names them


@dataclass(frozen=True)
class Options:
    """What the command line asked of the window. `size` is (width, height) in device-independent pixels.

    file, address: what the window starts with, at most one of them; an address is a TensorFlow Playground's.
    workspace: one of WORKSPACES; "" for where the project was left, or Train. row: of Step's tape, from 1; cell: (row,
    column) of a number of it, from 1; pencil: with blanks. expression: of Graph; lesson: the name of one that comes
    along, row is its page; lab: alone.
    """

    file: Path | None = None
    address: str = ""
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    workspace: str = ""
    row: int = 1
    cell: tuple[int, int] | None = None
    pencil: bool = False
    expression: str = ""
    lesson: str = ""
    lab: str = ""
    epochs: int | None = None
    smoke_test: bool = False
    temp_profile: bool = False
    reset_settings: bool = False

    @property
    def is_unattended(self) -> bool:
        """Whether nobody looks at the window, so that it needs no display."""
        return self.screenshot is not None or self.smoke_test
