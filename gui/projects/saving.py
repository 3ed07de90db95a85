"""Saving the project of one window: under its name or another, and what is asked where that can't simply be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot

from gui.projects import SUFFIX, questions
from gui.projects.changes import Marks
from gui.projects.saver import Order, Outcome
from gui.projects.short_names import shortened

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.projects.projects import Projects

FILTER = f"Chalknet projects (*{SUFFIX})"
FOLDER = "projects/folder"
MOST_LETTERS = 80  # of a suggested name

Then = Callable[[], object]


def _nothing() -> None:
    """What follows a save that nobody waits for."""


class Saving(QObject):
    """One save at a time; what is to follow it is told with it, and left out where it does not come about."""

    def __init__(self, window: MainWindow, projects: Projects) -> None:
        super().__init__(projects)
        self._window, self._projects = window, projects
        self._order: tuple[Order, Marks] | None = None
        self._identity: object = None
        self._then: list[Then] = []
        projects.saver.written.connect(self._on_written)

    @property
    def is_busy(self) -> bool:
        """Whether the project is on its way to its file."""
        return self._order is not None

    def save(self, then: Then = _nothing) -> None:
        """Write the project into its file, or ask for one."""
        path = self._projects.path
        if path is None:
            self.save_as(then)
        else:
            self._write(path, then)

    def save_as(self, then: Then = _nothing) -> None:
        """Ask for a file and write the project into it."""
        from PySide6.QtWidgets import QFileDialog  # not needed by a start

        suggested = self._projects.path or self._folder() / _file_name(self._projects.content_name)
        name, _ = QFileDialog.getSaveFileName(self._window, "Save project", str(suggested), FILTER)
        if name:
            path = Path(name if name.lower().endswith(SUFFIX) else name + SUFFIX)
            # The dialog has asked about the name that it gave, and about no other.
            self._write(path, then, may_replace=str(path) == str(Path(name)))

    def save_to(self, path: Path, then: Then = _nothing) -> None:
        """Write the project into this file, which is its file from then on; one that is there stays as it is."""
        self._write(path, then)

    def when_saved(self, then: Then) -> None:
        """Do this, too, when the save that is under way has come about."""
        self._then.append(then)

    def _write(self, path: Path, then: Then, *, may_replace: bool = False) -> None:
        if self._order is not None:  # the one after the other, and a key that is held asks once
            again = partial(self._write, path, then, may_replace=may_replace)
            self._then = [*(other for other in self._then if not _is_same(other, again)), again]
            return
        projects = self._projects
        path = path.absolute()
        self._identity = projects.identity
        known = projects.stamp if path == projects.path else None
        order = Order(path, known, may_replace, projects.view_now(), projects.changes.notes, projects.extra)
        self._order, self._then = (order, projects.changes.now()), [then]
        projects.changes.saving()
        projects.saver.write(order)

    @Slot(object)
    def _on_written(self, outcome: Outcome) -> None:
        if self._order is None or outcome.order is not self._order[0]:
            return
        (order, marks), self._order = self._order, None
        then, self._then = self._then, []
        if outcome.fault:
            self._projects.changes.not_saved()
            self._ask(outcome, partial(_do_all, then))
            return
        marks = replace(marks, iteration=outcome.iteration)
        if self._identity is self._projects.identity:
            self._projects.changes.saved(marks)
            self._projects.saved_as(order.path, outcome.stamp, order.view)
        else:
            self._projects.saved_before(order.path, outcome.stamp, marks)
        _do_all(then)

    def _ask(self, outcome: Outcome, then: Then) -> None:
        path, window = outcome.order.path, self._window
        answer = partial(self._on_answer, path, then)
        if outcome.is_changed:
            was_opened = path == self._projects.path
            questions.ask_to_replace(window, path, was_opened=was_opened, then=answer)
        else:
            questions.say_not_saved(window, path, outcome.fault, answer)

    def _on_answer(self, path: Path, then: Then, answer: str) -> None:
        if answer == questions.REPLACE:
            self._write(path, then, may_replace=True)
        elif answer == questions.ELSEWHERE:
            self.save_as(then)

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._window.settings.text(FOLDER, documents))


def _do_all(actions: list[Then]) -> None:
    for action in actions:
        action()


def _is_same(one: Then, other: Then) -> bool:
    parts = [(then.func, then.args) for then in (one, other) if isinstance(then, partial)]
    return len(parts) == 2 and parts[0] == parts[1]


def _file_name(title: str) -> str:
    """A title without what some system does not allow in the name of a file, and not too long for any."""
    plain = "".join("-" if letter in '<>:"/\\|?*' else letter for letter in " ".join(title.split()))
    plain = shortened(plain, MOST_LETTERS).strip(" .")
    return f"{plain or 'project'}{SUFFIX}"
