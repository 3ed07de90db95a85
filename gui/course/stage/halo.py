"""The chalk mark of a scene: yellow round the controls that its text speaks about, inside the edge of whole panels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.painting import RADIUS_M, draw_box

BAND, LINE, GAP = 4, 1, 1  # yellow; the line beside it, as yellow alone is pale on paper; room to the control
REACH = GAP + LINE + BAND + LINE
PANEL_WIDTH, PANEL_HEIGHT = 200, 80  # a widget so large touches its neighbours
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Halo(QWidget):
    """Lies round `target`, a widget inside `parent`, goes with it and lets the mouse through."""

    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._parent, self._target = appearance, parent, target
        self._is_panel = self._is_closed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)
        self._watch()
        self._place()

    def close_halo(self) -> None:
        """Take the halo away for good."""
        self._is_closed = True
        self.hide()
        self.deleteLater()

    def _watch(self) -> None:
        # A target that is deleted takes the filter with it, and the halo.
        self._target.destroyed.connect(self.deleteLater)
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._parent:
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def _is_among_panels(self) -> bool:
        """Whether it lies in what fills the scene; deeper inside there is room round it."""
        around = self._target.parentWidget()
        return around is None or around is self._parent or around.size() == self._parent.size()

    def _place(self) -> None:
        size = self._target.size()
        self._is_panel = (
            self._is_among_panels() and size.width() >= PANEL_WIDTH and size.height() >= PANEL_HEIGHT
        )
        place = QRect(self._target.mapTo(self._parent, QPoint(0, 0)), size)
        inset = BAND
        if not self._is_panel:
            inset = REACH - GAP
            place = place.adjusted(-REACH, -REACH, REACH, REACH) & self._parent.rect()
        inside = place.adjusted(inset, inset, -inset, -inset)
        self.setGeometry(place)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside.translated(-place.topLeft()))))
        self.setVisible(self._target.isVisibleTo(self._parent))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and not self._is_closed:
            self._place()
        return False

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
