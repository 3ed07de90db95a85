"""What fills the Course workspace: the contents, a lesson or the editor, those two made when wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.appearance import Appearance
from gui.course.contents.page import ContentsPage
from gui.course.editor.page import EditorPage
from gui.course.lesson_page import LessonPage
from gui.course.library import LessonFolders
from gui.course.progress import ProgressBook
from gui.course.stage.stage import Stage


class CoursePages(QWidget):
    """One stage serves lesson and editor. Signals, each once: stage_made(Stage), lessons_made(LessonPage),
    editor_made(EditorPage).
    """

    stage_made = Signal(object)
    lessons_made = Signal(object)
    editor_made = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        book: ProgressBook,
        folders: LessonFolders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._book, self._folders = appearance, book, folders
        self._stage: Stage | None = None
        self._lessons: LessonPage | None = None
        self._editor: EditorPage | None = None
        self.contents = ContentsPage(appearance, book)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.contents)

    @property
    def has_stage(self) -> bool:
        """Whether a scene was ever wanted."""
        return self._stage is not None

    @property
    def has_lessons(self) -> bool:
        """Whether a lesson was ever wanted."""
        return self._lessons is not None

    @property
    def has_editor(self) -> bool:
        """Whether the editor was ever wanted."""
        return self._editor is not None

    @property
    def stage(self) -> Stage:
        """Where scenes are shown."""
        if self._stage is None:
            self._stage = Stage(self._appearance)
            self.stage_made.emit(self._stage)
        return self._stage

    @property
    def lessons(self) -> LessonPage:
        """The lesson that is read."""
        if self._lessons is None:
            self._lessons = LessonPage(self._appearance, self._book, self.stage, self)
            self._stack.addWidget(self._lessons)
            self.lessons_made.emit(self._lessons)
        return self._lessons

    @property
    def editor(self) -> EditorPage:
        """The lesson that is written."""
        if self._editor is None:
            self._editor = EditorPage(self._appearance, self._folders, self.stage, self)
            self._stack.addWidget(self._editor)
            self.editor_made.emit(self._editor)
        return self._editor

    @property
    def shown(self) -> str:
        """What is seen: "contents", "lesson" or "editor"."""
        current = self._stack.currentWidget()
        if current is self._lessons:
            return "lesson"
        return "editor" if current is self._editor else "contents"

    @property
    def is_settled(self) -> bool:
        """Whether nothing that is seen is under way: no scene, no judging, no check."""
        if self.shown == "contents":
            return True
        is_done = self.editor.is_settled if self.shown == "editor" else not self.lessons.judging.is_busy
        return is_done and self.stage.is_settled

    def show_contents(self) -> None:
        """The scene stands still then."""
        if self._stage is not None:
            self._stage.pause()
        self.contents.refresh()
        self._stack.setCurrentWidget(self.contents)

    def show_lesson(self) -> None:
        """The lesson, with the stage beside it."""
        self._stack.setCurrentWidget(self.lessons)
        self.lessons.take_stage_back()

    def show_editor(self) -> None:
        """The editor, with the stage in its preview."""
        self._stack.setCurrentWidget(self.editor)
        self.editor.take_stage()

    def close_down(self) -> None:
        """End every thread."""
        for part in (self._lessons, self._editor, self._stage):
            if part is not None:
                part.close_down()
