"""The project of one window: which file it is in, what begins and ends it, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from engine.data import build_dataset
from engine.project import SUFFIX, FileStamp, Project, ProjectError
from engine.setup import Setup
from gui.projects import questions
from gui.projects.changes import Changes, Marks
from gui.projects.opened import Opened, open_project
from gui.projects.recent import RecentFiles
from gui.projects.saver import Order, Outcome, Saver
from gui.projects.view import show_view, view_of
from gui.step.pencil.errands import Errands
from gui.titles import name_of

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.projects.question import Question

FILTER = f"Chalknet projects (*{SUFFIX})"
FOLDER = "projects/folder"

Then = Callable[[], object]


class Projects(QObject):
    """asks: whether a person is there to be asked before something unsaved is lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.asks = True
        self.path: Path | None = None
        self._stamp: FileStamp | None = None
        self._extra: dict[str, Any] = {}
        self._view: dict[str, Any] = {}
        self._order: tuple[Order, Marks, Then] | None = None
        self._is_leaving = False
        self.question: Question | None = None
        self.changes = Changes(window.document, lambda: window.workspaces.graph_place.written, self)
        self.saver = Saver(window.controller, self)
        self.recent = RecentFiles(window.settings, window)
        self._reading = Errands(self)
        self._reading.done.connect(self._on_read)
        self.saver.reached.connect(self.changes.reached)
        self.saver.written.connect(self._on_written)
        self.changes.changed.connect(self._on_changed)
        window.controller.snapshot_taken.connect(self.changes.show_snapshot)
        self.recent.chosen.connect(self.open_file)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read or written."""
        return not self.saver.is_busy and not self._reading.is_busy and self._order is None

    @property
    def name(self) -> str:
        """The file's name without its ending; "Untitled" where there is no file."""
        return self.path.stem if self.path is not None else "Untitled"

    @property
    def window_title(self) -> str:
        """For the frame of the window: "• name" while something is unsaved."""
        if self.path is None and not self.changes.is_unsaved:
            return "Chalknet"
        return f"{'• ' if self.changes.is_unsaved else ''}{self.name} – Chalknet"

    def marked(self, title: str) -> str:
        """What is open, for the window's head: the project's name before it, and the mark of what is unsaved."""
        named = f"{self.name} · {title}" if self.path is not None else title
        return f"• {named}" if self.changes.is_unsaved else named

    @Slot()
    def new(self) -> None:
        """Begin with the first start's network."""
        self._leave(self._begin_new)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a project; a file that is none, or damaged, changes nothing."""
        self._leave(partial(self._read, path))

    @Slot()
    def save(self) -> None:
        """Write the project into its file, or ask for one."""
        self._save(_nothing)

    @Slot()
    def save_as(self) -> None:
        """Write the project into another file, which is its file from then on."""
        self._save_as(_nothing)

    @Slot()
    def show_notes(self) -> None:
        """Let the person read and write the notes of the project."""
        from gui.projects.notes_dialog import NotesDialog  # not needed by a start

        window = self._window
        name = self.name if self.path is not None else "this project"
        dialog = NotesDialog(window.appearance, name, self.changes.notes, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(self.changes.set_notes)
        dialog.open()

    def start_with(self, opened: Opened, *, asks: bool) -> None:
        """The window was made with this; of a project, its run and its file come now, what it had open later."""
        self.asks = asks
        if opened.path is not None:
            self.begin(opened)

    def begin(self, opened: Opened) -> None:
        """Take this project in place of the present one; `come_back` shows what it had open."""
        window, project = self._window, opened.project
        window.controller.pause()
        window.loader.forget()
        window.workspaces.show("train")
        self.path, self._stamp = opened.path, opened.stamp
        self._extra, self._view = project.extra, project.view
        self.changes.notes = project.notes
        self.changes.stand_at(project.state.now.iteration if project.state is not None else 0)
        window.document.begin_with(opened.setup, opened.dataset, project.state)
        show_view(window, {**self._view, "workspace": "train"})
        self.changes.begin(self.changes.now())
        if opened.path is not None:
            self._remember(opened.path)
        window.workspaces.tell_title()

    @Slot()
    def come_back(self) -> None:
        """Go where the project was left; a new one was left nowhere."""
        if self._view:
            show_view(self._window, self._view)

    def detach(self) -> None:
        """What is in the window now is something else than what is in the file: the next save asks for a name."""
        self.path, self._stamp = None, None
        self._window.workspaces.tell_title()

    def may_close(self) -> bool:
        """Whether the window may be closed; False where the person is being asked, or something is being written."""
        is_safe = self._order is None and not (self.asks and self.changes.is_unsaved)
        if not is_safe and not self._is_leaving:
            self._leave(self._close_window)
            return False
        return True

    def close(self) -> None:
        """End what is under way."""
        self._reading.close()
        self.saver.close()

    def _leave(self, then: Then) -> None:
        """Do this once nothing would be lost by it."""
        if self._order is not None:
            order, marks, before = self._order
            self._order = order, marks, lambda: (before(), self._leave(then))
        elif not (self.asks and self.changes.is_unsaved):
            then()
        elif self.question is None:
            self._window.controller.pause()
            name = self.name if self.path is not None else name_of(*self._content())
            ask = partial(self._on_save_answer, then)
            is_new = self.path is None
            self.question = questions.ask_to_save(self._window, name, is_new=is_new, then=ask)

    def _on_save_answer(self, then: Then, answer: str) -> None:
        self.question = None
        if answer == questions.SAVE:
            self._save(partial(self._leave, then))
        elif answer == questions.DISCARD:
            then()

    def _begin_new(self) -> None:
        setup = Setup()
        dataset = build_dataset(setup.data)
        self.begin(Opened(Project(setup), setup.fitted_to(dataset), dataset))

    def _close_window(self) -> None:
        self._is_leaving = True
        self._is_leaving = self._window.close()

    def _read(self, path: Path) -> None:
        self._window.controller.pause()
        self._window.status.show_message(f"Opening {path.name} …")
        self._reading.run(partial(_read_file, path), path)

    @Slot(object, object)
    def _on_read(self, path: Path, result: Opened | ProjectError) -> None:
        if isinstance(result, Opened):
            self.begin(result)
            self.come_back()
            self._window.status.show_message(f"{path.name} opened")
            return
        self._window.status.clear_message()
        if not path.is_file():
            self.recent.remove(path)
        self.say_not_opened(path, str(result))

    def say_not_opened(self, path: Path, sentence: str) -> None:
        """Say why a file can't be opened."""
        questions.say_not_opened(self._window, path.name, sentence)

    def _save(self, then: Then) -> None:
        if self._order is None and self.path is not None:
            self._write(self.path, then)
        elif self._order is None:
            self._save_as(then)

    def _save_as(self, then: Then) -> None:
        suggested = self.path or self._folder() / f"{_as_file_name(name_of(*self._content()))}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, "Save project", str(suggested), FILTER)
        if name and self._order is None:
            path = Path(name) if name.lower().endswith(SUFFIX) else Path(name + SUFFIX)
            # The dialog has asked about the name that it gave, and about no other.
            self._write(path, then, may_replace=str(path) == name)

    def _write(self, path: Path, then: Then, *, may_replace: bool = False) -> None:
        path = path.absolute()
        known = self._stamp if path == self.path else None
        view, notes = view_of(self._window), self.changes.notes
        order = Order(path, known, may_replace, view, notes, self._extra)
        self._order = order, self.changes.now(), then
        self.changes.saving()
        self.saver.write(order)

    @Slot(object)
    def _on_written(self, outcome: Outcome) -> None:
        if self._order is None or outcome.order is not self._order[0]:
            return
        (order, marks, then), self._order = self._order, None
        if outcome.fault:
            self.changes.not_saved()
            self._ask_where_else(outcome, then)
            return
        self.path, self._stamp, self._view = order.path, outcome.stamp, order.view
        self.changes.saved(replace(marks, iteration=outcome.iteration))
        self._remember(order.path)
        self._window.status.show_message(f"Saved as {order.path.name}")
        self._window.workspaces.tell_title()
        then()

    def _ask_where_else(self, outcome: Outcome, then: Then) -> None:
        path, window = outcome.order.path, self._window
        answer = partial(self._on_elsewhere, path, then)
        if outcome.is_changed:
            questions.ask_to_replace(window, path, was_opened=path == self.path, then=answer)
        else:
            questions.say_not_saved(window, outcome.fault, answer)

    def _on_elsewhere(self, path: Path, then: Then, answer: str) -> None:
        if answer == questions.REPLACE:
            self._write(path, then, may_replace=True)
        elif answer == questions.ELSEWHERE:
            self._save_as(then)

    def _remember(self, path: Path) -> None:
        self.recent.add(path)
        self._window.settings.remember(FOLDER, str(path.parent))

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._window.settings.text(FOLDER, documents))

    def _content(self) -> tuple[Any, Any]:
        return self._window.document.setup, self._window.document.dataset

    @Slot()
    def _on_changed(self) -> None:
        self._window.workspaces.tell_title()


def _read_file(path: Path) -> Opened | ProjectError:
    try:
        return open_project(path)
    except ProjectError as error:
        return error


def _as_file_name(title: str) -> str:
    """Without what some system does not allow in a name."""
    return "".join("-" if letter in '<>:"/\\|?*' else letter for letter in title).strip(" .") or "project"


def _nothing() -> None:
    """What follows a save that nobody waits for."""
