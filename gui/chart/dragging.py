"""The part of a chart that a person takes hold of: handles and points, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.chart.grips import MOVES, Grips, Handle, Point
from gui.chart.items import Side
from gui.chart.plane_geometry import Plane
from gui.train.plots.numbers import value_text
from gui.widgets.focus_ring import KEYBOARD_REASONS


class Draggable(QWidget):
    """What `Chart` is on top of; it says where values stand (`plane`) and paints.

    Signals: handle_dragged(key, x), point_dragged(key, x, y), by mouse or arrow keys; drag_ended(key); clicked(x, y)
    on a free place. What is dragged moves by itself; `set_handle` may correct it.
    """

    handle_dragged = Signal(str, float)
    point_dragged = Signal(str, float, float)
    drag_ended = Signal(str)
    clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grips = Grips()
        self._dragged: str | None = None
        self._hold = (
            QPointF()
        )  # from the mouse to the middle of what it holds: nothing jumps when it is taken
        self._has_ring = False
        self.setMouseTracking(True)

    def set_handle(
        self,
        key: str,
        x: float | None,
        text: str = "",
        *,
        low: float | None = None,
        high: float | None = None,
        step: float | None = None,
        has_line: bool = True,
    ) -> None:
        """A draggable value on the x axis; None takes it away. step: what an arrow key moves it by."""
        had = bool(self._grips.handles)
        if x is None:
            self._grips.handles.pop(key, None)
        else:
            self._grips.handles[key] = Handle(key, x, text or value_text(x, 2), low, high, step, has_line)
        self._on_grips_changed(bool(self._grips.handles) != had)

    def set_point(
        self, key: str, x: float | None, y: float = 0.0, text: str = "", side: Side = "right"
    ) -> None:
        """A draggable point; None for x takes it away. side: of its text."""
        if x is None:
            self._grips.points.pop(key, None)
        else:
            self._grips.points[key] = Point(key, x, y, text, side)
        self._on_grips_changed(False)

    @property
    def grips(self) -> Grips:
        """What can be dragged; for looking only."""
        return self._grips

    @property
    def plane(self) -> Plane:
        """Where values stand in pixels now."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Everything has to be placed and painted anew."""
        raise NotImplementedError

    def _on_grips_changed(self, moves_everything: bool) -> None:
        self._grips.settle_focus()
        has_any = bool(self._grips.keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_any else Qt.FocusPolicy.NoFocus)
        if moves_everything:
            self._refresh()
        self.update()

    def _say(self, key: str) -> None:
        if key in self._grips.points:
            point = self._grips.points[key]
            self.point_dragged.emit(key, point.x, point.y)
        elif key in self._grips.handles:
            self.handle_dragged.emit(key, self._grips.handles[key].x)
        self.update()

    def _show_cursor(self, position: QPointF) -> None:
        key = self._dragged or self._grips.at(position, self.plane)
        if key is None:
            self.unsetCursor()
        elif key in self._grips.points:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._has_ring = False
        position = event.position()
        self._dragged = self._grips.at(position, self.plane)
        if self._dragged is not None:
            self._grips.focused = self._dragged
            self._hold = self._grips.place(self._dragged, self.plane, position) - position
            self._show_cursor(position)
            self.update()
        elif self.plane.holds(position.x(), position.y()):
            self.clicked.emit(self.plane.value_x(position.x()), self.plane.value_y(position.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._grips.drag(self._dragged, event.position() + self._hold, self.plane)
            self._say(self._dragged)
        else:
            self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            key, self._dragged = self._dragged, None
            self._show_cursor(event.position())
            self.drag_ended.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in MOVES:
            moved = self._grips.nudge(MOVES[key], fast, self.plane)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            moved = self._grips.end(key == Qt.Key.Key_End, self.plane)
        else:
            moved = False
        if moved and self._grips.focused is not None:
            self._has_ring = True
            self._say(self._grips.focused)
            self.drag_ended.emit(self._grips.focused)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from grip to grip, then out."""
        keys = self._grips.keys
        place = (
            keys.index(self._grips.focused) + (1 if forward else -1) if self._grips.focused in keys else -1
        )
        if self.hasFocus() and 0 <= place < len(keys):
            self._grips.focused = keys[place]
            self._has_ring = True
            self.update()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = self._grips.keys
        if event.reason() in KEYBOARD_REASONS and keys:
            self._has_ring = True
            self._grips.focused = keys[-1] if event.reason() == Qt.FocusReason.BacktabFocusReason else keys[0]
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        self.update()
