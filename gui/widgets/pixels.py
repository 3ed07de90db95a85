"""How fine the pictures are that a widget keeps to paint faster: as its screen, or as a picture that is being saved.

A saved picture may be finer than the screen, or made of lines (SVG): then what is kept as pixels is painted anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPaintDevice, QPainter


class Medium(NamedTuple):
    """What is painted for. ratio: pixels a unit of length has; has_lines: shapes and letters, not pixels."""

    ratio: float
    has_lines: bool


_media: list[Medium] = []  # of the GUI thread, which alone paints widgets


@contextmanager
def painting_for(ratio: float, *, has_lines: bool = False) -> Iterator[None]:
    """Within, widgets paint for a picture with so many pixels a unit of length, or for one of lines."""
    _media.append(Medium(ratio, has_lines))
    try:
        yield
    finally:
        _media.pop()


def pixel_ratio(device: QPaintDevice) -> float:
    """How many pixels a unit of length has on this widget or picture, or on what it is painted for now."""
    return _media[-1].ratio if _media else device.devicePixelRatioF()


def wants_lines() -> bool:
    """Whether what is painted now must not be kept as pixels."""
    return bool(_media) and _media[-1].has_lines


def draw_part(painter: QPainter, place: QRectF, image: QImage, part: QRect) -> None:
    """Paint one part of a picture of many; a picture of lines would take the whole one along each time."""
    if wants_lines():
        painter.drawImage(place, image.copy(part))
    else:
        painter.drawImage(place, image, QRectF(part))
