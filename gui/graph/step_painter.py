"""Paints a numbered step: its phase as a tick, what is computed, and whether it is done."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from engine.graph import Event, Graph
from gui.graph.math_row import Latex, Row, draw_row, fitting, row_height
from gui.graph.panels.number_words import short_text
from gui.graph.step_geometry import ROW_HEIGHT
from gui.graph.words import EQUALS, name_of, slope_name
from gui.icons import paint_icon
from gui.theme import CHALK_TEXT, Theme, load_theme
from gui.widgets.painting import RADIUS_M, RIGHT, draw_box, draw_text

PILL_INSET, RING_REACH = 8, 4
NUMBER_RIGHT, TICK_LEFT, TICK_WIDTH, TICK_HEIGHT, FORMULA_LEFT = 30.0, 38.0, 3.0, 15.0, 50.0
STATE_RIGHT, STATE_SIZE, STATE_GAP = 20, 14, 5
SIZES = (14.0, 13.0, 12.0, 11.0)
NEXT_STRENGTH = 0.45
COLORS = {"forward": "fwd", "backward": "bwd"}


class StepPainter:
    """Made for one painting. width: the list's, its scroll bar's room included."""

    def __init__(self, painter: QPainter, theme: Theme, graph: Graph, width: int, scroll_bar: int) -> None:
        self._p, self._theme, self._graph = painter, theme, graph
        # The chalk mark is light in both themes: what stands on it is dark in both.
        self._on_spot = load_theme("light")
        self._right = width - max(PILL_INSET, scroll_bar + RING_REACH)

    def draw(self, index: int, event: Event, current: int, is_hovered: bool) -> None:
        """One step."""
        top = float(index * ROW_HEIGHT)
        is_current, is_done = index == current, index < current
        if is_current or is_hovered:
            draw_box(self._p, self._pill(top), RADIUS_M, self._theme.color("spot" if is_current else "hover"))
        ink = QColor(CHALK_TEXT) if is_current else self._theme.color("ink2" if is_done else "ink3")
        number = QRectF(0, top, NUMBER_RIGHT, ROW_HEIGHT)
        pale = ink if is_current else self._theme.color("ink3")
        draw_text(self._p, number, str(index + 1), "small", pale, RIGHT)
        self._tick(top, event, is_current, is_done)
        self._formula(top, event, ink, is_known=is_current or is_done)
        self._state(top, event, is_current, is_done)

    def draw_ring(self, index: int) -> None:
        """The ring of the keyboard's focus, round the current step."""
        rect = self._pill(float(index * ROW_HEIGHT)).adjusted(
            -RING_REACH, -RING_REACH, RING_REACH, RING_REACH
        )
        draw_box(self._p, rect, RADIUS_M + 3, None, self._theme.color("ink"), 2)

    def _pill(self, top: float) -> QRectF:
        return QRectF(PILL_INSET, top, self._right - PILL_INSET, ROW_HEIGHT)

    def _tick(self, top: float, event: Event, is_current: bool, is_done: bool) -> None:
        theme = self._on_spot if is_current else self._theme
        color = QColor(theme.color(COLORS[event.phase]))
        if not is_current and not is_done:
            color.setAlphaF(NEXT_STRENGTH)
        place = QRectF(TICK_LEFT, top + (ROW_HEIGHT - TICK_HEIGHT) / 2, TICK_WIDTH, TICK_HEIGHT)
        draw_box(self._p, place, TICK_WIDTH / 2, color)

    def _formula(self, top: float, event: Event, ink: QColor, *, is_known: bool) -> None:
        room = self._right - STATE_RIGHT - STATE_SIZE / 2 - STATE_GAP - FORMULA_LEFT
        row, size = fitting(step_rows(self._graph, event, is_known), room, SIZES)
        up, down = row_height(row, size)
        self._p.setPen(ink)
        middle = top + ROW_HEIGHT / 2
        baseline = middle + 0.33 * size
        if (
            up + down > 1.35 * size
        ):  # fractions are centred by their ink, and made smaller where the row is too low
            size *= min(1.0, (ROW_HEIGHT - 3) / (up + down))
            up, down = row_height(row, size)
            baseline = middle + (up - down) / 2
        draw_row(self._p, FORMULA_LEFT, baseline, row, size)

    def _state(self, top: float, event: Event, is_current: bool, is_done: bool) -> None:
        middle = QPointF(self._right - STATE_RIGHT, top + ROW_HEIGHT / 2)
        if is_current:
            side = 4.0 if event.phase == "forward" else -4.0
            points = [QPointF(-side, -4.5), QPointF(side, 0.0), QPointF(-side, 4.5)]
            self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(self._on_spot.color(COLORS[event.phase]))
            self._p.drawPolygon(QPolygonF([middle + point for point in points]))
        elif is_done:
            half = STATE_SIZE / 2
            box = QRectF(middle.x() - half, middle.y() - half, STATE_SIZE, STATE_SIZE)
            paint_icon(self._p, "check", box, self._theme.color("ink2"), 1.5)


def step_rows(graph: Graph, event: Event, is_known: bool) -> list[Row]:
    """What a step says: db = c du = 6, without the number before it is done; its beginning where the room ends."""
    node = graph.nodes[event.node]
    name = name_of(node) if event.phase == "forward" else slope_name(node)
    result = EQUALS + (short_text(event.value) if math.isfinite(event.value) else "?") if is_known else ""
    whole: Row = (Latex(event.open_latex, name.plain), *([result] if result else []))
    return [whole, (name, EQUALS + "…" + result)]
