"""Paints what a thumbnail shows of its data set: points of the plane, or four of the digits as pictures."""

from __future__ import annotations

import logging

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from engine.data import SOURCES, TableError, thumbnail_points
from gui.theme import Theme

Array = NDArray[np.float64]
log = logging.getLogger(__name__)

DOTS = {"large": 84, "small": 56, "values": 260}
SMALL_SIDE = 40
SHOWN_DIGITS = (0, 3, 5, 8)
DIGIT_GAP = 1


def paint_picture(painter: QPainter, key: str, side: int, theme: Theme) -> None:
    """Paint the data set into the square (0, 0, side, side). A set whose file is missing stays blank."""
    try:
        if SOURCES[key].kind == "pictures":
            _paint_digits(painter, key, side, theme)
        else:
            _paint_points(painter, key, side, theme)
    except TableError as error:
        log.warning("no thumbnail of %s: %s", key, error)


def _paint_points(painter: QPainter, key: str, side: int, theme: Theme) -> None:
    small, values = side < SMALL_SIDE, SOURCES[key].task == "regression"
    raw, labels = thumbnail_points(key, DOTS["values" if values else "small" if small else "large"])
    places = fitted(raw, side, margin=side / 12 if values else side / 9)
    radius = 1.2 if small else 1.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colors = {label: point_color(key, label, theme) for label in set(labels.tolist())}
    for (x, y), label in zip(places.T.tolist(), labels.tolist(), strict=True):
        painter.setBrush(colors[label])
        painter.drawEllipse(QPointF(x, y), radius, radius)


def fitted(raw: Array, side: float, margin: float) -> Array:
    """(2, m) pixels of points of the plane (x2 upwards), in one scale and in the middle of a square."""
    low, high = raw.min(axis=1, keepdims=True), raw.max(axis=1, keepdims=True)
    size = float((high - low).max()) or 1.0
    centred = (raw - (low + high) / 2) / size
    return np.array(side / 2 + centred * np.array([[1.0], [-1.0]]) * (side - 2 * margin))


def point_color(key: str, label: float, theme: Theme) -> QColor:
    """The colour of a class; for regression that of the value."""
    source = SOURCES[key]
    if source.task == "regression":
        return theme.signed(label)
    return theme.class_color(int(label), max(len(source.class_names), 2))


def _paint_digits(painter: QPainter, key: str, side: int, theme: Theme) -> None:
    load, shape = SOURCES[key].load, SOURCES[key].picture_shape
    assert load is not None
    assert shape is not None
    table = load()
    pixel = (side - 1) // (2 * shape[0])
    cell = pixel * shape[0]
    inset = (side - 2 * cell - DIGIT_GAP) // 2
    for place, digit in enumerate(SHOWN_DIGITS):
        example = int(np.flatnonzero(table.target == digit)[0])
        strength = table.X[:, example].reshape(shape) / table.X.max()
        row, column = divmod(place, 2)
        box = QRectF(inset + column * (cell + DIGIT_GAP), inset + row * (cell + DIGIT_GAP), cell, cell)
        painter.drawImage(box, _inked(strength, theme.color("ink")))


def _inked(strength: Array, ink: QColor) -> QImage:
    """Ink that covers as much as each value (0 to 1) says."""
    rows, columns = strength.shape
    pixels = np.empty((rows, columns, 4), dtype=np.uint8)
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = ink.red(), ink.green(), ink.blue()
    pixels[..., 3] = np.rint(255 * np.clip(strength, 0, 1))
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
