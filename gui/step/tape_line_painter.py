"""Paints the lines of the tape: number, tick in the layer's colour, formula, and whether it is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from engine.step.row import Row
from engine.step.tape import Tape
from gui import formulas
from gui.formulas import Formula
from gui.icons import paint_icon
from gui.player.phase_chip import COLORS, WORDS
from gui.step.tape_geometry import Line
from gui.step.tape_words import cut_latex, symbol_latex
from gui.theme import CHALK_TEXT, Theme, load_theme
from gui.widgets.painting import RADIUS_M, RIGHT, draw_box, draw_text

PILL_INSET = 8
RING_REACH = 4
NUMBER_RIGHT, TICK_LEFT, TICK_WIDTH, TICK_HEIGHT, FORMULA_LEFT = 34.0, 42.0, 3.0, 15.0, 54.0
STATE_RIGHT, STATE_SIZE, STATE_GAP = (
    20,
    14,
    4,
)  # the tick or the marker: its middle from the right end of the pill
CAPTION_LEFT, CAPTION_DROP = 16, 3
PIXELS, SMALLEST_PIXELS, BASELINE_DROP = 13.0, 10.5, 4.0
NEXT_STRENGTH = 0.45  # of a layer's tick that is still to come
NARROW = 236  # below this the right-hand sides are left out
ARROWS = {"forward": " →", "cost": "", "backward": " ←", "update": ""}
MARKS = {"right": ("check", "run"), "wrong": ("close", "err")}


class LinePainter:
    """Made for one painting. width: the list's, its scroll bar's room included."""

    def __init__(self, painter: QPainter, theme: Theme, tape: Tape, width: int, scroll_bar: int) -> None:
        self._painter = painter
        self._theme = theme
        # The chalk mark is light in both themes: what stands on it is dark in both.
        self._on_spot = load_theme("light")
        self._tape = tape
        self._width = width
        self._pill_right = width - max(PILL_INSET, scroll_bar + RING_REACH)
        self._is_narrow = width < NARROW

    def draw_caption(self, line: Line) -> None:
        """The word of a phase with its direction."""
        rect = QRectF(CAPTION_LEFT, line.top + CAPTION_DROP, self._width - 2 * CAPTION_LEFT, line.height)
        color = self._theme.color(COLORS[line.phase])
        draw_text(self._painter, rect, WORDS[line.phase] + ARROWS[line.phase], "small_strong", color)

    def draw_row(self, line: Line, current: int, is_hovered: bool, mark: str) -> None:
        """One row. mark: "right", "wrong" or ""."""
        assert line.row is not None
        row = self._tape.rows[line.row]
        is_current, is_done = line.row == current, line.row < current
        if is_current:
            draw_box(self._painter, self._pill(line), RADIUS_M, self._theme.color("spot"))
        elif is_hovered:
            draw_box(self._painter, self._pill(line), RADIUS_M, self._theme.color("hover"))
        ink = QColor(CHALK_TEXT) if is_current else self._theme.color("ink2" if is_done else "ink3")
        pale = ink if is_current else self._theme.color("ink3")
        number = QRectF(0, line.top, NUMBER_RIGHT, line.height)
        draw_text(self._painter, number, str(line.row + 1), "small", pale, RIGHT)
        self._draw_layer_tick(line, row, is_current, is_done)
        self._draw_formula(line, row, ink)
        self._draw_state(line, row, is_current, is_done, mark)

    def draw_ring(self, line: Line) -> None:
        """The ring of the keyboard's focus, round the current row."""
        rect = self._pill(line).adjusted(-RING_REACH, -RING_REACH, RING_REACH, RING_REACH)
        draw_box(self._painter, rect, RADIUS_M + 3, None, self._theme.color("ink"), 2)

    def _pill(self, line: Line) -> QRectF:
        return QRectF(PILL_INSET, line.top, self._pill_right - PILL_INSET, line.height)

    def _draw_layer_tick(self, line: Line, row: Row, is_current: bool, is_done: bool) -> None:
        theme = self._on_spot if is_current else self._theme
        color = theme.color("line2") if row.phase == "cost" else theme.layer_color(row.layer)
        if not is_current and not is_done:
            color = QColor(color)
            color.setAlphaF(NEXT_STRENGTH)
        top = line.top + (line.height - TICK_HEIGHT) / 2
        draw_box(self._painter, QRectF(TICK_LEFT, top, TICK_WIDTH, TICK_HEIGHT), TICK_WIDTH / 2, color)

    def _draw_formula(self, line: Line, row: Row, ink: QColor) -> None:
        room = self._pill_right - STATE_RIGHT - STATE_SIZE / 2 - STATE_GAP - FORMULA_LEFT
        chosen = self._fitting(row, room)
        if chosen is None:
            return
        formula, pixels = chosen
        baseline = line.middle + BASELINE_DROP + 0.5
        half = line.height / 2 - 1
        if formula.ascent * pixels > half + BASELINE_DROP or formula.descent * pixels > half - BASELINE_DROP:
            baseline = line.middle + (formula.ascent - formula.descent) / 2 * pixels
        self._painter.setPen(ink)
        formulas.draw(self._painter, FORMULA_LEFT, int(baseline), formula, pixels)

    def _fitting(self, row: Row, room: float) -> tuple[Formula, float] | None:
        """The whole formula, a little smaller where it must be, or its beginning; None while it is being typeset."""
        wanted = (symbol_latex(row),) if self._is_narrow else (row.brief, cut_latex(row), symbol_latex(row))
        for latex in wanted:
            formula = formulas.get(latex)
            if formula is None:
                return None
            pixels = min(PIXELS, room / max(formula.width, 0.1))
            if pixels >= SMALLEST_PIXELS:
                return formula, pixels
        return None

    def _draw_state(self, line: Line, row: Row, is_current: bool, is_done: bool, mark: str) -> None:
        middle = QPointF(self._pill_right - STATE_RIGHT, line.middle)
        box = QRectF(middle.x() - STATE_SIZE / 2, middle.y() - STATE_SIZE / 2, STATE_SIZE, STATE_SIZE)
        if mark in MARKS:
            icon, token = MARKS[mark]
            theme = self._on_spot if is_current else self._theme
            paint_icon(self._painter, icon, box, theme.color(token), 2.0)
        elif is_current:
            self._draw_marker(middle, row.phase)
        elif is_done:
            paint_icon(self._painter, "check", box, self._theme.color("ink2"), 1.5)

    def _draw_marker(self, middle: QPointF, phase: str) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._on_spot.color(COLORS[phase]))
        if phase in ("forward", "backward"):
            side = 4.0 if phase == "forward" else -4.0
            points = [QPointF(-side, -4.5), QPointF(side, 0.0), QPointF(-side, 4.5)]
            self._painter.drawPolygon(QPolygonF([middle + point for point in points]))
        else:
            self._painter.drawEllipse(middle, 3.5, 3.5)
