"""What every kind of scene is for the stage: opened with values, told what to do, asked where it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.lessons.lesson import GraphValues, LabValues, StepValues, TrainValues
from engine.setup import Setup
from gui.appearance import Appearance
from gui.labs.halos import Halos
from gui.labs.run_button import PAUSE
from gui.status_texts import Part
from gui.widgets import follow

if TYPE_CHECKING:
    from gui.graph.state import GraphState

RUN, UPDATE, STEPS = "run", "update", "steps"


class StageScene(QWidget):
    """A subclass says what it can (`controls`) and overrides what goes with it; the rest does nothing.

    Signals: changed(), what it says of itself is new; lights_moved(), its controls are others;
    told(str), one line for the status bar; failed(str), one sentence why it can't be shown.
    """

    changed = Signal()
    lights_moved = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._halos = Halos(appearance, self, has_panels=True)
        follow(self, appearance)

    @property
    def controls(self) -> frozenset[str]:
        """What of a transport makes sense: RUN (run, pause), UPDATE (step_once), STEPS (next_step, previous_step)."""
        return frozenset()

    @property
    def is_ready(self) -> bool:
        """Whether there is something to show; data from files come a moment after `open`."""
        return True

    @property
    def is_running(self) -> bool:
        """Whether it goes on by itself."""
        return False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way."""
        return True

    @property
    def state(self) -> str:
        """A state of a run ("running", "paused", ...), or "" where there is none."""
        return ""

    @property
    def end_word(self) -> str:
        """What ends a run: Pause where the next one goes on from there, Stop where it begins anew."""
        return PAUSE

    @property
    def counter(self) -> tuple[str, str]:
        """What is counted and how far it is: ("Update", "300"), ("Row", "5 of 17"); ("", "") for nothing."""
        return "", ""

    @property
    def status_parts(self) -> tuple[Part, ...]:
        """What the status bar says behind the state."""
        return ()

    def open(self, values: Any) -> None:
        """Begin with the values of its kind. Raises ValueError with one sentence where they can't be."""
        raise NotImplementedError

    def reset(self, values: Any) -> None:
        """Begin again with these values, whatever was done meanwhile."""
        self.open(values)

    def restart(self) -> None:
        """Begin again with the settings of now."""
        self.reset(self.values())

    def leave(self) -> None:
        """Another kind of scene takes the stage: nothing goes on unseen."""

    def values(self) -> TrainValues | StepValues | GraphValues | LabValues:
        """Values that open it as it is now."""
        raise NotImplementedError

    def take(self) -> Setup | GraphState | None:
        """What the playground takes over: a set-up with the weights of now, or a graph."""
        return None

    def targets(self) -> Mapping[str, list[QWidget]]:
        """What a lesson can light, by name; empty where the scene lights it by itself."""
        return {}

    def targets_of(self, name: str) -> list[QWidget] | None:
        """The widgets of one name; None where it is no part of the scene."""
        return self.targets().get(name)

    def light(self, names: Collection[str]) -> None:
        """Put the halo round these; names of others count nothing."""
        self._halos.show_round(target for name in names for target in self.targets_of(name) or ())

    def run(self) -> None:
        """Go on by itself."""

    def pause(self) -> None:
        """Stand still."""

    def step_once(self) -> None:
        """One update."""

    def next_step(self) -> None:
        """One row or event forwards."""

    def previous_step(self) -> None:
        """One row or event backwards."""

    def first_step(self) -> None:
        """To the first row or event."""

    def last_step(self) -> None:
        """To the last row or event."""

    def close_down(self) -> None:
        """Nothing goes on by itself any more; its threads have ended."""

    def paintEvent(self, event: QPaintEvent) -> None:
        # What is seen between panels is their separators.
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("line"))
