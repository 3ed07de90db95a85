"""The texts inside a chart: names at the curves' right ends, lengths, names of points. None lies on another."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gui.chart.content import Content, color_of
from gui.chart.grips import Grips
from gui.chart.grips_painter import POINT, handle_bands, point_places, taken_by_points
from gui.chart.items import Curve, Segment, Shade, Side
from gui.chart.layout import Layout, label_width
from gui.chart.lines_crossed import pieces_of
from gui.chart.marks_painter import pixel, square
from gui.chart.plane_geometry import Plane
from gui.chart.words import Words
from gui.theme import Theme
from gui.train.plots.labels import spread
from gui.widgets import draw_box, draw_text, text_width
from gui.widgets.painting import CENTER, RADIUS_S

APART, FOOT = 15.0, 9.0  # between two names; the lowest one's distance to the axis
HEIGHT = 16.0
THICK = 1.5  # half of a line with a length, and a little
SHORTEST = 6.0  # pixels: the length of a line that can't be seen is not written either
PLATE = 0.82  # how opaque the ground behind a text in the plot is
AIR = 4.0  # between a band's name and a curve
EDGE = 3.0  # between a band's name and the band's edges
MOST_MARKS = 200  # more than these stand too close for texts between them


class TextsPainter:
    """Paints once; `words` already knows what else no text may cover."""

    def __init__(
        self, painter: QPainter, theme: Theme, layout: Layout, content: Content, words: Words
    ) -> None:
        self._p, self._theme, self._layout, self._content, self._words = (
            painter,
            theme,
            layout,
            content,
            words,
        )

    def paint(self, grips: Grips) -> None:
        """Names of curves first, then lengths, points, bands."""
        self._paint_labels()
        plane = self._layout.plane
        self._words.take(handle_bands(grips, plane))
        self._words.take(grips.pills(plane).values())
        self._words.take(taken_by_points(grips, plane))
        for marks in self._content.marks:
            self._words.take(square(pixel(plane, x, y), marks.size / 2) for x, y in marks.points[:MOST_MARKS])
        if self._has_texts(grips):
            self._words.keep_off(pieces_of(self._content, plane))
        self._paint_lengths()
        self._paint_names_of_points(grips)
        self._paint_names_of_bands()

    def _has_texts(self, grips: Grips) -> bool:
        content = self._content
        texts = [segment.text for segment in content.segments]
        texts += [shade.text for shade in content.shades]
        texts += [point.text for point in grips.points.values()]
        return any(texts) or any(marks.texts for marks in content.marks)

    def _paint_labels(self) -> None:
        """Each name as near to its curve's end as its neighbours let it be."""
        plane = self._layout.plane
        ends = [(end, curve) for curve in self._content.curves if (end := self._end_of(curve)) is not None]
        places = spread([end for end, _ in ends], APART, plane.top, plane.bottom - FOOT)
        for y, (_, curve) in zip(places, ends, strict=True):
            rect = QRectF(self._layout.label_left, y - HEIGHT / 2, self._layout.label_room, HEIGHT)
            self._paint_label(rect, curve)
            self._words.take([QRectF(rect.left(), rect.top(), label_width(curve.name, curve.value), HEIGHT)])

    def _end_of(self, curve: Curve) -> float | None:
        """The height of a curve's last point that is shown, if it has a name to stand there."""
        plane = self._layout.plane
        if not (curve.name or curve.value) or not self._layout.bars_rect.isNull():
            return None
        x, y = plane.xs(curve.points[0]), plane.ys(curve.points[1])
        seen = y[np.isfinite(y) & (x <= plane.right + 1)]
        return float(np.clip(seen[-1], plane.top, plane.bottom)) if len(seen) else None

    def _paint_label(self, rect: QRectF, curve: Curve) -> None:
        color = color_of(self._theme, curve.color)
        if not curve.value:
            draw_text(self._p, rect, curve.name, "small_strong", color)
            return
        value = text_width(curve.value, "small_strong")
        name = QRectF(rect.left(), rect.top(), max(0.0, rect.width() - value - 5), HEIGHT)
        draw_text(self._p, name, curve.name, "small", color)
        shift = label_width(curve.name, curve.value) - value
        shift = min(shift, rect.width() - value)
        draw_text(self._p, rect.adjusted(shift, 0, 2, 0), curve.value, "small_strong", color)

    def _paint_lengths(self) -> None:
        plane = self._layout.plane
        self._words.take(self._lying(segment) for segment in self._content.segments if segment.text)
        for segment in self._content.segments:
            if segment.text and self._length(segment) >= SHORTEST:
                ends = pixel(plane, segment.x0, segment.y0), pixel(plane, segment.x1, segment.y1)
                shown = [QPointF(*_inside(end, plane_rect(self._layout))) for end in ends]
                self._paint_text((shown[0] + shown[1]) / 2, segment.text, segment.side, segment.color)

    def _lying(self, segment: Segment) -> QRectF:
        """The place that an upright or level line itself takes; none for a slanting one, which texts may cross."""
        plane = self._layout.plane
        if segment.x0 != segment.x1 and segment.y0 != segment.y1:
            return QRectF()
        ends = QRectF(pixel(plane, segment.x0, segment.y0), pixel(plane, segment.x1, segment.y1)).normalized()
        return ends.adjusted(-THICK, -THICK, THICK, THICK)

    def _length(self, segment: Segment) -> float:
        plane = self._layout.plane
        return QLineF(pixel(plane, segment.x0, segment.y0), pixel(plane, segment.x1, segment.y1)).length()

    def _paint_names_of_points(self, grips: Grips) -> None:
        plane = self._layout.plane
        for key, center in point_places(grips, plane).items():
            point = grips.points[key]
            self._paint_text(center, point.text, point.side, "ink", POINT + 3)
        for marks in self._content.marks:
            for text, (x, y) in zip(marks.texts, marks.points, strict=False):
                self._paint_text(pixel(plane, x, y), text, "right", marks.color, marks.size / 2)

    def _paint_names_of_bands(self) -> None:
        """At the top where no curve is there, else at the foot; upright in a band that is narrower than its name."""
        for shade in self._content.shades:
            rects = band_places(self._layout.plane, shade) if shade.text else []
            rect = next((rect for rect in rects if self._words.is_clear(_with_air(rect))), None)
            if rect is not None:
                self._paint_name_of_band(shade.text, rect)
                self._words.take([rect])

    def _paint_name_of_band(self, text: str, rect: QRectF) -> None:
        color = self._theme.color("ink3")
        if rect.width() > rect.height():
            draw_text(self._p, rect, text, "caption", color, CENTER)
            return
        self._p.save()
        self._p.translate(rect.center())
        self._p.rotate(-90)
        lying = QRectF(-rect.height() / 2, -rect.width() / 2, rect.height(), rect.width())
        draw_text(self._p, lying, text, "caption", color, CENTER)
        self._p.restore()

    def _paint_text(self, anchor: QPointF, text: str, side: Side, color: str, clear: float = 0.0) -> None:
        if not text:
            return
        size = QSizeF(text_width(text, "small_strong") + 4, HEIGHT)
        rect = self._words.place(anchor, size, side, clear)
        if rect is None:
            return
        plate = self._theme.color("panel").toRgb()
        plate.setAlphaF(PLATE)
        draw_box(self._p, rect, RADIUS_S, plate)
        draw_text(self._p, rect, text, "small_strong", color_of(self._theme, color), CENTER)


def band_places(plane: Plane, shade: Shade) -> list[QRectF]:
    """Where a band's name may stand, the best place first."""
    left, right = max(plane.x(shade.x0), plane.left), min(plane.x(shade.x1), plane.right)
    length = text_width(shade.text, "caption") + 4
    sizes = [(length, HEIGHT)] if length + 2 * EDGE <= right - left else []
    if right - left >= HEIGHT and length + 2 * EDGE <= plane.height:
        sizes.append((HEIGHT, length))
    places = []
    for width, height in sizes:
        xs = ((left + right - width) / 2, left + EDGE, right - width - EDGE)
        ys = (plane.top + EDGE, plane.bottom - height - EDGE)
        places += [QRectF(x, y, width, height) for x in xs for y in ys]
    return places


def _with_air(rect: QRectF) -> QRectF:
    return rect.adjusted(-AIR, -AIR, AIR, AIR)


def plane_rect(layout: Layout) -> QRectF:
    """The plot's rectangle."""
    plane = layout.plane
    return QRectF(plane.left, plane.top, plane.width, plane.height)


def _inside(point: QPointF, rect: QRectF) -> tuple[float, float]:
    x = min(max(point.x(), rect.left()), rect.right())
    return x, min(max(point.y(), rect.top()), rect.bottom())
