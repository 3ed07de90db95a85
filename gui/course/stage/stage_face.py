"""What the stage says of the scene that is on it, whatever kind it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.lessons.lesson import GraphValues, LabValues, StepValues, TrainValues
from gui.course.stage.scene import StageScene
from gui.labs.run_button import PAUSE
from gui.status_texts import Part

Opened = TrainValues | StepValues | GraphValues | LabValues


class StageFace(QWidget):
    """The stage sets the scene, the values that it opened with, and the names that are lit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: StageScene | None = None
        self._opened: Opened | None = None
        self._lit: tuple[str, ...] = ()

    @property
    def scene(self) -> StageScene | None:
        """What is on the stage; None before the first scene and where one could not be shown."""
        return self._scene

    @property
    def kind(self) -> str:
        """The kind of the scene: "train", "step", "graph", "lab", or ""."""
        kinds = {TrainValues: "train", StepValues: "step", GraphValues: "graph", LabValues: "lab"}
        return "" if self._scene is None or self._opened is None else kinds[type(self._opened)]

    @property
    def controls(self) -> frozenset[str]:
        """What of a transport makes sense: "run" (run, pause), "update" (step_once), "steps" (next, previous)."""
        return frozenset() if self._scene is None else self._scene.controls

    @property
    def is_running(self) -> bool:
        """Whether the scene goes on by itself."""
        return self._scene is not None and self._scene.is_running

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way."""
        return self._scene is None or self._scene.is_settled

    @property
    def state(self) -> str:
        """Of what runs: "idle", "running", "paused", "finished", "diverged", "failed"; "" where nothing can run."""
        return "" if self._scene is None else self._scene.state

    @property
    def end_word(self) -> str:
        """What ends a run: "Pause", or "Stop" where none goes on from there."""
        return PAUSE if self._scene is None else self._scene.end_word

    @property
    def counter_name(self) -> str:
        """What `counter_text` counts: "Update", "Row", "Event"; "" for nothing."""
        return "" if self._scene is None else self._scene.counter[0]

    @property
    def counter_text(self) -> str:
        """How far the scene is: "300", "5 of 17"."""
        return "" if self._scene is None else self._scene.counter[1]

    @property
    def status_parts(self) -> tuple[Part, ...]:
        """What the status bar says behind the state."""
        return () if self._scene is None else self._scene.status_parts

    @property
    def lit_elsewhere(self) -> frozenset[str]:
        """What the scene lights that is no part of the stage, such as "run" and "update" of the bar."""
        scene = self._scene
        return frozenset(name for name in self._lit if scene is None or scene.targets_of(name) is None)
