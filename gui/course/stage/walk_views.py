"""The views of a scene that is walked through, round the one who knows where it stands."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.course.stage.walk_strip import WalkStrip
from gui.player.player import Player
from gui.widgets import follow


class WalkViews(QWidget):
    """A subclass makes `stepper`, `strip` and the views, and arranges them (`_arrange`) as there is room.

    Signals: changed(), where it stands or what it shows is new.
    """

    changed = Signal()
    stepper: Player
    strip: WalkStrip

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        follow(self, appearance)

    def bring_forward(self, names: Collection[str]) -> None:
        """A lesson speaks about these: they are there however small the stage is."""
        raise NotImplementedError

    @Slot()
    def _arrange(self) -> None:
        """Give each view its place."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        # What is seen between the panels is their separators.
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("line"))
