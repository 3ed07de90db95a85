"""From maps over the plane to pictures: signed values through the theme's table, classes as mixed colours.

Only pictures are made here; where they are drawn and what lies over them is left to the output picture.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.theme import Theme
from gui.train.indexed_images import mixed, ramp

Floats = NDArray[np.floating]
Bytes = NDArray[np.uint8]

LARGEST_SIDE = 320  # beyond it Qt's smooth scaling does the rest
CLASS_SIDE = 160
# Of the strength that a field of two classes has: several colours side by side are heavier than two, and grey points
# must stand out on a grey field. Classes 0 and 1 have the colours of two classes; those of the others are made for
# points, which are stronger still in light.
CLASS_SHARE = 0.72
MARK_SHARE = 0.6


@lru_cache(maxsize=8)
def _weights(nodes: int, side: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Catmull-Rom weights (side, nodes) from middles of coarse pixels to those of fine ones; and transposed."""
    place = (np.arange(side) + 0.5) / side * nodes - 0.5
    first = np.floor(place).astype(int)
    t = place - first
    taps = (
        0.5 * (-t + 2 * t**2 - t**3),
        0.5 * (2 - 5 * t**2 + 3 * t**3),
        0.5 * (t + 4 * t**2 - 3 * t**3),
        0.5 * (-(t**2) + t**3),
    )
    matrix = np.zeros((side, nodes), np.float32)
    for offset, weight in zip((-1, 0, 1, 2), taps, strict=True):
        np.add.at(matrix, (np.arange(side), np.clip(first + offset, 0, nodes - 1)), weight)
    return matrix, np.ascontiguousarray(matrix.T)


def enlarged(field: Floats, side: int) -> Floats:
    """Maps (..., n, n) at side x side pixel centres, smoothly; may overshoot a little at sharp edges."""
    left, right = _weights(field.shape[-1], side)
    return left @ field.astype(np.float32, copy=False) @ right


class SignedImages:
    """Turns maps of colour positions into pictures, in buffers that it keeps: new ones of this size cost a
    page fault every 4 KB, which is dearer than the arithmetic."""

    def __init__(self) -> None:
        self._make_room(80, 1)

    def make(self, positions: Floats, table: list[int], side: int, in_two: bool = False) -> QImage:
        """A map (n, n) of colour positions -1 ... 1 as a picture, at most 320 pixels wide. table: 256 QRgb.

        in_two shows only the sign: one colour below 0, one from 0 upwards.
        """
        nodes, side = positions.shape[0], min(side, LARGEST_SIDE)
        if self._half.shape != (side, nodes):
            self._make_room(nodes, side)
        left, right = _weights(nodes, side)
        fine = self._fine
        np.matmul(left, np.clip(positions, -1.0, 1.0, dtype=np.float32), out=self._half)
        np.matmul(self._half, right, out=fine)
        if in_two:
            self._index[:, :side] = np.where(fine >= 0, 255, 0)
        else:
            fine *= 127.5
            fine += 128.0
            self._index[:, :side] = np.clip(fine, 0.0, 255.0, out=fine)
        return _indexed(self._index, side, table)

    def _make_room(self, nodes: int, side: int) -> None:
        self._half = np.empty((side, nodes), np.float32)
        self._fine = np.empty((side, side), np.float32)
        self._index = _rows_of_four(side, side)


def indexed_image(index: Bytes, table: list[int]) -> QImage:
    """An array (rows, columns) of table indices as a picture that owns its pixels."""
    padded = _rows_of_four(*index.shape)
    padded[:, : index.shape[1]] = index
    return _indexed(padded, index.shape[1], table)


def _rows_of_four(rows: int, columns: int) -> Bytes:
    """An array whose rows are a multiple of four bytes long, as Qt wants them."""
    return np.zeros((rows, -(-columns // 4) * 4), np.uint8)


def _indexed(index: Bytes, columns: int, table: list[int]) -> QImage:
    image = QImage(index.data, columns, index.shape[0], index.shape[1], QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    # The copy that Qt makes here is drawn many times faster than an indexed picture.
    return image.convertToFormat(QImage.Format.Format_RGB32)


def most_likely(probabilities: Floats) -> NDArray[np.int8]:
    """The class with the largest probability at each node: (k, n, n) to (n, n)."""
    best = probabilities[0].copy()
    labels = np.zeros(best.shape, np.int8)
    for index in range(1, len(probabilities)):
        better = probabilities[index] > best
        np.copyto(best, probabilities[index], where=better)
        labels[better] = index
    return labels


def class_image(probabilities: Floats, theme: Theme, in_two: bool = False) -> QImage:
    """Maps (k, n, n) of k classes as colours mixed by probability; in_two shows the winner's alone."""
    colors = field_colors(theme, len(probabilities))
    if in_two:
        mixed = colors[most_likely(enlarged(probabilities, CLASS_SIDE))]
    else:
        mixed = np.tensordot(probabilities, colors, axes=(0, 0))
    side = mixed.shape[0]
    pixels = np.empty((side, side, 4), np.uint8)
    pixels[:, :, :3] = np.clip(mixed, 0.0, 255.0)
    pixels[:, :, 3] = 255
    return QImage(pixels.data, side, side, 4 * side, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=16)
def _rows(colors: tuple[int, ...]) -> NDArray[np.float32]:
    each = [QColor.fromRgb(rgb) for rgb in colors]
    return np.array([[color.blue(), color.green(), color.red()] for color in each], np.float32)


def class_ground(theme: Theme, index: int, count: int) -> QColor:
    """The colour of a place where class `index` of `count` is sure: softer than its points."""
    if index < 2:
        return theme.signed(CLASS_SHARE * theme.field_strength * (1 if index else -1))
    strength = MARK_SHARE * theme.field_strength
    return mixed(theme.signed(0.0), theme.class_color(index, count), strength)


def class_table(theme: Theme, index: int, count: int) -> list[int]:
    """256 QRgb values for a picture of one class's probability: from the ground at 0 to the class's own colour at 1."""
    return ramp(theme.signed(0.0), class_ground(theme, index, count))


def field_colors(theme: Theme, count: int) -> NDArray[np.float32]:
    """The classes' colours as grounds of the picture, (count, 3) blue, green, red."""
    return _rows(tuple(class_ground(theme, index, count).rgb() for index in range(count)))
