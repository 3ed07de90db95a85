"""Small pictures of the inputs x₁, x₁², sin x₁ ... over the plane: orange where negative, blue where positive."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

from engine.data import FEATURES
from gui.theme import Theme

GRID = 40
REACH = 6.0  # the plane goes from -6 to 6


@lru_cache(maxsize=32)
def feature_levels(key: str) -> NDArray[np.uint8]:
    """(GRID, GRID) indices into a signed table: the input over the plane by its largest size; row 0 is on top."""
    line = (np.arange(GRID) + 0.5) / GRID * 2 * REACH - REACH
    x1, x2 = np.meshgrid(line, -line)
    values = FEATURES[key].of(x1.ravel(), x2.ravel()).reshape(GRID, GRID)
    return np.rint((values / np.abs(values).max() + 1) * 127.5).astype(np.uint8)


def feature_picture(key: str, side: int, theme: Theme, ratio: float) -> QPixmap:
    """The picture of an input, `side` px wide."""
    levels = np.ascontiguousarray(feature_levels(key))
    image = QImage(levels.data, GRID, GRID, GRID, QImage.Format.Format_Indexed8)
    image.setColorTable(theme.signed_table())
    picture = QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))
    pixels = round(side * ratio)
    picture = picture.scaled(pixels, pixels, mode=Qt.TransformationMode.SmoothTransformation)
    picture.setDevicePixelRatio(ratio)
    return picture
