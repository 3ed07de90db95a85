"""A scene that is walked through: the rows of a tape, the events of a graph."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.course.stage.scene import STEPS, StageScene
from gui.course.stage.walk_views import WalkViews
from gui.player.player import Player


class WalkScene(StageScene):
    """A subclass makes `views`, opens its values in them and says what is counted."""

    views: WalkViews

    @property
    def stepper(self) -> Player:
        """Where it stands."""
        return self.views.stepper

    @property
    def controls(self) -> frozenset[str]:
        return frozenset({STEPS})

    @property
    def is_running(self) -> bool:
        return self.stepper.is_playing

    def leave(self) -> None:
        self.stepper.stop()

    def restart(self) -> None:
        self.stepper.first()

    def run(self) -> None:
        if not self.stepper.is_playing:
            self.stepper.toggle_playing()

    def pause(self) -> None:
        self.stepper.stop()

    def next_step(self) -> None:
        self.stepper.next()

    def previous_step(self) -> None:
        self.stepper.previous()

    def first_step(self) -> None:
        self.stepper.first()

    def last_step(self) -> None:
        self.stepper.last()

    def light(self, names: Collection[str]) -> None:
        self.views.bring_forward(names)
        super().light(names)

    def targets(self) -> Mapping[str, list[QWidget]]:
        strip = self.views.strip
        return {key: [widget] for key, widget in (*strip.buttons.items(), *strip.chips.items())}

    def close_down(self) -> None:
        self.stepper.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.views.setGeometry(self.rect())
