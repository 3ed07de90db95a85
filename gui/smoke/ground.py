"""What the checks share: the window, a folder to write into, what is remembered, and how they wait and fail."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtWidgets import QDialog

from engine.snapshot import Snapshot
from gui.dialog import Dialog
from gui.main_window import MainWindow

PATIENCE_SECONDS = 30.0


class CheckError(Exception):
    """What a check found, in one sentence."""


@dataclass(frozen=True)
class Until:
    """What a check waits for. otherwise: what is said when it has not come about after so many seconds; asked then, so
    that it can name the numbers of that moment.
    """

    holds: Callable[[], bool]
    otherwise: Callable[[], str]
    seconds: float = PATIENCE_SECONDS


# A check waits by yielding, so that the window lives on meanwhile, and returns what it has seen, in a few words.
Walk = Generator[Until, None, str]


@dataclass
class Ground:
    """snapshot, view: of the moment when the project was saved."""

    window: MainWindow
    folder: Path
    snapshot: Snapshot | None = None
    view: dict[str, Any] | None = None

    @property
    def project(self) -> Path:
        """Where the project is saved."""
        return self.folder / "smoke-test.chalk"

    @property
    def newest(self) -> Snapshot:
        """What the window shows. Raises CheckError while it shows nothing."""
        if self.window.last_snapshot is None:
            raise CheckError("no snapshot has reached the window")
        return self.window.last_snapshot

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is computed, read or written."""
        window = self.window
        is_busy = window.exports.is_busy or not window.projects.is_settled
        return not is_busy and window.controller.is_settled and window.workspaces.is_settled

    def rest(self, what: str) -> Until:
        """Until nothing is under way; what: who did not come to an end."""
        return Until(lambda: self.is_at_rest, lambda: f"{what} did not come to an end{self.said}")

    @property
    def said(self) -> str:
        """What a dialog over the window says, or the status bar; "" for nothing."""
        shown = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        words = [_words_of(dialog) for dialog in shown] or [self.window.status.message]
        return "".join(f" ({text})" for text in words if text)


def _words_of(dialog: QDialog) -> str:
    sentence: Any = getattr(dialog, "sentence", None)  # of those that ask or tell something
    if isinstance(dialog, Dialog) and sentence is not None:
        return str(sentence.text())
    return dialog.windowTitle()


def parameters_of(snapshot: Snapshot) -> list[np.ndarray]:
    """W[1], b[1], W[2], ..."""
    pairs = zip(snapshot.W[1:], snapshot.b[1:], strict=True)
    return [array for pair in pairs for array in pair if array is not None]


def are_same(left: list[np.ndarray], right: list[np.ndarray]) -> bool:
    """Whether the parameters of two networks are equal, bit for bit."""
    return len(left) == len(right) and all(
        one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
        for one, other in zip(left, right, strict=True)
    )
