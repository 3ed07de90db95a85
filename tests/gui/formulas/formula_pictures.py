"""Formulas drawn into pictures, and their ink counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.formulas import Formula, draw

MARGIN = 4
DARK = 160


def picture(formula: Formula, pixels: float, color: str = "black") -> QImage:
    """White paper, MARGIN pixels larger on each side than the formula says it is."""
    box = box_of(formula, pixels)
    image = QImage(int(box.right()) + MARGIN + 1, int(box.bottom()) + MARGIN + 1, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor(color))
    draw(painter, MARGIN, MARGIN + formula.ascent * pixels, formula, pixels)
    painter.end()
    return image


def box_of(formula: Formula, pixels: float) -> QRectF:
    """Where the formula says its ink is, in its picture."""
    return QRectF(MARGIN, MARGIN, formula.width * pixels, formula.height * pixels)


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """(height, width, 3): blue, green, red."""
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].copy()


@dataclass(frozen=True)
class Ink:
    """dark: clearly dark pixels; outside: how many of them are more than a pixel beyond the formula's box."""

    dark: int
    area: float
    outside: int


def ink_of(formula: Formula, pixels: float) -> Ink:
    image = picture(formula, pixels)
    blue, green, red = np.moveaxis(pixels_of(image), 2, 0)
    dark = np.maximum(np.maximum(blue, green), red) < DARK
    box = box_of(formula, pixels)
    inside = np.zeros_like(dark)
    inside[int(box.top()) - 1 : int(box.bottom()) + 2, int(box.left()) - 1 : int(box.right()) + 2] = True
    return Ink(int(dark.sum()), box.width() * box.height(), int((dark & ~inside).sum()))
