"""A TensorFlow Playground's address in the window: pasted, dropped, or named on the command line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from engine.playground_link import LinkedSetup, from_address

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def take_address(window: MainWindow, text: str, why: str) -> None:
    """Take its set-up over as one undo step, named `why`. Raises SetupError, and changes nothing then."""
    linked = from_address(text)
    window.take_setup(linked.setup, why, partial(show_linked, window, linked))


def show_linked(window: MainWindow, linked: LinkedSetup) -> None:
    """Show of the output what the address shows, and say what is not the same here."""
    boxes = window.workspace.output_panel.options
    boxes.test.setChecked(linked.shows_test)
    boxes.discretise.setChecked(linked.is_discretised)
    window.status.show_message(linked.note)
