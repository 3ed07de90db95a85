"""The yellow halo round a control that a lesson speaks about: the chalk mark with its line, above the surroundings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import LabeledControl
from gui.widgets.painting import RADIUS_L, draw_box

HALO, LINE, GAP = (
    4,
    1.5,
    3,
)  # yellow, the line round it (yellow alone says nothing on paper), space to the control
REACH = GAP + HALO + 1


class Halo(QWidget):
    """Stands round `target`, a widget somewhere inside `parent`, with its caption, and goes with it."""

    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget) -> None:
        super().__init__(parent)
        around = target.parentWidget()
        self._target = around if isinstance(around, LabeledControl) else target
        self._appearance, self._parent = appearance, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)
        self._watched: list[QWidget] = []
        widget: QWidget | None = self._target
        while widget is not None and widget is not parent:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def close_halo(self) -> None:
        """Take the halo away for good."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        corner = self._target.mapTo(self._parent, QPoint(0, 0))
        room = QRect(corner, self._target.size()).adjusted(-REACH, -REACH, REACH, REACH)
        self.setGeometry(room & self._parent.rect())
        inner = QRect(corner, self._target.size()).adjusted(-GAP, -GAP, GAP, GAP)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner.translated(-self.pos()))))
        self.setVisible(self._target.isVisibleTo(self._parent))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_box(painter, box, RADIUS_L + REACH, theme.color("spotline"))
        draw_box(
            painter, box.adjusted(LINE, LINE, -LINE, -LINE), RADIUS_L + REACH - LINE, theme.color("spot")
        )
