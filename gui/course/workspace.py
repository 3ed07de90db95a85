"""The Course workspace: what the window asks of it, and how contents, lesson and editor work together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.lessons import LessonFault, read_lesson
from engine.setup import Setup
from gui import formulas
from gui.appearance import Appearance
from gui.course.editor.page import EditorPage
from gui.course.lesson_page import LessonPage
from gui.course.lesson_reader import LessonReader
from gui.course.library import LessonFolders, Library
from gui.course.pages import CoursePages
from gui.course.progress import ProgressBook
from gui.course.stage.stage import Stage
from gui.course.writing import Writing
from gui.settings import Settings
from gui.status_texts import Part as StatusPart
from gui.tab_order import Part, by_rows


class CourseWorkspace(QWidget):
    """Signals: playground_requested(Setup | GraphState), status_changed(), what `status_parts` or `place` say is new,
    run_changed(), whether the scene runs; told(str, kind), one line for the status bar, kind "info", "warn" or "err".
    `writing` has the ways into the editor.
    """

    playground_requested = Signal(object)
    status_changed = Signal()
    run_changed = Signal()
    told = Signal(str, str)

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        folders: LessonFolders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = ProgressBook(settings)
        self.library = Library()
        self._is_read = False
        self._playground: Setup | None = None
        self._later: Callable[[], None] | None = None  # what waits for the lessons
        self._was_running = False
        self.pages = CoursePages(appearance, self.book, folders, self)
        self.contents = self.pages.contents
        self.writing = Writing(self.pages, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._reader = LessonReader(folders, self)
        self._reader.came.connect(self._on_read)
        self._connect()
        self._reader.read()

    @property
    def stage(self) -> Stage:
        """Where scenes are shown, made when it is first wanted."""
        return self.pages.stage

    @property
    def lessons(self) -> LessonPage:
        """The lesson that is read, made when it is first wanted."""
        return self.pages.lessons

    @property
    def editor(self) -> EditorPage:
        """The lesson that is written, made when it is first wanted."""
        return self.pages.editor

    @property
    def shown(self) -> str:
        """What fills the workspace: "contents", "lesson" or "editor"."""
        return self.pages.shown

    @property
    def place(self) -> str:
        """Such as "Lesson 6, page 4 of 6"; "" outside of a lesson."""
        return self.lessons.place if self.shown == "lesson" else ""

    @property
    def title(self) -> str:
        """What is open, for the window's title: "Lesson 6 · Activations"."""
        if self.shown == "lesson":
            return self.lessons.entry.crumb if self.lessons.entry is not None else self.lessons.place
        return "Lesson editor" if self.shown == "editor" else "Course"

    @property
    def is_running(self) -> bool:
        """Whether the scene runs."""
        return self.pages.has_stage and self.shown != "contents" and self.stage.is_running

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: no lesson read, no scene made, no answer judged, no formula typeset."""
        is_reading = self._reader.is_busy or formulas.shelf().is_waiting
        return not is_reading and self.pages.is_settled

    def status_parts(self) -> tuple[StatusPart, ...]:
        """What the status bar says behind the state; () outside of a lesson."""
        return self.stage.status_parts if self.shown == "lesson" else ()

    @Slot()
    def show_contents(self) -> None:
        """Back to the contents; the scene stands still."""
        self.pages.show_contents()
        self.status_changed.emit()

    @Slot(str, int)
    def open_lesson(self, slug: str, page: int = -1) -> None:
        """Open a page of a lesson, from 0; -1: where one stopped."""
        if not self._is_read:
            self._later = partial(self.open_lesson, slug, page)
            return
        entry = self.library.find(slug)
        if entry is None:
            self.told.emit(f"There is no lesson {slug}", "warn")
            return
        self.pages.show_lesson()
        self.lessons.open_page(entry, page if page >= 0 else self.book.of(entry.slug).page)

    @Slot(str)
    def open_lab(self, key: str) -> None:
        """Open a lab alone on the stage. Raises ValueError for one that there isn't."""
        self.pages.show_lesson()
        self.lessons.open_lab(key)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a lesson's file from anywhere; a broken one in the editor."""
        if not self._is_read:
            self._later = partial(self.open_file, path)
            return
        try:
            lesson = read_lesson(path)
        except LessonFault as fault:
            self.writing.mend(path, fault.line)
            return
        self._reader.add(path)
        self._show_library(self.library.with_file(lesson))
        self.open_lesson(path.stem, 0)

    def set_playground(self, setup: Setup) -> None:
        """The playground's network with its weights of now, for labs that look at it."""
        self._playground = setup
        if self.pages.has_stage:
            self.stage.set_playground(setup)

    @Slot()
    def next_page(self) -> None:
        """The next page of the lesson."""
        if self.shown == "lesson":
            self.lessons.next_page()

    @Slot()
    def previous_page(self) -> None:
        """The page before."""
        if self.shown == "lesson":
            self.lessons.previous_page()

    @Slot()
    def run_or_pause(self) -> None:
        """Let the scene run, or pause it."""
        if self.shown == "lesson":
            self.lessons.run_or_pause()

    @Slot()
    def update_once(self) -> None:
        """One update of the scene, or one step of it where it has steps."""
        if self.shown == "lesson":
            controls = self.stage.controls
            if "steps" in controls and "update" not in controls:
                self.stage.next_step()
            else:
                self.stage.step_once()

    @Slot()
    def on_painted(self) -> None:
        """A frame of the window is on the screen."""
        if self.pages.has_stage:
            self.stage.on_painted()

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        if self.shown == "lesson":
            return self.lessons.tab_parts()
        if self.shown == "editor":
            return self.editor.tab_parts()
        return [Part(self.contents.aside, by_rows), Part(self.contents.listing, by_rows)]

    def close_down(self) -> None:
        """End every thread; the workspace is not used any more."""
        self._reader.close()
        self.pages.close_down()

    def _connect(self) -> None:
        contents, pages = self.contents, self.pages
        contents.lesson_requested.connect(self.open_lesson)
        contents.lab_requested.connect(self.open_lab)
        contents.repair_requested.connect(self.writing.mend)
        contents.new_requested.connect(self.writing.new)
        contents.folder_requested.connect(self._on_folder)
        contents.file_dropped.connect(self.open_file)
        pages.stage_made.connect(self._on_stage_made)
        pages.lessons_made.connect(self._on_lessons_made)
        self.writing.opened.connect(self.status_changed)
        self.writing.left.connect(self.show_contents)
        self.writing.saved.connect(self._on_saved)
        self.writing.failed.connect(self._on_failed)

    @Slot(object)
    def _on_stage_made(self, stage: Stage) -> None:
        if self._playground is not None:
            stage.set_playground(self._playground)
        stage.changed.connect(self._on_stage_changed)
        stage.told.connect(self._on_stage_told)

    @Slot(object)
    def _on_lessons_made(self, lessons: LessonPage) -> None:
        lessons.set_library(self.library)
        lessons.lesson_requested.connect(self.open_lesson)
        lessons.contents_requested.connect(self.show_contents)
        lessons.playground_requested.connect(self.playground_requested)
        lessons.place_changed.connect(self.status_changed)

    def _show_library(self, library: Library) -> None:
        self.library = library
        self.contents.set_library(library)
        if self.pages.has_lessons:
            self.lessons.set_library(library)

    @Slot(object)
    def _on_read(self, library: Library) -> None:
        self._is_read = True
        self._show_library(library)
        later, self._later = self._later, None
        if later is not None:
            later()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.told.emit(f"{path.name} saved", "info")
        self._reader.read()

    @Slot(str)
    def _on_failed(self, fault: str) -> None:
        self.told.emit(fault, "err")

    @Slot()
    def _on_folder(self) -> None:
        fault = self._reader.make_folder()
        if fault:
            self.told.emit(fault, "err")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._reader.folders.user)))

    @Slot()
    def _on_stage_changed(self) -> None:
        if self.is_running != self._was_running:
            self._was_running = self.is_running
            self.run_changed.emit()
        self.status_changed.emit()

    @Slot(str)
    def _on_stage_told(self, text: str) -> None:
        self.told.emit(text, "info")
