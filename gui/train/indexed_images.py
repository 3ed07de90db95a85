"""Numbers as small pictures of 256 colours. The pixels are copied, so nothing has to outlive the picture."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

NOT_A_NUMBER = 0  # the index of what has no colour of the scale


def indexed_image(indices: NDArray[np.uint8], table: list[int]) -> QImage:
    """(rows, columns) indices into a table of 256 QRgb values."""
    rows, columns = indices.shape
    pixels = indices.tobytes()
    image = QImage(pixels, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    return image.copy()


def signed_indices(values: NDArray[np.floating], reach: float) -> NDArray[np.uint8]:
    """Values as indices: 1 for -reach and below, 128 for 0, 255 for reach and above; NOT_A_NUMBER for NaN and inf."""
    known = np.isfinite(values)
    scaled = np.clip(np.where(known, values, 0.0) / reach, -1.0, 1.0)
    indices = np.rint(scaled * 127.0 + 128.0).astype(np.uint8)
    indices[~known] = NOT_A_NUMBER
    return indices


def mixed(ground: QColor, color: QColor, share: float) -> QColor:
    """A colour between two: share 0 is the ground, 1 the colour."""
    pairs = ((ground.red(), color.red()), (ground.green(), color.green()), (ground.blue(), color.blue()))
    return QColor(*(round(g + share * (c - g)) for g, c in pairs))


def ramp(ground: QColor, color: QColor) -> list[int]:
    """256 QRgb values from the ground to a colour."""
    return list(_ramp(ground.rgb(), color.rgb()))


@lru_cache(maxsize=64)
def _ramp(ground: int, color: int) -> tuple[int, ...]:
    ends = QColor.fromRgb(ground), QColor.fromRgb(color)
    return tuple(mixed(*ends, i / 255).rgb() for i in range(256))
