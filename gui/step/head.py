"""The head of a row: phase and layer, what it means, its formula, the shapes, the NumPy line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.row import Row
from gui.appearance import Appearance
from gui.fonts import math_font
from gui.step.math_text import draw_math, math_size
from gui.step.numpy_line import NumpyLine
from gui.theme import Theme
from gui.widgets.painting import CENTER, RADIUS_S, draw_box, draw_text, follow, text_width, type_font

TOP, CHIP_HEIGHT, CHIP_PADDING, CHIP_GAP = 13, 24, 9, 10
MEANING_GAP, MEANING_HEIGHT = 16, 38
FORMULA_TOP, FORMULA_HEIGHT, LOW_HEIGHT, FORMULA_PIXELS = 46, 80, 60, 34
INK_MARGIN = 4  # so that the formula keeps away from what is above and below
AXIS = 0.25
LABEL_WIDTH, SHAPES_HEIGHT, SHAPE_PIXELS = 72, 26, 17
NOTE_GAP, NOTE_LINE, ROW_GAP = 24, 18, 6
READABLE = 4.5  # the contrast that text needs
PHASES = {
    "forward": ("→ Forward", "fwd", "fwdsoft"),
    "cost": ("Cost", "ink2", "hover"),
    "backward": ("← Backward", "bwd", "bwdsoft"),
    "update": ("Update", "ink2", "hover"),
}


class StepHead(QWidget):
    """`show_row`, then `fit` to a width. Painted by hand but for the NumPy line."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._row: Row | None = None
        self._note_lines: list[str] = []
        self._note_beside = False
        self._formula_height = FORMULA_HEIGHT
        self.numpy_line = NumpyLine(appearance, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def show_row(self, row: Row) -> None:
        """Show what this row does."""
        self._row = row
        self.numpy_line.set_code("\n".join(equation.numpy for equation in row.equations[: row.main + 1]))
        self.setAccessibleName(f"{row.name}: {row.meaning}")
        self.update()

    def fit(self, width: int, *, is_low: bool = False) -> int:
        """Take this width, and the height that follows. is_low: height is scarce."""
        self._formula_height = LOW_HEIGHT if is_low else FORMULA_HEIGHT
        if self._row is None:
            return self.height()
        self._fit_notes(width)
        y = self._shapes_top + SHAPES_HEIGHT + NOTE_LINE * len(self._note_lines) + ROW_GAP
        self.numpy_line.setGeometry(
            LABEL_WIDTH, y, width - LABEL_WIDTH, self.numpy_line.fit(width - LABEL_WIDTH)
        )
        height = y + self.numpy_line.height()
        self.resize(width, height)
        self.update()
        return height

    @property
    def _shapes_top(self) -> int:
        return FORMULA_TOP + self._formula_height

    def formula_pixels(self) -> float:
        """The size of the main formula: 34 px, smaller where it would be cut."""
        if self._row is None:
            return FORMULA_PIXELS
        width, ascent, descent = math_size(self._row.equation.formula, self._row.name, FORMULA_PIXELS)
        ink = self._formula_height - 2 * INK_MARGIN
        share = min(1.0, self.width() / max(1.0, width), ink / max(1.0, ascent + descent))
        return FORMULA_PIXELS * share

    def _fit_notes(self, width: int) -> None:
        """A short note stands beside the shapes, a long one and the broadcast below them."""
        assert self._row is not None
        equation = self._row.equation
        x = LABEL_WIDTH + _shapes_width(equation.shapes) + NOTE_GAP
        notes = [note for note in (equation.note, equation.broadcast) if note]
        self._note_beside = bool(notes) and x + text_width(notes[0], "small") <= width
        self._note_lines = notes[1:] if self._note_beside else notes

    def sizeHint(self) -> QSize:
        return QSize(576, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        theme, painter = self._appearance.theme, QPainter(self)
        x = self._paint_chips(painter, theme, self._row)
        self._paint_meaning(painter, theme, x, self._row.meaning)
        pixels = self.formula_pixels()
        painter.setPen(theme.color("ink"))
        formula, name = self._row.equation.formula, self._row.name
        _, ascent, descent = math_size(formula, name, pixels)
        baseline = _baseline(self._formula_height, pixels, ascent, descent)
        draw_math(painter, 0, baseline, formula, name, pixels)
        self._paint_shapes(painter, theme, self._row)
        numpy = QRectF(0, self.numpy_line.y(), LABEL_WIDTH, SHAPES_HEIGHT)
        draw_text(painter, numpy, "NumPy", "small", theme.color("ink3"))

    def _paint_chips(self, painter: QPainter, theme: Theme, row: Row) -> float:
        word, color, ground = PHASES[row.phase]
        width = round(text_width(word, "header")) + 2 * CHIP_PADDING
        place = QRectF(0, TOP, width, CHIP_HEIGHT)
        draw_box(painter, place, RADIUS_S, theme.color(ground))
        draw_text(painter, place, word, "header", theme.color(color), CENTER)
        if row.phase == "cost":
            return width
        word = f"Layer {row.layer}"
        place = QRectF(
            width + CHIP_GAP, TOP, round(text_width(word, "header")) + 2 * CHIP_PADDING, CHIP_HEIGHT
        )
        draw_box(painter, place, RADIUS_S, None, theme.layer_color(row.layer), 1.5)
        draw_text(painter, place, word, "header", _layer_text(theme, row.layer), CENTER)
        return place.right()

    def _paint_meaning(self, painter: QPainter, theme: Theme, x: float, text: str) -> None:
        place = QRectF(x + MEANING_GAP, TOP + (CHIP_HEIGHT - MEANING_HEIGHT) / 2, 0, MEANING_HEIGHT)
        place.setRight(self.width())
        painter.setFont(type_font("body"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)

    def _paint_shapes(self, painter: QPainter, theme: Theme, row: Row) -> None:
        top = self._shapes_top
        draw_text(painter, QRectF(0, top, LABEL_WIDTH, SHAPES_HEIGHT), "Shapes", "small", theme.color("ink3"))
        shapes = _shapes(row.equation.shapes)
        painter.setFont(math_font(SHAPE_PIXELS))
        painter.setPen(theme.color("ink"))
        painter.drawText(QPointF(LABEL_WIDTH, top + SHAPES_HEIGHT / 2 + 0.3 * SHAPE_PIXELS), shapes)
        if self._note_beside:
            x = LABEL_WIDTH + _shapes_width(row.equation.shapes) + NOTE_GAP
            place = QRectF(x, top, self.width() - x, SHAPES_HEIGHT)
            draw_text(
                painter, place, row.equation.note or row.equation.broadcast, "small", theme.color("ink2")
            )
        for index, note in enumerate(self._note_lines):
            below = top + SHAPES_HEIGHT + NOTE_LINE * index
            place = QRectF(LABEL_WIDTH, below, self.width() - LABEL_WIDTH, NOTE_LINE)
            draw_text(painter, place, note, "small", theme.color("ink2"))


def _baseline(height: float, pixels: float, ascent: float, descent: float) -> float:
    """Its axis in the middle of the band; one that reaches far to one side is moved into it."""
    usual = FORMULA_TOP + height / 2 + AXIS * pixels
    lowest = FORMULA_TOP + height - INK_MARGIN - descent
    return max(FORMULA_TOP + INK_MARGIN + ascent, min(usual, lowest))


def _shapes(text: str) -> str:
    return text.replace("*", "∗").replace(" → ", "  →  ")


def _shapes_width(text: str) -> float:
    return QFontMetricsF(math_font(SHAPE_PIXELS)).horizontalAdvance(_shapes(text))


def _layer_text(theme: Theme, layer: int) -> QColor:
    """The layer's colour where it can be read as text, else ink: the border carries it in any case."""
    color = theme.layer_color(layer)
    return color if _contrast(color, theme.color("panel")) >= READABLE else theme.color("ink")


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    """Relative luminance as the Web Content Accessibility Guidelines define it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
