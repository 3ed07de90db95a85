"""The contents of the course: at the left where one goes on, at the right the chapters, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.lessons import search
from engine.lessons.lesson import Lesson
from gui.appearance import Appearance
from gui.course.contents.aside import Aside, Place
from gui.course.contents.hit_row import HitRow
from gui.course.contents.listing import Listing
from gui.course.contents.section import Section
from gui.course.library import Library, labs_of
from gui.course.progress import ProgressBook
from gui.widgets import follow

MOST_HITS = 20


class ContentsPage(QWidget):
    """Signals: lesson_requested(slug, page), -1 for where one stopped; lab_requested(key);
    repair_requested(path, line); new_requested(); folder_requested(); file_dropped(path).
    """

    lesson_requested = Signal(str, int)
    lab_requested = Signal(str)
    repair_requested = Signal(object, int)
    new_requested = Signal()
    folder_requested = Signal()
    file_dropped = Signal(object)

    def __init__(self, appearance: Appearance, book: ProgressBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._book = book
        self._library = Library()
        self.sections: list[Section] = []
        self.hits: list[HitRow] = []
        self.aside = Aside(appearance, self)
        self.listing = Listing(appearance, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.aside)
        row.addWidget(self.listing, 1)
        self.setAcceptDrops(True)
        self.aside.search.textChanged.connect(self._on_search)
        self.aside.resume_requested.connect(self._on_resume)
        self.aside.new_requested.connect(self.new_requested)
        self.aside.folder_requested.connect(self.folder_requested)
        follow(self, appearance)

    def set_library(self, library: Library) -> None:
        """Show these lessons."""
        self._library = library
        self.sections = [self._chapter(key, title) for key, title in library.chapters()]
        if library.users or library.broken:
            self.sections.append(self._users())
        for section in self.sections:
            section.lesson_requested.connect(self._on_lesson)
            section.lab_requested.connect(self.lab_requested)
            section.repair_requested.connect(self.repair_requested)
        self.refresh()
        self._on_search(self.aside.search.text())

    def refresh(self) -> None:
        """Show how far one has come now."""
        for section in self.sections:
            section.refresh(self._book)
        self.aside.set_place(self._place())

    def _chapter(self, key: str, title: str) -> Section:
        entries = self._library.of_chapter(key)
        return Section(self._appearance, key, title, entries, self._book, labs_of(key))

    def _users(self) -> Section:
        library = self._library
        return Section(self._appearance, "", "Your lessons", library.users, self._book, broken=library.broken)

    def _resume_at(self) -> tuple[str, int] | None:
        """The lesson and page to go on with: the last one, the one behind it where that is done, or the first."""
        library = self._library
        entry = library.find(self._book.last)
        if entry is not None and self._book.of(entry.slug).share(len(entry.lesson.scenes)) >= 1.0:
            entry = library.after(entry.slug)
        if entry is None:
            fresh = (e for e in library.entries if self._book.of(e.slug).share(len(e.lesson.scenes)) < 1.0)
            entry = next(fresh, library.entries[0] if library.entries else None)
        if entry is None:
            return None
        return entry.slug, min(self._book.of(entry.slug).page, len(entry.lesson.scenes) - 1)

    def _place(self) -> Place | None:
        at = self._resume_at()
        entry = self._library.find(at[0]) if at is not None else None
        if at is None or entry is None:
            return None
        pages = len(entry.lesson.scenes)
        share = self._book.of(entry.slug).share(pages)
        where = (
            f"page {at[1] + 1} of {pages}" if share else f"{entry.lesson.minutes} min \u00b7 {pages} pages"
        )
        title = entry.lesson.scenes[at[1]].title if share else entry.lesson.about
        return Place(entry.name, title, where, share, bool(self._book.last))

    @Slot(str)
    def _on_search(self, words: str) -> None:
        self.hits = []
        words = words.strip()
        if not words:
            self.listing.show_sections(self.sections)
            return
        lessons: Sequence[Lesson] = [entry.lesson for entry in self._library.entries]
        found = search(lessons, words)
        for hit in found[:MOST_HITS]:
            entry = next(e for e in self._library.entries if e.lesson is hit.lesson)
            row = HitRow(self._appearance, entry, hit.scene, hit.excerpt, hit.marks)
            row.clicked.connect(self._on_hit)
            self.hits.append(row)
        self.listing.show_hits(words, self.hits, len(found))

    @Slot()
    def _on_hit(self) -> None:
        row = self.sender()
        if isinstance(row, HitRow):
            self.lesson_requested.emit(row.entry.slug, row.page)

    @Slot(str)
    def _on_lesson(self, slug: str) -> None:
        self.lesson_requested.emit(slug, -1)

    @Slot()
    def _on_resume(self) -> None:
        at = self._resume_at()
        if at is not None:
            self.lesson_requested.emit(*at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_lesson(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_lesson(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


def dropped_lesson(event: QDropEvent) -> Path | None:
    """The one .md file that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".md" else None
