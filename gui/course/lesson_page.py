"""A lesson: its bar, the text of the page at the left, the live scene at the right. Or a lab alone on the stage."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.labs.table import LABS, checked
from engine.lessons.lesson import LabValues, Scene
from gui import formulas
from gui.appearance import Appearance
from gui.course.bar import CourseBar
from gui.course.judging import Judging
from gui.course.library import Entry, Library
from gui.course.progress import ProgressBook
from gui.course.question.answer import Answer
from gui.course.reading_column import WIDTH, ReadingColumn
from gui.course.stage.stage import Stage
from gui.course.text.scene_formulas import formulas_of
from gui.tab_order import Part, by_columns, by_rows
from gui.widgets.splitter import Splitter


class LessonPage(QWidget):
    """Signals: lesson_requested(slug, page), contents_requested(), playground_requested(what the scene takes along),
    place_changed(), another page or lab is shown.
    """

    lesson_requested = Signal(str, int)
    contents_requested = Signal()
    playground_requested = Signal(object)
    place_changed = Signal()

    def __init__(
        self, appearance: Appearance, book: ProgressBook, stage: Stage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self.stage = book, stage
        self._library = Library()
        self.entry: Entry | None = None
        self.index = 0
        self._is_sized = False
        self.lab = ""
        self.judging = Judging(self)
        self.bar = CourseBar(appearance)
        self.column = ReadingColumn(appearance)
        self._splitter = Splitter(appearance, Qt.Orientation.Horizontal, [self.column, stage])
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._splitter, 1)
        self.bar.set_notes(shown=book.shows_notes)
        self._connect_bar()
        self._connect_text()

    @property
    def scene(self) -> Scene | None:
        """The page that is open; None where a lab stands alone."""
        return self.entry.lesson.scenes[self.index] if self.entry is not None else None

    @property
    def place(self) -> str:
        """Such as "Lesson 6, page 4 of 6"."""
        if self.entry is None:
            return f"Lab: {LABS[self.lab].title}" if self.lab in LABS else ""
        name = self.entry.lesson.title if self.entry.is_users else f"Lesson {self.entry.lesson.order}"
        return f"{name}, page {self.index + 1} of {len(self.entry.lesson.scenes)}"

    def set_library(self, library: Library) -> None:
        """These lessons can be chosen."""
        self._library = library
        self.bar.set_lessons([(entry.slug, entry.name) for entry in library.entries])

    def open_page(self, entry: Entry, index: int) -> None:
        """Open a page of a lesson with its scene."""
        if self.entry is not entry:
            _typeset_ahead(entry)
        self.entry, self.lab = entry, ""
        self.index = max(0, min(index, len(entry.lesson.scenes) - 1))
        self._book.see(entry.slug, self.index)
        self.column.show()
        self.bar.set_lesson(entry.slug)
        self._show_text()
        self.stage.show_scene(entry.lesson.scenes[self.index])
        self.place_changed.emit()

    def open_lab(self, key: str) -> None:
        """A lab alone on the stage. Raises ValueError for one that there isn't."""
        values = LabValues(key, checked(key, {}))
        row = LABS[key]
        self.entry, self.lab = None, key
        self.column.hide()
        self.bar.set_lesson("", row.title)
        self.stage.show_scene(Scene(row.title, row.about, values))
        self.place_changed.emit()

    def next_page(self) -> None:
        """The next page; behind the last one the next lesson, behind the last lesson the contents."""
        if self.entry is None:
            return
        if self.index + 1 < len(self.entry.lesson.scenes):
            self.open_page(self.entry, self.index + 1)
            return
        following = self._library.after(self.entry.slug)
        if following is not None:
            self.lesson_requested.emit(following.slug, 0)
        else:
            self.contents_requested.emit()

    def previous_page(self) -> None:
        """The page before; the first one has none."""
        if self.entry is not None and self.index > 0:
            self.open_page(self.entry, self.index - 1)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        return [Part(self.bar, by_columns), Part(self.column, by_rows), Part(self.stage, by_rows)]

    def take_stage_back(self) -> None:
        """The stage stood elsewhere for a time."""
        if self._splitter.indexOf(self.stage) < 0:
            self._splitter.addWidget(self.stage)
            self._splitter.setStretchFactor(1, 1)
            self.stage.show()
            self._is_sized = False
        if not self._is_sized:
            self._is_sized = True
            self.reset_widths()

    @Slot()
    def reset_widths(self) -> None:
        """The text as wide as it was at first."""
        self._splitter.setSizes([WIDTH, max(1, self._splitter.width() - WIDTH - 1)])

    def close_down(self) -> None:
        """Nothing is judged any more."""
        self.judging.close()

    def _connect_bar(self) -> None:
        bar, stage = self.bar, self.stage
        bar.restart_requested.connect(stage.restart)
        bar.reset_requested.connect(stage.reset)
        bar.run_requested.connect(self.run_or_pause)
        bar.update_requested.connect(stage.step_once)
        bar.previous_requested.connect(stage.previous_step)
        bar.next_requested.connect(stage.next_step)
        bar.lesson_chosen.connect(self._on_lesson_chosen)
        bar.contents_requested.connect(self.contents_requested)
        bar.notes_toggled.connect(self._on_notes)
        bar.playground_requested.connect(self._on_playground)
        stage.changed.connect(self._on_stage_changed)
        self._splitter.reset_requested.connect(self.reset_widths)

    def _connect_text(self) -> None:
        page, pager, card = self.column.page, self.column.pager, self.column.page.card
        page.link_followed.connect(self._on_lesson_chosen)
        pager.back_requested.connect(self.previous_page)
        pager.next_requested.connect(self.next_page)
        pager.page_requested.connect(self._on_page)
        card.answered.connect(self._on_answered)
        card.again_requested.connect(self._on_again)
        card.explanation_requested.connect(self._on_explanation)
        self.judging.judged.connect(self._on_judged)

    def _show_text(self) -> None:
        entry, scene = self.entry, self.scene
        assert entry is not None
        assert scene is not None
        scenes = entry.lesson.scenes
        progress = self._book.of(entry.slug)
        count = f"page {self.index + 1} of {len(scenes)}"
        answer = progress.answers.get(self.index, Answer())
        self.column.page.set_page(entry.crumb, count, scene.title, scene.text, scene.question, answer)
        self.column.page.set_note(scene.note, shown=self._book.shows_notes)
        following = self._library.after(entry.slug)
        titles = [page.title for page in scenes]
        name = following.name if following is not None else ""
        self.column.pager.set_pages(titles, self.index, progress.seen, name)

    @Slot()
    def run_or_pause(self) -> None:
        """Let the scene run, or pause it."""
        if self.stage.is_running:
            self.stage.pause()
        else:
            self.stage.run()

    @Slot()
    def _on_stage_changed(self) -> None:
        stage, bar = self.stage, self.bar
        bar.set_controls(stage.controls)
        bar.set_running(is_running=stage.is_running, end_word=stage.end_word)
        bar.set_counter(stage.counter_name, stage.counter_text)
        bar.set_place(stage.kind if stage.kind in ("train", "step", "graph") else "")
        bar.light(stage.lit_elsewhere)

    @Slot(str)
    def _on_lesson_chosen(self, slug: str) -> None:
        self.lesson_requested.emit(slug, -1)

    @Slot(int)
    def _on_page(self, index: int) -> None:
        if self.entry is not None:
            self.open_page(self.entry, index)

    @Slot(bool)
    def _on_notes(self, shown: bool) -> None:
        self._book.show_notes(shown)
        if self.scene is not None:
            self.column.page.set_note(self.scene.note, shown=shown)
            self.column.page.reveal_note()

    @Slot()
    def _on_playground(self) -> None:
        taken = self.stage.take()
        if taken is not None:
            self.playground_requested.emit(taken)

    @Slot(str)
    def _on_answered(self, given: str) -> None:
        if self.scene is not None and self.entry is not None and self.scene.question is not None:
            self.column.page.card.show_answer(Answer(given))
            self.judging.ask((self.entry.slug, self.index), self.scene, given)

    @Slot(object, object)
    def _on_judged(self, key: tuple[str, int], answer: Answer) -> None:
        self._keep(key, answer)

    @Slot()
    def _on_again(self) -> None:
        if self.entry is not None:
            self._keep((self.entry.slug, self.index), Answer())

    @Slot()
    def _on_explanation(self) -> None:
        if self.entry is not None:
            answer = replace(self.column.page.card.answer, is_explained=True)
            self._keep((self.entry.slug, self.index), answer)

    def _keep(self, key: tuple[str, int], answer: Answer) -> None:
        self._book.answer(*key, answer)
        if self.entry is not None and key == (self.entry.slug, self.index):
            self.column.page.card.show_answer(answer)
            self.column.page.reveal_card()


def _typeset_ahead(entry: Entry) -> None:
    """Ask for every formula of a lesson, so that they are there before the page is turned."""
    for scene in entry.lesson.scenes:
        for latex in formulas_of(scene):
            formulas.get(latex)
