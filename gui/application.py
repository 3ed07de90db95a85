"""The application object, which hears from macOS which file was double-clicked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """On macOS a file comes as an event, often before there is a window; elsewhere it stands on the command line."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._opens: Callable[[Path], object] | None = None
        self._early: Path | None = None

    def attend(self, opens: Callable[[Path], object]) -> None:
        """Open files by this from now on, and the one that came too early."""
        self._opens = opens
        early, self._early = self._early, None
        if early is not None:
            opens(early)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        path = Path(event.file())
        if self._opens is None:
            self._early = path
        else:
            self._opens(path)
        return True
