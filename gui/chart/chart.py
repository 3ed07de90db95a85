"""The chart of labs, nudge and course: one plot that paints itself, with values that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.chart.content import Content
from gui.chart.field import Field
from gui.chart.grips import MOVES, Grips, Handle, Point
from gui.chart.items import Axis, Bars, Curve, Marks, Segment, Shade
from gui.chart.layout import Layout, layout_of
from gui.chart.moving_painter import MovingPainter
from gui.chart.pictures import Pictures
from gui.chart.plane_geometry import Plane
from gui.train.plots.numbers import value_text
from gui.widgets import draw_text, text_width
from gui.widgets.focus_ring import SHOWING
from gui.widgets.painting import CENTER

MINIMUM, USUAL = QSize(160, 110), QSize(360, 240)


class Chart(QWidget):
    """Set what it shows; axes stay until others are set. Curves and field are painted once, the rest each time.

    Signals: handle_dragged(key, x), point_dragged(key, x, y), by mouse or arrow keys; drag_ended(key); clicked(x, y)
    on a free place. What is dragged moves by itself; `set_handle` may correct it.
    """

    handle_dragged = Signal(str, float)
    point_dragged = Signal(str, float, float)
    drag_ended = Signal(str)
    clicked = Signal(float, float)

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, ground: str = "panel"
    ) -> None:
        super().__init__(parent)
        self._appearance, self._ground = appearance, ground
        self._content, self._grips = Content(), Grips()
        self._layout: Layout | None = None
        self._least_room = (0.0, 0.0)
        self._pictures = Pictures(self, ground)
        self._dragged: str | None = None
        self._hold = (
            QPointF()
        )  # from the mouse to the middle of what it holds: nothing jumps when it is taken
        self._has_ring = False
        appearance.changed.connect(self._refresh)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(MINIMUM)

    # What is shown.

    def set_axes(self, x_axis: Axis, y_axis: Axis) -> None:
        """The two axes."""
        if (x_axis, y_axis) != (self._content.x_axis, self._content.y_axis):
            self._content.x_axis, self._content.y_axis = x_axis, y_axis
            self._refresh()

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """The curves, the last one in front."""
        room = self._content.label_texts
        self._content.curves = list(curves)
        if self._content.label_texts != room:
            self._refresh()  # other names take other room
        self._pictures.forget_curves()
        self.update()

    def set_field(self, field: Field | None) -> None:
        """A tinted field behind everything, or none."""
        self._content.field = field
        self._refresh()

    def set_shades(self, shades: Sequence[Shade]) -> None:
        """Shaded bands behind the curves."""
        if list(shades) != self._content.shades:
            self._content.shades = list(shades)
            self._refresh()

    def set_bars(self, bars: Bars | None) -> None:
        """Bars, alone or at the right of curves; None takes them away."""
        if bars != self._content.bars:
            self._content.bars = bars
            self._refresh()

    def set_marks(self, marks: Sequence[Marks]) -> None:
        """Points in front of the curves."""
        self._content.marks = list(marks)
        self.update()

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Straight lines with their lengths in front of the curves."""
        self._content.segments = list(segments)
        self.update()

    def set_note(self, note: str) -> None:
        """Words in the middle of a chart that has nothing to show."""
        self._content.note = note
        self.update()

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

    def set_point(self, key: str, x: float | None, y: float = 0.0, text: str = "") -> None:
        """A draggable point; None for x takes it away."""
        if x is None:
            self._grips.points.pop(key, None)
        else:
            self._grips.points[key] = Point(key, x, y, text)
        self._on_grips_changed(False)

    def set_least_room(self, left: float, right: float) -> None:
        """Keep at least so many pixels beside the plot, so that charts below one another line up (`align`)."""
        if (left, right) != self._least_room:
            self._least_room = (left, right)
            self._refresh()

    # What can be asked.

    @property
    def wanted_room(self) -> tuple[float, float]:
        """The pixels left and right of the plot that its numbers and names need."""
        plane = self._laid_out((0.0, 0.0)).plane
        return plane.left, self.width() - plane.right

    @property
    def content(self) -> Content:
        """What is shown; for looking only."""
        return self._content

    @property
    def grips(self) -> Grips:
        """What can be dragged; for looking only."""
        return self._grips

    @property
    def plane(self) -> Plane:
        """Where values stand in pixels now."""
        return self._placed().plane

    # How it is done.

    def _on_grips_changed(self, moves_everything: bool) -> None:
        self._grips.settle_focus()
        has_any = bool(self._grips.keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_any else Qt.FocusPolicy.NoFocus)
        if moves_everything:
            self._refresh()
        self.update()

    def _refresh(self) -> None:
        self._layout = None
        self._pictures.forget()
        self.update()

    def _placed(self) -> Layout:
        if self._layout is None:
            self._layout = self._laid_out(self._least_room)
        return self._layout

    def _laid_out(self, least: tuple[float, float]) -> Layout:
        return layout_of(QSizeF(self.size()), self._content, bool(self._grips.handles), least)

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

    def sizeHint(self) -> QSize:
        return USUAL

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
        if event.reason() in SHOWING and keys:
            self._has_ring = True
            self._grips.focused = keys[-1] if event.reason() == Qt.FocusReason.BacktabFocusReason else keys[0]
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, theme = self._placed(), self._appearance.theme
        still = self._pictures.still(theme, layout, self._content)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, still)
            focused = self._grips.focused if self._has_ring else None
            MovingPainter(painter, theme, layout, self._content, self._grips, focused).paint(
                QRectF(self.rect())
            )
            if self._content.note and self._content.is_empty:
                width = text_width(self._content.note, "body") + 16
                plane = layout.plane
                place = QRectF(
                    plane.left + (plane.width - width) / 2, plane.top + plane.height / 2 - 12, width, 24
                )
                painter.fillRect(place, theme.color(self._ground))
                draw_text(painter, place, self._content.note, "body", theme.color("ink3"), CENTER)
