"""The button that runs a lab, wherever the lab puts it. The course's bar has the primary one, with the same words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import Button

RUN, PAUSE, STOP = "Run", "Pause", "Stop"
ICONS = {RUN: "play", PAUSE: "pause", STOP: "stop"}


class RunButton(Button):
    """end_word: what ends a run, PAUSE where the next one goes on from there and STOP where it begins anew."""

    def __init__(self, appearance: Appearance, end_word: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, RUN, ICONS[RUN], parent=parent)
        self._end_word = end_word
        self.setMinimumWidth(max(self.width_for(word) for word in (RUN, end_word)))

    def show_running(self, running: bool) -> None:
        """Say what it does now."""
        word = self._end_word if running else RUN
        self.set_text(word)
        self.set_icon(ICONS[word])
        self.setAccessibleName(word)
