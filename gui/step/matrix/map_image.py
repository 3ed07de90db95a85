"""Matrices as pictures of at most a pixel for each pixel that they have on the screen, kept while they are shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from gui.step.matrix.block_geometry import MapBlock
from gui.step.matrix.cells import NOT_A_NUMBER, Matrix, shades
from gui.step.matrix.map_pixels import reduced
from gui.theme import Theme
from gui.train.indexed_images import indexed_image

Key = tuple[str, int, int, int]


class MapImages:
    """The maps of the matrices of one equation."""

    def __init__(self) -> None:
        self._images: dict[Key, QImage] = {}

    def image(self, theme: Theme, index: int, matrix: Matrix, block: MapBlock) -> QImage:
        """The map of matrix `index`, made when it is first asked for in this size and theme."""
        key = (theme.name, index, round(block.width), round(block.height))
        if key not in self._images:
            self._images[key] = map_image(theme, matrix, block)
        return self._images[key]


def map_image(theme: Theme, matrix: Matrix, block: MapBlock) -> QImage:
    """The signed scale at full strength: there is no text on it.

    The matrix's own largest number has the strongest colour: beside one of another size it would be blank.
    """
    values = reduced(matrix.operand.array, round(block.height), round(block.width))
    indices = shades(values, matrix.extent.largest or 1.0)
    table = theme.signed_table()
    table[0] = theme.color("line2").rgb()  # what is not a number
    known = np.where(indices == NOT_A_NUMBER, 0, np.maximum(indices, 1)).astype(np.uint8)
    return indexed_image(np.ascontiguousarray(known), table)
