"""The chart of labs, nudge and course: one plot that paints itself, with values that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.chart.content import Content
from gui.chart.dragging import Draggable
from gui.chart.field import Field
from gui.chart.items import Axis, Bars, Curve, Marks, Segment, Shade
from gui.chart.layout import Layout, layout_of
from gui.chart.moving_painter import MovingPainter
from gui.chart.pictures import Pictures
from gui.chart.plane_geometry import Plane
from gui.chart.table import chart_table
from gui.data_table import DataTable
from gui.widgets import draw_text, text_width
from gui.widgets.painting import CENTER

MINIMUM, USUAL = QSize(160, 110), QSize(360, 240)


class Chart(Draggable):
    """Set what it shows; axes stay until others are set. Curves and field are painted once, the rest each time."""

    view_name = "Chart"

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, ground: str = "panel"
    ) -> None:
        super().__init__(parent)
        self._appearance, self._ground = appearance, ground
        self._content = Content()
        self._layout: Layout | None = None
        self._fellows: list[Chart] = []
        self._least_room = (0.0, 0.0)
        self._pictures = Pictures(self, ground)
        appearance.changed.connect(self._refresh)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        if list(curves) == self._content.curves:
            return  # the very same objects: they are frozen
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

    def set_least_room(self, left: float, right: float) -> None:
        """Keep at least so many pixels left and right of the plot."""
        if (left, right) != self._least_room:
            self._least_room = (left, right)
            self._refresh()

    def set_fellows(self, fellows: Sequence[Chart]) -> None:
        """Charts above and below that share the plot's left and right end with this one (`align`); () for none."""
        if list(fellows) != self._fellows:
            self._fellows = list(fellows)
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

    def data_table(self) -> DataTable | None:
        """The points of what is shown."""
        return chart_table(self._content)

    @property
    def plane(self) -> Plane:
        """Where values stand in pixels now."""
        return self._placed().plane

    # How it is done.

    def _refresh(self) -> None:
        for chart in (self, *self._fellows):  # what stands beside its plot moves theirs
            chart._layout = None
            chart._pictures.forget()
            chart.update()

    def _placed(self) -> Layout:
        if self._layout is None:
            rooms = [self._least_room, *(fellow.wanted_room for fellow in self._fellows)]
            self._layout = self._laid_out((max(left for left, _ in rooms), max(right for _, right in rooms)))
        return self._layout

    def _laid_out(self, least: tuple[float, float]) -> Layout:
        return layout_of(QSizeF(self.size()), self._content, bool(self._grips.handles), least)

    def sizeHint(self) -> QSize:
        return USUAL

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, theme = self._placed(), self._appearance.theme
        with QPainter(self) as painter:
            self._pictures.paint(painter, theme, layout, self._content)
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
