"""What a workspace is for the window: something that is entered and left, and that keys and the status bar speak to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from gui.options import Options
from gui.status_texts import Stepping
from gui.tab_order import Part

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def way_of(key: str) -> str:
    """Which way a key leads: "next_step" and "next_page" to "next", as a player knows it."""
    return key.partition("_")[0]


class Place(QObject):
    """One workspace in one window. Its widgets are made by `prepare`, when they are first wanted.

    key: of the table of workspaces. has_steps: whether the arrow keys belong to it. has_pages: whether Page Down
    turns a page, also for somebody who has just typed an answer. edits_playground: whether what the menus change is
    what it shows. can_reset: whether something here begins again by R. modules: what `prepare` will import, where
    it may soon be wanted.
    """

    key = ""
    has_steps = False
    has_pages = False
    can_reset = False
    edits_playground = False
    modules: tuple[str, ...] = ()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def prepare(self) -> None:
        """Make the widgets, if that has not been done."""

    def widgets(self) -> Sequence[QWidget]:
        """What is shown and hidden."""
        raise NotImplementedError

    def enter(self) -> None:
        """The widgets are on the screen now."""

    def leave(self) -> None:
        """Another workspace comes."""

    def focus(self) -> QWidget:
        """What has the keyboard where nothing else has it."""
        return self._window

    def start_in(self, options: Options) -> None:
        """Go where the command line wants to begin, as soon as this is entered."""

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        return []

    def title(self) -> str:
        """What is open, for the window's head; "" for the playground's set-up."""
        return ""

    def standing(self) -> Stepping | None:
        """What the status bar says; None: what it says of the run."""
        return None

    @property
    def undo_stack(self) -> QUndoStack | None:
        """What Undo undoes here; None where fields have an undo of their own."""
        return self._window.document.undo_stack if self.edits_playground else None

    def run_or_play(self) -> None:
        """The space bar."""
        self._window.controller.toggle()

    def update_once(self) -> None:
        """One update."""
        self._window.controller.update_once()

    def epoch_once(self) -> None:
        """To the end of the epoch."""
        self._window.controller.epoch_once()

    def reset(self) -> None:
        """Begin again."""
        self._window.editing.reset()

    def step_to(self, key: str) -> None:
        """next_step, previous_step, first_step or last_step; next_page or previous_page where nothing has pages."""

    def follow_document(self) -> None:
        """The set-up, the data or a parameter of the playground became another one."""

    def on_painted(self) -> None:
        """A frame of the window is on the screen."""

    def view(self) -> dict[str, Any]:
        """What is open here, as values of JSON, for a project; {} for what it is at first."""
        return {}

    def take_view(self, view: Mapping[str, Any]) -> None:
        """Come back to a view, now or when this is entered; {} leads back to the beginning. It may come from a file of
        anybody: what makes no sense is left out.
        """

    @property
    def keeps_save_key(self) -> bool:
        """Whether Ctrl+S means something else here."""
        return False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way beside the run."""
        return True

    def may_close(self) -> bool:
        """Whether the window may be closed; False where the person is being asked about something unsaved."""
        return True

    def close(self) -> None:
        """Nothing goes on by itself any more."""
