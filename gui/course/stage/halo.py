"""The chalk mark of a scene: yellow round the controls that its text speaks about, inside the edge of whole panels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.painting import RADIUS_M, draw_box
from gui.widgets.surround import Surround

BAND, LINE, GAP = 4, 1, 1  # yellow; the line beside it, as yellow alone is pale on paper; room to the control
REACH = GAP + LINE + BAND + LINE
PANEL_WIDTH, PANEL_HEIGHT = 200, 80  # a widget so large touches its neighbours


class Halo(Surround):
    """Lies round `target`, a widget inside `parent`, goes with it and lets the mouse through."""

    _is_panel = False

    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget) -> None:
        super().__init__(appearance, parent, target)
        # A target that is deleted takes the filter with it, and the halo.
        target.destroyed.connect(self.deleteLater)

    def _is_among_panels(self) -> bool:
        """Whether it lies in what fills the scene; deeper inside there is room round it."""
        around = self._target.parentWidget()
        return around is None or around is self._parent or around.size() == self._parent.size()

    def _place(self) -> None:
        size = self._target.size()
        self._is_panel = (
            self._is_among_panels() and size.width() >= PANEL_WIDTH and size.height() >= PANEL_HEIGHT
        )
        place, inset = self._target_rect(), BAND
        if not self._is_panel:
            inset = REACH - GAP
            place = place.adjusted(-REACH, -REACH, REACH, REACH) & self._parent.rect()
        self._lie(place, place.adjusted(inset, inset, -inset, -inset))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._is_panel:
            painter.fillRect(box, theme.color("spot"))
            inner = box.adjusted(BAND - LINE, BAND - LINE, LINE - BAND, LINE - BAND)
            draw_box(painter, inner, 0, None, theme.color("spotline"), LINE)
            return
        line = theme.color("spotline")
        draw_box(painter, box, RADIUS_M + REACH, theme.color("spot"), line, LINE)
        edge = LINE + BAND
        draw_box(painter, box.adjusted(edge, edge, -edge, -edge), RADIUS_M + GAP, None, line, LINE)


class Halos:
    """The halos of one scene inside `parent`; showing others takes those away."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        self._appearance, self._parent = appearance, parent

    def show_round(self, targets: Iterable[QWidget]) -> None:
        """Light these widgets, all inside the parent."""
        for halo in self._parent.findChildren(Halo, options=Qt.FindChildOption.FindDirectChildrenOnly):
            halo.close_halo()
        for target in dict.fromkeys(targets):
            Halo(self._appearance, self._parent, target)
