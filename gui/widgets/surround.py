"""What lies round a widget inside one of its ancestors, and goes with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance

MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Surround(QWidget):
    """Lies round `target`, a widget inside `parent`, and lets the mouse through. A subclass says where (`_place`, by
    `_lie`) and paints.
    """

    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._parent, self._target = appearance, parent, target
        self._is_closed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)
        self._watch()
        self._place()

    def close_halo(self) -> None:
        """Take it away for good."""
        self._is_closed = True
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        """The target is elsewhere, or seen or hidden."""
        raise NotImplementedError

    def _target_rect(self) -> QRect:
        return QRect(self._target.mapTo(self._parent, QPoint(0, 0)), self._target.size())

    def _lie(self, outside: QRect, inside: QRect) -> None:
        """Fill what is between these two, in the parent's pixels, above its surroundings."""
        self.setGeometry(outside)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside.translated(-outside.topLeft()))))
        self.setVisible(self._target.isVisibleTo(self._parent))
        self.raise_()

    def _watch(self) -> None:
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._parent:
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and not self._is_closed:
            self._place()
        return False
