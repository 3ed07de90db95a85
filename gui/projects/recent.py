"""The files that were open last, the newest first: kept in the settings, and as a menu."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.crash.home import without_home
from gui.projects.short_names import shortened
from gui.settings import Settings

KEY, MOST = "projects/recent", 8
LONGEST = 56  # letters of an entry


class RecentFiles(QObject):
    """`menu` stands in the File menu. Signals: chosen(Path)."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.paths = _read(settings.text(KEY))
        self.menu = QMenu("Open recent", parent)
        self.menu.setToolTipsVisible(True)
        self._fill()

    def add(self, path: Path) -> None:
        """This file was opened or saved just now."""
        self._keep([path, *(other for other in self.paths if other != path)][:MOST])

    def remove(self, path: Path) -> None:
        """This file is not there any more."""
        self._keep([other for other in self.paths if other != path])

    @Slot()
    def clear(self) -> None:
        """Forget all of them."""
        self._keep([])

    def _keep(self, paths: list[Path]) -> None:
        self.paths = paths
        self._settings.remember(KEY, json.dumps([str(path) for path in paths]))
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for number, path in enumerate(self.paths, 1):
            action = QAction(f"&{number}  {_name(path, self.paths)}", self.menu)
            action.setToolTip(f"<qt>{escape(without_home(str(path)))}</qt>")  # a file may be called <b>
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self.menu.addAction(action)
        if self.paths:
            self.menu.addSeparator()
            self.menu.addAction("Forget these files").triggered.connect(self.clear)
        self.menu.setEnabled(bool(self.paths))


def _name(path: Path, paths: list[Path]) -> str:
    """The file's name, with its folder where another one has the same; a long one without its middle."""
    is_alone = sum(other.name == path.name for other in paths) == 1
    name = path.stem if is_alone else f"{path.parent.name}/{path.stem}"
    return shortened(name, LONGEST).replace("&", "&&")


def _read(text: str) -> list[Path]:
    try:
        content = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    names = content if isinstance(content, list) else []
    return [Path(name) for name in names if isinstance(name, str) and name][:MOST]
