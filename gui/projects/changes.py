"""Whether what is in the window is also in its file: edits, updates of the run, notes, what is written in Graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.snapshot import Snapshot
from gui.document import Document


@dataclass(frozen=True)
class Marks:
    """What a file holds beside the edits: where its run stands, the notes, and what is written in Graph."""

    iteration: int
    notes: str
    written: dict[str, Any]


class Changes(QObject):
    """written: what is written in Graph now. Signals: changed(), `is_unsaved` became another one."""

    changed = Signal()

    def __init__(self, document: Document, written: Callable[[], dict[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self.notes = ""
        self._stack = document.undo_stack
        self._written = written
        self._iteration = 0
        self._saved: Marks | None = Marks(0, "", {})
        self._was_unsaved = False
        self._is_saving = self._was_clean = False
        self._stack.cleanChanged.connect(self.look)

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost."""
        return self._is_saving or not self._stack.isClean() or self.now() != self._saved

    def now(self) -> Marks:
        """The marks of now."""
        return Marks(self._iteration, self.notes, self._written())

    def begin(self, marks: Marks | None) -> None:
        """Another project has begun, as it is in its file; None: as it is in no file that a person knows of."""
        self._saved = marks
        self.look()

    @Slot(str)
    def set_notes(self, notes: str) -> None:
        """Take other notes."""
        self.notes = notes
        self.look()

    def saving(self) -> None:
        """The edits up to here are on their way to the file; from now on only later ones count."""
        self._is_saving, self._was_clean = True, self._stack.isClean()
        self._stack.setClean()
        self.look()

    def saved(self, marks: Marks) -> None:
        """They have arrived."""
        self._saved, self._is_saving = marks, False
        self.look()

    def saved_another(self) -> None:
        """What has arrived was the content of another project."""
        self._is_saving = False
        self.look()

    def not_saved(self) -> None:
        """They have not."""
        self._is_saving = False
        if not self._was_clean:
            self._stack.resetClean()
        self.look()

    def stand_at(self, iteration: int) -> None:
        """The run of the project that begins stands here."""
        self._iteration = iteration

    def reached(self, iteration: int) -> None:
        """The run has come as far as this, which no snapshot may have shown yet."""
        self._iteration = max(self._iteration, iteration)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The run has gone on."""
        if snapshot.iteration != self._iteration:
            self._iteration = snapshot.iteration
            self.look()

    def close(self) -> None:
        """Look no more: the stack tells of its own end, too."""
        self._stack.cleanChanged.disconnect(self.look)

    @Slot()
    def look(self) -> None:
        """Tell if it has become another answer."""
        if self.is_unsaved != self._was_unsaved:
            self._was_unsaved = not self._was_unsaved
            self.changed.emit()
