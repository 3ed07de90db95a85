"""Reads all lessons on a thread: those that come along, those of the user's folder, and single files from elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from engine.lessons import LessonFault, lessons_in, read_lesson
from gui.course.library import LessonFolders, Library, gather
from gui.errands import Errands


class LessonReader(QObject):
    """Signals: came(Library), every time that the folders were read."""

    came = Signal(object)

    def __init__(self, folders: LessonFolders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folders = folders
        self._others: list[Path] = []
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether lessons are being read."""
        return self._errands.is_busy

    def read(self) -> None:
        """Read the folders, again or for the first time."""
        self._errands.run(partial(_read, self.folders, tuple(self._others)), "")

    def add(self, path: Path) -> None:
        """Read this file too from now on."""
        if path not in self._others and path.parent not in (self.folders.own, self.folders.user):
            self._others.append(path)

    def make_folder(self) -> str:
        """Make the person's folder, if it is not there. The fault in one sentence, "" for none."""
        try:
            self.folders.user.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return f"The lesson folder can't be made: {error.strerror}"
        return ""

    def close(self) -> None:
        """Read nothing more."""
        self._errands.close()

    @Slot(object, object)
    def _on_done(self, _label: object, library: Library) -> None:
        self.came.emit(library)


def _read(folders: LessonFolders, others: tuple[Path, ...]) -> Library:
    library = gather(lessons_in(folders.own), lessons_in(folders.user))
    for path in others:
        try:
            library = library.with_file(read_lesson(path))
        except LessonFault:
            continue  # gone, or broken since: it was never of the course
    return library
