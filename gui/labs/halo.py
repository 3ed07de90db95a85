"""The yellow halo round a control that a lesson speaks about: the chalk mark with its line, above the surroundings."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import LabeledControl
from gui.widgets.painting import RADIUS_L, draw_box
from gui.widgets.surround import Surround

# Yellow; the line round it (yellow alone says nothing on paper); space to the control.
HALO, LINE, GAP = 4, 1.5, 3
REACH = GAP + HALO + 1


class Halo(Surround):
    """Stands round `target`, a widget somewhere inside `parent`, with its caption, and goes with it."""

    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget) -> None:
        around = target.parentWidget()
        super().__init__(appearance, parent, around if isinstance(around, LabeledControl) else target)

    def _place(self) -> None:
        place = self._target_rect()
        room = place.adjusted(-REACH, -REACH, REACH, REACH) & self._parent.rect()
        self._lie(room, place.adjusted(-GAP, -GAP, GAP, GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_box(painter, box, RADIUS_L + REACH, theme.color("spotline"))
        draw_box(
            painter, box.adjusted(LINE, LINE, -LINE, -LINE), RADIUS_L + REACH - LINE, theme.color("spot")
        )
