"""Which workspace fills the window, and who of them keys, undo and the status bar speak to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from gui.options import Options
from gui.tab_order import Part
from gui.titles import title_of
from gui.workspaces.course_place import CoursePlace
from gui.workspaces.graph_place import GraphPlace
from gui.workspaces.place import Place
from gui.workspaces.step_place import StepPlace
from gui.workspaces.train_place import TrainPlace

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.step.workspace import StepWorkspace

PAGES = ("next_page", "previous_page")


class Workspaces(QObject):
    """Belongs to one window. `show` changes the workspace; everything else follows by itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.train_place = TrainPlace(window)
        self.step_place = StepPlace(window)
        self.graph_place = GraphPlace(window)
        self.course_place = CoursePlace(window)
        places: tuple[Place, ...] = (self.train_place, self.step_place, self.graph_place, self.course_place)
        self._places = {place.key: place for place in places}
        self.place: Place = self.train_place
        self.last_playground = self.train_place.key
        self.undo_group = QUndoGroup(self)
        self.undo_group.addStack(window.document.undo_stack)
        self.undo_group.setActiveStack(window.document.undo_stack)
        self._nothing = QUndoStack(self)  # where fields have an undo of their own
        window.rail.workspace_requested.connect(self.show)

    @property
    def current(self) -> str:
        """The key of the workspace that fills the window."""
        return self.place.key

    @property
    def places(self) -> tuple[Place, ...]:
        """All workspaces."""
        return tuple(self._places.values())

    @property
    def step(self) -> StepWorkspace:
        """The Step workspace, made when it is first asked for."""
        return self.step_place.step

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way beside the run: no formula that is typeset, no check, no lab."""
        return all(place.is_settled for place in self._places.values())

    def prepare(self) -> None:
        """Make what somebody may soon want."""
        self.step_place.prepare()

    @Slot(str)
    def show(self, key: str) -> None:
        """Show a workspace; Step pauses the run and opens its very next update."""
        if key == self.current:
            return
        before, place = self.place, self._places[key]
        place.prepare()
        self.place = place
        if before is not self.course_place:
            self.last_playground = before.key
        before.leave()
        for widget in before.widgets():
            widget.hide()
        for widget in place.widgets():
            widget.show()
        self._window.rail.set_current(key)
        self._window.menus.set_place(
            has_steps=place.has_steps, edits_playground=place.edits_playground, can_reset=place.can_reset
        )
        if place.edits_playground:
            self._window.actions_.set_setup(self._window.document.setup)
        self.follow_undo()
        place.focus().setFocus()
        place.enter()
        self.tell_status()

    def follow_undo(self) -> None:
        """Undo is what it is in the workspace that is shown, which may have come to another one."""
        stack = self.place.undo_stack or self._nothing
        if stack not in self.undo_group.stacks():
            self.undo_group.addStack(stack)
        self.undo_group.setActiveStack(stack)

    def start_in(self, options: Options) -> None:
        """Go where the command line wants to begin: a workspace, and a place in it; else where the project was left."""
        if not options.workspace:
            self._window.projects.come_back()
            return
        place = self._places[options.workspace]
        place.start_in(options)
        if place is self.place:
            place.enter()
        self.show(options.workspace)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes in the workspace that is shown."""
        return self.place.tab_parts()

    def follow_document(self) -> None:
        """The set-up, the data or a parameter became another one."""
        for place in self._places.values():
            place.follow_document()

    def on_painted(self) -> None:
        """A frame of the window is on the screen."""
        self.place.on_painted()

    @Slot()
    def update_once(self) -> None:
        """One update; in Step it is the one that is stepped through."""
        self.place.update_once()

    @Slot()
    def epoch_once(self) -> None:
        """To the end of the epoch."""
        self.place.epoch_once()

    @Slot()
    def reset(self) -> None:
        """Begin again."""
        self.place.reset()

    @Slot()
    def run_or_play(self) -> None:
        """Run or pause; play or stop."""
        self.place.run_or_play()

    def step_to(self, key: str) -> None:
        """Go where a key leads, unless it was typed into a field; a page is turned from a single line, too."""
        focused = QApplication.focusWidget()
        turns_page = self.place.has_pages and key in PAGES
        in_line = isinstance(focused, QLineEdit) and not turns_page
        if not in_line and not isinstance(focused, QPlainTextEdit):
            self.place.step_to(key)

    @Slot()
    def tell_status(self) -> None:
        """Say in the status bar where the window stands."""
        self._window.status.set_stepping(self.place.standing())
        self._window.menus.actions["save"].setEnabled(not self.place.keeps_save_key)
        self.tell_title()

    def tell_title(self) -> None:
        """Say in the window's head what is open."""
        window, document = self._window, self._window.document
        title = self.place.title() or title_of(document.setup, document.dataset)
        window.menu_strip.set_title(window.projects.marked(title))
        window.setWindowTitle(window.projects.window_title)

    def may_close(self) -> bool:
        """Whether the window may be closed; False where the person is being asked about something unsaved."""
        return all(place.may_close() for place in self._places.values())

    def close(self) -> None:
        """Nothing goes on by itself any more."""
        for place in self._places.values():
            place.close()
