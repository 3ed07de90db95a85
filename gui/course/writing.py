"""The ways into the editor: a new lesson from what the screen shows, a file to mend. Nothing written is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.course.editor.draft import new_text
from gui.course.editor.page import EditorPage
from gui.course.pages import CoursePages


class Writing(QObject):
    """Signals: opened(), the editor is shown; saved(path); left(); failed(str), why a file can't be opened."""

    opened = Signal()
    saved = Signal(object)
    left = Signal()
    failed = Signal(str)

    def __init__(self, pages: CoursePages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._screen: Callable[[], str] | None = None
        pages.editor_made.connect(self._on_editor_made)

    def set_screen(self, screen: Callable[[], str] | None) -> None:
        """screen() gives what the playground shows now as the text of a lesson's page, "" for nothing."""
        self._screen = screen
        if self._pages.has_editor:
            self._pages.editor.set_screen(screen)

    @Slot()
    def new(self) -> None:
        """A new lesson whose first page is what the playground shows now."""
        self.new_with(self._screen() if self._screen is not None else "")

    def new_with(self, page: str) -> None:
        """A new lesson with this page; changes of one that is being written are asked about first."""
        self._leave(partial(self._write, page))

    @Slot(object, int)
    def mend(self, path: Path, line: int = 1) -> None:
        """Open a file at a line; changes of one that is being written are asked about first."""
        self._leave(partial(self._open, path, line))

    def _leave(self, then: Callable[[], None]) -> None:
        if self._pages.has_editor and self._pages.editor.has_changes:
            self._show()
            self._pages.editor.leave(then)
        else:
            then()

    def _open(self, path: Path, line: int) -> None:
        fault = self._pages.editor.open_file(path, line)
        if fault:
            self.failed.emit(fault)
        else:
            self._show()

    def _write(self, page: str) -> None:
        self._pages.editor.write_new(new_text(page))
        self._show()

    def _show(self) -> None:
        self._pages.show_editor()
        self.opened.emit()

    @Slot(object)
    def _on_editor_made(self, editor: EditorPage) -> None:
        editor.set_screen(self._screen)
        editor.left.connect(self.left)
        editor.saved.connect(self.saved)
