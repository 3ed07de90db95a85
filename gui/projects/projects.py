"""The project of one window: which file it is in, what begins and ends it, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot

from engine.data import build_dataset
from engine.setup import Setup
from gui.projects import questions
from gui.projects.autosave import Autosave
from gui.projects.changes import Changes, Marks
from gui.projects.opened import Opened
from gui.projects.opening import Opening
from gui.projects.recent import RecentFiles
from gui.projects.recovering import Recovering
from gui.projects.recovery import KEY as AUTOSAVED
from gui.projects.recovery import Found
from gui.projects.saver import Saver
from gui.projects.saving import FOLDER, Saving
from gui.projects.short_names import shortened
from gui.projects.view import show_view, view_of
from gui.titles import name_of

if TYPE_CHECKING:
    from engine.project import FileStamp
    from gui.crash.crash_dialog import CrashDialog
    from gui.main_window import MainWindow
    from gui.projects.question import Question

MOST_LETTERS = 40  # of the project's name in a line that holds more than that
Then = Callable[[], object]


class Projects(QObject):
    """asks: whether a person is there to be asked before something unsaved is lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.asks = True
        self.path: Path | None = None
        self.identity: object = (
            object()
        )  # another one as soon as the window holds something else than the file
        self.stamp: FileStamp | None = None
        self.extra: dict[str, Any] = {}
        self._view: dict[str, Any] = {}
        self._is_leaving = False
        self._left: tuple[int, Path | None, FileStamp | None] | None = None
        self.question: Question | None = None
        self.changes: Changes = Changes(window.document, lambda: window.workspaces.graph_place.written, self)
        self.saver: Saver = Saver(window.controller, self)
        self.saving = Saving(window, self)
        self.recent = RecentFiles(window.settings, window)
        self._opening = Opening(window, self)
        self.saver.reached.connect(self.changes.reached)
        self.changes.changed.connect(self._on_changed)
        window.controller.snapshot_taken.connect(self.changes.show_snapshot)
        self.recent.chosen.connect(self.open_file)
        window.document.undo_stack.indexChanged.connect(self._on_index_changed)
        self.autosave = Autosave(window, self)
        self.recovering = Recovering(window, self)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read or written."""
        is_busy = self.saver.is_busy or self.saving.is_busy or self._opening.is_busy
        return not is_busy and not self.recovering.is_busy

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
        named = f"{shortened(self.name, MOST_LETTERS)} · {title}" if self.path is not None else title
        return f"• {named}" if self.changes.is_unsaved else named

    @Slot()
    def new(self) -> None:
        """Begin with the first start's network."""
        self.leave(self._begin_new)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a project; a file that is none, or damaged, changes nothing."""
        self.leave(partial(self._opening.read, path))

    @Slot()
    def save(self) -> None:
        """Write the project into its file, or ask for one."""
        self.saving.save()

    @Slot()
    def save_as(self) -> None:
        """Write the project into another file, which is its file from then on."""
        self.saving.save_as()

    @Slot()
    def show_notes(self) -> None:
        """Let the person read and write the notes of the project."""
        from gui.projects.notes_dialog import NotesDialog  # not needed by a start

        window = self._window
        name = shortened(self.name, MOST_LETTERS) if self.path is not None else "this project"
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
        window = self._window
        window.controller.pause()
        window.loader.forget()
        window.workspaces.show("train")
        self.autosave.drop()
        self._left = None
        self.path, self.stamp, self.identity = opened.path, opened.stamp, object()
        self.extra = {key: value for key, value in opened.extra.items() if key != AUTOSAVED}
        self._view = opened.view
        self.changes.notes = opened.notes
        self.changes.stand_at(opened.state.now.iteration if opened.state is not None else 0)
        window.document.begin_with(opened.setup, opened.dataset, opened.state)
        show_view(window, {**self._view, "workspace": "train"})
        self.changes.begin(self.changes.now())
        if opened.path is not None:
            self._remember(opened.path)
        window.workspaces.tell_title()

    @property
    def content_name(self) -> str:
        """What is in the window, such as "Circle"."""
        return name_of(self._window.document.setup, self._window.document.dataset)

    def saved_as(self, path: Path, stamp: FileStamp | None, view: dict[str, Any]) -> None:
        """This is the project's file from now on, and holds all of it up to a moment ago."""
        self.path, self.stamp, self._view, self._left = path, stamp, view, None
        self.autosave.drop()
        self._remember(path)
        self._window.status.show_message(f"Saved as {path.name}")
        self._window.workspaces.tell_title()

    def saved_before(self, path: Path, stamp: FileStamp | None, marks: Marks) -> None:
        """Something else has come into the window while this file was written; Undo may lead back to it."""
        if self._left is None:
            self.changes.saved_another()
        else:
            self._left = (self._left[0], path, stamp)
            self.changes.saved(marks)
        self._remember(path)
        self._window.status.show_message(f"Saved as {path.name}, before something else was opened")

    @Slot(object)
    def offer_after_fault(self, dialog: CrashDialog) -> None:
        """Something broke: what is unsaved is kept now, and the dialog offers to save it."""
        from gui.projects.crash_offer import CrashOffer

        if self.changes.is_unsaved:
            self.autosave.save()
            dialog.insert_offer(CrashOffer(self._window.appearance, self, dialog))

    def begin_recovered(self, opened: Opened, found: Found) -> None:
        """Take over what a program that died has left: it is unsaved, whatever its file holds."""
        self.begin(opened)
        self.come_back()
        self.autosave.adopt(found)
        self.changes.begin(None)

    def view_now(self) -> dict[str, Any]:
        """What of the window belongs to the project, and what a file said there that nobody here knows."""
        view = view_of(self._window)
        unknown = {key: value for key, value in self._view.items() if key not in view}
        return {**unknown, **view}

    @Slot()
    def come_back(self) -> None:
        """Go where the project was left; a new one was left nowhere."""
        if self._view:
            show_view(self._window, self._view)

    def detach(self) -> None:
        """What came into the window by the last edit is something else than what is in the file: the next save asks for
        a name. Undo leads back to the file.
        """
        self._left = (self._window.document.undo_stack.index(), self.path, self.stamp)
        self._attach(None, None)

    def _attach(self, path: Path | None, stamp: FileStamp | None) -> None:
        self.path, self.stamp, self.identity = path, stamp, object()
        self._window.workspaces.tell_title()

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        if self._left is None:
            return
        left_at, path, stamp = self._left
        if index < left_at and self.path is None:
            self._attach(path, stamp)
        elif index >= left_at and self.path is not None:
            self._attach(None, None)

    def may_close(self) -> bool:
        """Whether the window may be closed; False where the person is being asked, or something is being written."""
        is_safe = not self.saving.is_busy and not (self.asks and self.changes.is_unsaved)
        if not is_safe and not self._is_leaving:
            self.leave(self._close_window)
            return False
        return True

    def close(self) -> None:
        """End what is under way."""
        self._left = None  # the stack tells of its own end, too
        self.changes.close()
        self._opening.close()
        self.recovering.close()
        self.saver.close()
        self.autosave.close()

    def leave(self, then: Then) -> None:
        """Do this once nothing would be lost by it."""
        if self.saving.is_busy:
            self.saving.when_saved(partial(self.leave, then))
        elif not (self.asks and self.changes.is_unsaved):
            then()
        elif self.question is None:
            self._window.controller.pause()
            name = self.name if self.path is not None else self.content_name
            ask = partial(self._on_save_answer, then)
            is_new = self.path is None
            self.question = questions.ask_to_save(self._window, name, is_new=is_new, then=ask)

    def _on_save_answer(self, then: Then, answer: str) -> None:
        self.question = None
        if answer == questions.SAVE:
            self.saving.save(partial(self.leave, then))
        elif answer == questions.DISCARD:
            then()

    def _begin_new(self) -> None:
        setup = Setup()
        dataset = build_dataset(setup.data)
        self.begin(Opened(setup.fitted_to(dataset), dataset))

    def _close_window(self) -> None:
        self._is_leaving = True
        self._is_leaving = self._window.close()

    def say_not_opened(self, path: Path, sentence: str) -> None:
        """Say why a file can't be opened."""
        questions.say_not_opened(self._window, path, sentence)

    def _remember(self, path: Path) -> None:
        self.recent.add(path)
        self._window.settings.remember(FOLDER, str(path.parent))

    @Slot()
    def _on_changed(self) -> None:
        self._window.workspaces.tell_title()
