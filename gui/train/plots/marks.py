"""What lies above curves: dots at their ends, the mark of a diverged run, the cursor with its epoch."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.train.plots.axis import LINE_HEIGHT, TICK_LENGTH, bottom_numbers
from gui.train.plots.picture import Picture
from gui.train.plots.series import Box
from gui.train.plots.text import plot_font, width_of

DOT = 7.0
WARN_SIDE = 10.0
BREAK_WORD, WORD_GAP = "diverged", 6.0
BAND_WORDS, KEY_WIDTH, KEY_HEIGHT, KEY_GAP = "band: least to largest", 16.0, 8.0, 5.0


def paint_dot(
    painter: QPainter,
    theme: Theme,
    x: float,
    y: float,
    color: QColor,
    hollow: bool = False,
    radius: float = DOT / 2,
) -> None:
    """A dot, or a ring on the ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if hollow:
        painter.setPen(QPen(color, 2.0))
        painter.setBrush(theme.color("panel"))
        radius -= 0.5
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def paint_warn_mark(painter: QPainter, theme: Theme, x: float, y: float) -> None:
    """The triangle of a diverged run, centred on a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = WARN_SIDE / 2
    painter.setPen(QPen(theme.color("panel"), 1.0))
    painter.setBrush(theme.color("warn"))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)])
    )


def paint_break(painter: QPainter, theme: Theme, box: Box, x: float, y: float) -> None:
    """Where a run broke: a thin line over the height of the plot with its word, and the triangle at a height `y`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(theme.color("warn"), 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(round(x), box.top, round(x), box.bottom))
    paint_warn_mark(painter, theme, round(x) + 0.5, y)
    width = width_of(BREAK_WORD, "caption", strong=True) + 2.0
    left = x + WORD_GAP if x + WORD_GAP + width < box.right else x - WORD_GAP - width
    is_high = (
        y < box.top + box.height / 2
    )  # names of curves stand beside the triangle, the word at the other end
    place = QRectF(left, box.bottom - LINE_HEIGHT - 2.0 if is_high else box.top, width, LINE_HEIGHT)
    painter.fillRect(place, theme.color("panel"))
    painter.setFont(plot_font("caption", strong=True))
    painter.setPen(theme.color("warn"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, BREAK_WORD)


def band_key_place(box: Box) -> QRectF:
    """Where the words for the bands stand: in the upper right corner, which gradients that become small leave free."""
    width = KEY_WIDTH + KEY_GAP + width_of(BAND_WORDS, "caption") + 4.0
    return QRectF(box.right - width, box.top + 1.0, width, LINE_HEIGHT)


def paint_band_key(painter: QPainter, theme: Theme, box: Box) -> None:
    """What the pale bands are: a sample in the grey of ink, and words on the ground."""
    place = band_key_place(box)
    painter.fillRect(place, theme.color("panel"))
    sample = QRectF(place.left() + 2.0, place.center().y() - KEY_HEIGHT / 2, KEY_WIDTH, KEY_HEIGHT)
    painter.fillRect(sample, theme.color("line"))
    painter.fillRect(QRectF(sample.left(), sample.center().y() - 0.75, KEY_WIDTH, 1.5), theme.color("ink2"))
    painter.setFont(plot_font("caption"))
    painter.setPen(theme.color("ink3"))
    words = place.adjusted(KEY_WIDTH + KEY_GAP + 2.0, 0.0, 0.0, 0.0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, BAND_WORDS)


def paint_cursor(
    painter: QPainter,
    theme: Theme,
    picture: Picture,
    x: float,
    dots: Iterable[tuple[float, QColor]],
    epoch: str,
) -> None:
    """The vertical line through all plots, a dot on each curve, and the epoch on the axis."""
    box, column = picture.box, round(x)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("ink2"), 1.0))
    painter.drawLine(QLineF(column, box.top, column, box.bottom + TICK_LENGTH))
    for y, color in dots:
        paint_dot(painter, theme, column + 0.5, y, theme.color("panel"), radius=DOT / 2 + 1.0)
        paint_dot(painter, theme, column + 0.5, y, color)
    width = width_of(epoch, "caption", strong=True) + 8.0
    place = QRectF(max(0.0, x - width / 2), round(box.bottom) + TICK_LENGTH + 1.0, width, LINE_HEIGHT + 2.0)
    painter.fillRect(place, theme.color("panel"))
    for number, _ in bottom_numbers(box, picture.x_scale):
        if number.intersects(place):
            painter.fillRect(number, theme.color("panel"))
    painter.setFont(plot_font("caption", strong=True))
    painter.setPen(theme.color("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, epoch)
