"""Paints the building blocks: boxes by their state, arrows by what has been handed on, labels as formulas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.step.tape import Tape
from gui import formulas
from gui.player.phase_chip import COLORS, GROUNDS
from gui.step.block_words import INPUTS, Block, Key, cache_latex, detail, short_detail, value_latex
from gui.step.blocks_geometry import Arrow, Box, Places
from gui.theme import CHALK_TEXT, Theme, load_theme
from gui.widgets.painting import CENTER, RADIUS_L, RIGHT, draw_box, draw_text, text_width

HALO, RING_GAP = 4.0, 2.0
PIXELS, NARROW_PIXELS = 13.0, 12.0
LABEL_RISE, LABEL_GAP = 6, 10
TITLE_HEIGHT, DETAIL_HEIGHT = 18, 16
HEAD = 4.5  # of an arrow, from its tip back and to each side
LINE, GREY_LINE = 1.8, 1.5
PHASES = {"slope": "backward"}
UPDATE = "Update"
LABEL_REACH = 110.0  # labels stand up to so far from their arrows


class BlocksPainter:
    """Made for one painting. row: where the tape stands; value: J as text."""

    def __init__(
        self, painter: QPainter, theme: Theme, tape: Tape, places: Places, row: int, value: str
    ) -> None:
        self._painter = painter
        self._theme = theme
        # The chalk mark is light in both themes: what stands on it is dark in both.
        self._on_spot = load_theme("light")
        self._tape, self._places, self._row, self._value = tape, places, row, value
        self._shown = painter.clipBoundingRect() if painter.hasClipping() else None
        self._pixels = NARROW_PIXELS if places.is_narrow else PIXELS
        self._made = {(each.symbol, each.layer) for each in tape.rows[: row + 1]}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw_arrows(self) -> None:
        """All arrows with their labels."""
        for (symbol, layer), arrow in self._places.arrows.items():
            x, y = sorted((arrow.x1, arrow.x2)), sorted((arrow.y1, arrow.y2))
            if not self._is_shown(QRectF(x[0], y[0], x[1] - x[0], y[1] - y[0])):
                continue
            if symbol == "cache":
                self._draw_cache(layer, arrow)
            elif symbol == "slope":
                self._draw_arrow(arrow, self._theme.color("line2"), GREY_LINE)
            elif symbol in ("dW", "db"):
                self._draw_gradient(symbol, layer, arrow)
            else:
                self._draw_handed_on(symbol, layer, arrow)

    def draw_block(self, block: Block, *, hovered: bool, ringed: bool) -> None:
        """One box with its words."""
        rect = _rect(self._places.boxes[block.key])
        if not self._is_shown(rect):
            return
        state = block.state(self._row)
        phase = PHASES.get(block.kind, block.kind)
        if state == "current":
            halo = rect.adjusted(-HALO, -HALO, HALO, HALO)
            draw_box(self._painter, halo, RADIUS_L + HALO, self._theme.color("spot"))
            border, width = self._on_spot.color(COLORS[phase]), 2.5
            draw_box(self._painter, rect, RADIUS_L, self._theme.color("spot"), border, width)
        else:
            self._draw_idle(rect, block, phase, state == "done", hovered)
        self._draw_words(rect, block)
        if ringed:
            reach = HALO + RING_GAP
            ring = rect.adjusted(-reach, -reach, reach, reach)
            draw_box(self._painter, ring, RADIUS_L + reach, None, self._theme.color("ink"), 2.0)

    def _is_shown(self, rect: QRectF) -> bool:
        """Whether a part of it, its halo or its label lies where something is to be painted."""
        if self._shown is None:
            return True
        return rect.adjusted(-LABEL_REACH, -LABEL_REACH, LABEL_REACH, LABEL_REACH).intersects(self._shown)

    def _draw_idle(self, rect: QRectF, block: Block, phase: str, is_done: bool, hovered: bool) -> None:
        theme = self._theme
        is_plain = block.kind in ("cost", "slope")
        ground = theme.color(GROUNDS[phase] if is_done and not is_plain else "panel")
        border = theme.color(COLORS[phase] if is_done and phase in ("forward", "backward") else "line2")
        if is_plain or not is_done:
            border = theme.color("line2")
        if hovered:
            border = theme.color("ink")
        draw_box(self._painter, rect, RADIUS_L, ground, border, 1.5 if is_done or hovered else 1.0)

    def _draw_words(self, rect: QRectF, block: Block) -> None:
        state = block.state(self._row)
        strong = QColor(CHALK_TEXT) if state == "current" else self._ink("ink", "ink2", state)
        soft = self._on_spot.color("ink2") if state == "current" else self._ink("ink2", "ink3", state)
        title, small = self._title(block), self._detail(block)
        token = "header" if state == "current" or (block.kind == "cost" and state == "done") else "medium"
        inner = rect.adjusted(5, 0, -5, 0)
        if block.kind == "update":
            self._draw_in_one_line(inner, (title, token, strong), (small, soft))
            return
        top = inner.top() + (inner.height() - TITLE_HEIGHT - DETAIL_HEIGHT) / 2
        line = QRectF(inner.left(), top, inner.width(), TITLE_HEIGHT)
        draw_text(self._painter, line, title, token, strong, CENTER)
        line = QRectF(inner.left(), top + TITLE_HEIGHT, inner.width(), DETAIL_HEIGHT)
        draw_text(self._painter, line, small, "small", soft, CENTER)

    def _draw_in_one_line(
        self, inner: QRectF, title: tuple[str, str, QColor], small: tuple[str, QColor]
    ) -> None:
        first = text_width(title[0], title[1]) + 1
        second = text_width(small[0], "small") + 1
        gap = 8.0
        if first + gap + second > inner.width():  # where it stands, or else what it is
            is_current = title[1] == "header"
            only, token = (small[0], "small") if is_current else (title[0], title[1])
            draw_text(self._painter, inner, only, token, title[2], CENTER)
            return
        x = inner.left() + (inner.width() - first - gap - second) / 2
        draw_text(self._painter, QRectF(x, inner.top(), first, inner.height()), *title)
        place = QRectF(x + first + gap, inner.top(), second, inner.height())
        draw_text(self._painter, place, small[0], "small", small[1])

    def _ink(self, done: str, still_to_come: str, state: str) -> QColor:
        return self._theme.color(done if state == "done" else still_to_come)

    def _title(self, block: Block) -> str:
        if block.kind == "update":
            return UPDATE
        return block.short_title if self._places.is_narrow else block.title

    def _detail(self, block: Block) -> str:
        if block.kind == "cost" and block.state(self._row) != "next":
            return self._value
        words = short_detail if self._places.is_narrow else detail
        return words(self._tape, block, self._row)

    def _draw_handed_on(self, symbol: str, layer: int, arrow: Arrow) -> None:
        color = "fwd" if symbol == "A" else "bwd"
        is_made = (symbol, layer) in self._made or (symbol, layer) == ("A", 0)
        latex = INPUTS if (symbol, layer) == ("A", 0) else value_latex(symbol, layer)
        is_needed = (symbol, layer) != ("dA", 0)
        self._draw_arrow(
            arrow,
            self._theme.color(color if is_made else "line2"),
            LINE if is_made else GREY_LINE,
            dashed=not is_needed,
        )
        formula = formulas.get(latex)
        if formula is not None:
            self._painter.setPen(self._theme.color("ink" if is_made else "ink3"))
            middle = (arrow.x1 + arrow.x2) / 2
            pixels = min(self._pixels, abs(arrow.x2 - arrow.x1) / formula.width)
            formulas.draw_centered(self._painter, middle, arrow.y1 - LABEL_RISE, formula, pixels)

    def _draw_cache(self, layer: int, arrow: Arrow) -> None:
        self._draw_arrow(arrow, self._theme.color("line2"), GREY_LINE)
        is_made = ("A", layer) in self._made
        middle = (arrow.y1 + arrow.y2) / 2
        if self._places.has_cache_words or layer == 1:
            width = text_width("cache", "small") + 1
            place = QRectF(arrow.x1 - LABEL_GAP - width, middle - 9, width, 16)
            draw_text(self._painter, place, "cache", "small", self._theme.color("ink3"), RIGHT)
        formula = formulas.get(cache_latex(layer))
        if formula is not None:
            self._painter.setPen(self._theme.color("ink2" if is_made else "ink3"))
            formulas.draw(self._painter, arrow.x1 + LABEL_GAP, round(middle + 4), formula, self._pixels)

    def _draw_gradient(self, symbol: str, layer: int, arrow: Arrow) -> None:
        is_made = (symbol, layer) in self._made
        color = self._theme.color("bwd" if is_made else "line2")
        self._draw_arrow(arrow, color, LINE if is_made else GREY_LINE)
        formula = formulas.get(value_latex(symbol, layer))
        if formula is not None:
            self._painter.setPen(self._theme.color("ink" if is_made else "ink3"))
            gap = LABEL_GAP - 3 if self._places.is_narrow else LABEL_GAP - 1
            baseline = round((arrow.y1 + arrow.y2) / 2 + 5)
            formulas.draw(self._painter, arrow.x2 + gap, baseline, formula, self._pixels)

    def _draw_arrow(self, arrow: Arrow, color: QColor, width: float, *, dashed: bool = False) -> None:
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([2.2, 2.2])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = QPointF(arrow.x2, arrow.y2)
        self._painter.drawLine(QPointF(arrow.x1, arrow.y1), tip)
        length = max(abs(arrow.x2 - arrow.x1), abs(arrow.y2 - arrow.y1))
        along = QPointF(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1) / length * (HEAD + 1.0)
        across = QPointF(-along.y(), along.x()) / (HEAD + 1.0) * HEAD
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([tip - along + across, tip, tip - along - across]))


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def halo_rect(places: Places, key: Key) -> QRectF:
    """A box with all that may be drawn round it."""
    reach = HALO + RING_GAP + 2
    return _rect(places.boxes[key]).adjusted(-reach, -reach, reach, reach)
