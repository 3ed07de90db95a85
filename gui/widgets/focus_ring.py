"""The ring round the control that the keyboard would reach: 2 px of ink, a gap of 2 px, outside the control.

It shows when focus came by Tab or a shortcut, not after a click. It is a widget of its own above the
control's surroundings, so that no control has to keep room for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.painting import draw_box

RING_WIDTH, RING_GAP = 2, 2
RING_REACH = RING_WIDTH + RING_GAP
KEYBOARD_REASONS = (  # by these the keyboard brings the focus
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
ENDING = (QEvent.Type.Hide, QEvent.Type.MouseButtonPress)
PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing(QObject):
    """Watches one control and shows its ring; a child of the control, made once with the control's radius.

    A control that had the ring gets it again when its window, or a pop-up of its own, gives the focus back.
    """

    def __init__(self, appearance: Appearance, target: QWidget, radius: float) -> None:
        super().__init__(target)
        self._appearance = appearance
        self._target = target
        self._radius = radius + 3
        self._frame: _Frame | None = None
        self._comes_back = False
        target.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Whether the ring is on the screen."""
        return self._frame is not None

    def _show(self) -> None:
        self._hide()
        parent = _roomy_ancestor(self._target)
        self._frame = _Frame(self._appearance, parent, self._target, self._radius)

    def _hide(self) -> None:
        if self._frame is not None:
            self._frame.close_ring()
            self._frame = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Thousands of events pass while a window comes; the class of one is asked several times faster than its type.
        if isinstance(event, QFocusEvent):
            self._on_focus(event)
        elif isinstance(event, (QHideEvent, QMouseEvent)) and event.type() in ENDING:
            self._hide()
        return False

    def _on_focus(self, event: QFocusEvent) -> None:
        if event.type() == QEvent.Type.FocusIn:
            if event.reason() in KEYBOARD_REASONS or (event.reason() in PASSING and self._comes_back):
                self._show()
        elif event.type() == QEvent.Type.FocusOut:
            self._comes_back = event.reason() in PASSING and self.is_shown
            self._hide()


class _Frame(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget, target: QWidget, radius: float) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._parent = parent
        self._target = target
        self._radius = radius
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)
        self._watch()
        self._place()
        self.raise_()
        self.show()

    def close_ring(self) -> None:
        """Take the ring away for good."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _watch(self) -> None:
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._parent:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _place(self) -> None:
        corner = self._target.mapTo(self._parent, QPoint(0, 0))
        reach = RING_REACH
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-reach, -reach, reach, reach))
        outside = QRegion(self.rect())
        self.setMask(outside.subtracted(QRegion(self.rect().adjusted(reach, reach, -reach, -reach))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(
            painter, QRectF(self.rect()), self._radius, None, self._appearance.theme.color("ink"), RING_WIDTH
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False


def _roomy_ancestor(target: QWidget) -> QWidget:
    ancestor = target.parentWidget() or target
    while not ancestor.isWindow():
        corner = target.mapTo(ancestor, QPoint(0, 0))
        reach = RING_REACH
        if ancestor.rect().contains(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach)):
            break
        ancestor = ancestor.parentWidget() or ancestor.window()
    return ancestor
