"""The legend under Step's drawing: what its tiles show at this row, what stands under them, and the colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.step.network.content import Content
from gui.step.network.geometry import Scene
from gui.step.network.slopes import SlopeLabel
from gui.widgets import follow
from gui.widgets.painting import CENTER, RIGHT, draw_text, text_width

LEGEND_HEIGHT, ARROW_LENGTH = 64, 88
BAR_WIDTH, BAR_HEIGHT = 92, 8
LINE_Y, LINE_HEIGHT = LEGEND_HEIGHT - 28, 16
PADDING, SIGN_WIDTH, SIGN_ROOM = 16, 14, 16


def tile_letters(content: Content, scene: Scene) -> tuple[str, ...]:
    """The letters of the numbers in the tiles, from left to right; x only where no name over its tiles says so."""
    letters = [
        content.letters[column.l]
        for column in scene.columns
        if content.values[column.l] is not None and (column.l > 0 or not column.has_names)
    ]
    return tuple(dict.fromkeys(letters))


def slope_names(slopes: Sequence[SlopeLabel]) -> tuple[str, ...]:
    """The names of what stands under the tiles, from left to right."""
    return tuple(dict.fromkeys(label.name for label in slopes))


class Legend(QWidget):
    """The direction of the phase as an arrow, what stands in the tiles and under them, and the colours of signs."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._drawn: tuple[str, tuple[str, ...], tuple[str, ...]] = ("forward", (), ())
        self.setFixedHeight(LEGEND_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def show_drawn(self, phase: str, tiles: tuple[str, ...], slopes: tuple[str, ...]) -> None:
        """Name the letters in the tiles and the slopes under them, and show the arrow of this phase."""
        if self._drawn != (phase, tiles, slopes):
            self._drawn = (phase, tiles, slopes)
            self.setAccessibleDescription("; ".join(self.texts))
            self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """What it says: of the tiles, then of the slopes if there are some; the direction only where it has room."""
        _, tiles, slopes = self._drawn
        parts = ((f"tile: {', '.join(tiles)}", "forward"), (", ".join(slopes), "backward"))
        shown = [(names, direction) for names, direction in parts[: 2 if slopes else 1]]
        full = tuple(f"{names}, {direction}" for names, direction in shown)
        needed = sum(PADDING + text_width(text, "small") for text in full) + 8
        return full if needed <= self._scale_left() - SIGN_ROOM else tuple(names for names, _ in shown)

    def _scale_left(self) -> float:
        return self.width() - PADDING - SIGN_WIDTH - BAR_WIDTH

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        self._paint_arrow(painter)
        x = float(PADDING)
        for text, token in zip(self.texts, ("ink2", "bwd"), strict=False):
            width = text_width(text, "small")
            draw_text(painter, QRectF(x, LINE_Y, width + 1, LINE_HEIGHT), text, "small", theme.color(token))
            x += width + PADDING
        self._paint_scale(painter, max(x + 12, self._scale_left()))

    def _paint_scale(self, painter: QPainter, left: float) -> None:
        theme = self._appearance.theme
        right = self.width() - PADDING - SIGN_WIDTH
        for sign, x, alignment in (("\u2212", left - SIGN_ROOM, RIGHT), ("+", right + 2, CENTER)):
            place = QRectF(x, LINE_Y, 12, LINE_HEIGHT)
            draw_text(painter, place, sign, "small", theme.color("ink2"), alignment)
        gradient = QLinearGradient(left, 0, right, 0)
        for stop in range(9):
            gradient.setColorAt(stop / 8, theme.signed(stop / 4 - 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(QRectF(left, LINE_Y + 4, right - left, BAR_HEIGHT), 4, 4)

    def _paint_arrow(self, painter: QPainter) -> None:
        phase = self._drawn[0]
        if phase not in ("forward", "backward"):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color("fwd" if phase == "forward" else "bwd")
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, y = self.width() / 2, 14.0
        left, right = middle - ARROW_LENGTH / 2, middle + ARROW_LENGTH / 2
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        tip, back = (right, -8.0) if phase == "forward" else (left, 8.0)
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y - 6))
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y + 6))
