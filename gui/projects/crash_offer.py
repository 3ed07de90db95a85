"""What the crash dialog offers of the project: that what is unsaved was kept, and a button that saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets import Button, Label

if TYPE_CHECKING:
    from gui.projects.projects import Projects

KEPT = "Your unsaved work is kept for a recovery. It can be saved now, too."
SAVED = "The project is saved."


class CrashOffer(QWidget):
    """Stands in the crash dialog while something is unsaved."""

    def __init__(self, appearance: Appearance, projects: Projects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projects = projects
        self.line = Label(appearance, KEPT, "body", "ink")
        self.line.setWordWrap(True)
        self.save = Button(appearance, "Save project" if projects.path is not None else "Save project…")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        self.save.clicked.connect(projects.save)
        projects.changes.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        is_saved = not self._projects.changes.is_unsaved
        self.line.setText(SAVED if is_saved else KEPT)
        self.save.setEnabled(not is_saved)
