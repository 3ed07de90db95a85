"""What is painted over the still picture of a chart: numbers, bars, lengths, marks, handles, names. Every frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.chart.content import Content, color_of
from gui.chart.grips import Grips
from gui.chart.grips_painter import paint_handle_lines, paint_pills, paint_points
from gui.chart.layout import LINE, NAME_GAP, NUMBER_GAP, TICK, Layout, bar_rects, number_rects
from gui.chart.marks_painter import paint_marks, paint_segment
from gui.chart.texts_painter import TextsPainter, plane_rect
from gui.chart.words import Words
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, text_width
from gui.widgets.painting import CENTER, RIGHT

BAR_RADIUS = 3.0


class MovingPainter:
    """Paints once; `focused` is the key of the grip that has the keyboard's ring."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        layout: Layout,
        content: Content,
        grips: Grips,
        focused: str | None,
    ) -> None:
        self._p, self._theme, self._layout, self._content = painter, theme, layout, content
        self._grips, self._focused = grips, focused
        self._words = Words(QRectF())

    def paint(self, bounds: QRectF) -> None:
        """Everything inside `bounds`, from the back to the front."""
        painter, theme, plane, grips = self._p, self._theme, self._layout.plane, self._grips
        has_field = self._content.field is not None  # a name half outside of it would hang over its edge
        self._words = Words(bounds, plane_rect(self._layout) if has_field else None)
        self._paint_numbers()
        self._paint_bars()
        paint_handle_lines(painter, theme, grips, plane)
        for segment in self._content.segments:
            paint_segment(painter, theme, plane, segment)
        for marks in self._content.marks:
            paint_marks(painter, theme, plane, marks)
        paint_points(painter, theme, grips, plane, self._focused)
        paint_pills(painter, theme, grips, plane, self._focused)
        TextsPainter(painter, theme, self._layout, self._content, self._words).paint(grips)

    def _paint_numbers(self) -> None:
        plane, ink = self._layout.plane, self._theme.color("ink3")
        pills = [pill.adjusted(-3, 0, 3, 0) for pill in self._grips.pills(plane).values()]
        numbers = number_rects(self._layout)
        for rect, text in numbers:
            if not any(rect.intersects(pill) for pill in pills):
                draw_text(self._p, rect, text, "caption", ink, CENTER)
        for tick in self._layout.y_ticks:
            rect = QRectF(0, plane.y(tick.value) - LINE / 2, plane.left - NUMBER_GAP, LINE)
            draw_text(self._p, rect, tick.text, "caption", ink, RIGHT)
            self._words.take([QRectF(0, rect.top(), plane.left - 2, LINE)])
        self._paint_axis_names(numbers[-1][0] if numbers else None, pills)

    def _paint_axis_names(self, last: QRectF | None, pills: list[QRectF]) -> None:
        plane, ink = self._layout.plane, self._theme.color("ink3")
        name = plane.x_axis.name
        if (
            name and not self._layout.bars_rect.isNull()
        ):  # bars stand where the axis ends: then below its middle
            rect = QRectF(plane.left, plane.bottom + TICK + LINE + 1, plane.width, LINE)
            draw_text(self._p, rect, name, "caption", ink, CENTER)
        elif name:
            left = last.right() + NAME_GAP if last is not None else plane.right + 2
            left = max([left, *(pill.right() + 4 for pill in pills if pill.right() > left - 4)])
            rect = QRectF(left, plane.bottom + TICK + 2, text_width(name, "caption") + 2, LINE - 1)
            draw_text(self._p, rect, name, "caption", ink)
        if plane.y_axis.name:
            rect = QRectF(0, plane.top - LINE * 1.7, text_width(plane.y_axis.name, "caption") + 2, LINE)
            rect.moveLeft(max(0.0, min(plane.left - NUMBER_GAP - rect.width(), plane.left)))
            draw_text(self._p, rect, plane.y_axis.name, "caption", ink)
            self._words.take([rect])

    def _paint_bars(self) -> None:
        bars = self._content.bars
        if bars is None:
            return
        for index, rect in enumerate(bar_rects(self._layout, bars)):
            color = color_of(self._theme, bars.color(index))
            self._p.save()
            self._p.setClipRect(rect)
            radius = min(BAR_RADIUS, rect.width() / 4)
            draw_box(self._p, rect.adjusted(0, 0, 0, 2 * radius), radius, color)
            self._p.restore()
            if index < len(bars.texts) and bars.texts[index]:
                self._paint_bar_text(rect, bars.texts[index])
            if index < len(bars.names):
                width = max(rect.width(), text_width(bars.names[index], "caption") + 2)
                place = QRectF(rect.center().x() - width / 2, rect.bottom() + TICK + 2, width, LINE - 1)
                draw_text(self._p, place, bars.names[index], "caption", self._theme.color("ink3"), CENTER)
        if bars.name and not self._layout.bars_rect.isNull():
            place = self._layout.bars_rect
            foot = QRectF(place.left(), place.bottom() + TICK + 2, place.width(), LINE - 1)
            draw_text(self._p, foot, bars.name, "caption", self._theme.color("ink3"), CENTER)

    def _paint_bar_text(self, bar: QRectF, text: str) -> None:
        width = max(bar.width(), text_width(text, "caption_strong") + 2)
        place = QRectF(bar.center().x() - width / 2, bar.top() - LINE - 1, width, LINE)
        draw_text(self._p, place, text, "caption_strong", self._theme.color("ink"), CENTER)
        self._words.take([place])
