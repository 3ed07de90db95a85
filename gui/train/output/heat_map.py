"""The moving layer of the output picture: the map in colours and, for classes, the boundary over it.

Colours and boundary are made when the picture is next painted, and kept until map, theme or size change.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gui.theme import Theme
from gui.train.output.boundary import NO_SEGMENTS, borders, two_classes
from gui.train.output.field import SignedImages, class_image, class_table, most_likely
from gui.train.output.geometry import Frame, bilinear
from gui.train.output.scene import Scene
from gui.train.plots.lines import draw_segments

BOUNDARY_WIDTH = 2.0

Floats = NDArray[np.floating]


class HeatMap:
    """Holds the last good map: ŷ (n[L], grid, grid), or one unit (grid, grid) in colour positions -1 ... 1.

    A unit that is the probability of one of several classes is shown in that class's colour.
    """

    def __init__(self) -> None:
        self.discretised = False
        self._field: Floats | None = None
        self._is_unit = False
        self._class: int | None = None
        self._images = SignedImages()
        self._table: list[int] = []
        self._image: QImage | None = None
        self._lines = NO_SEGMENTS

    @property
    def is_empty(self) -> bool:
        """Whether there is no map yet."""
        return self._field is None

    def take(self, field: Floats | None, is_unit: bool, of_class: int | None = None) -> bool:
        """Take a map; None, or one that is not finite, leaves the last good one: then False.

        A huge one is shown in full colours, as the tiles of the network are: both show the same parameters.
        """
        if field is None or not np.isfinite(field).all():
            return False
        self._field = field
        self._is_unit, self._class = is_unit, of_class if is_unit else None
        self.forget()
        return True

    def clear(self) -> None:
        """Forget the map: the data are others."""
        self._field = None
        self.forget()

    def forget(self) -> None:
        """Make colours and boundary anew: map or size are others."""
        self._image = None
        self._lines = NO_SEGMENTS

    def forget_colors(self) -> None:
        """The theme is another one."""
        self._table = []
        self.forget()

    def output_at(self, across: float, down: float) -> Floats | None:
        """ŷ (n[L],) at a share 0 ... 1 of the picture's width and height; None without a map or for a unit."""
        if self._field is None or self._is_unit:
            return None
        return np.atleast_1d(bilinear(self._field, across, down))

    def paint(self, painter: QPainter, scene: Scene, frame: Frame, theme: Theme, ratio: float) -> None:
        """Draw the map into the frame's square, and the boundary."""
        if self._image is None and self._field is not None:
            self._make(self._field, scene, frame, theme, ratio)
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(frame.left, frame.top, frame.side, frame.side), self._image)
        if len(self._lines):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Square caps are several times faster than round ones and close the joints as well.
            pen = QPen(theme.color("ink"), BOUNDARY_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            draw_segments(painter, self._lines)

    def _make(self, field: Floats, scene: Scene, frame: Frame, theme: Theme, ratio: float) -> None:
        if scene.task == "classes" and not self._is_unit:
            self._image = class_image(field, theme, self.discretised)
            self._lines = _boundary(most_likely(field), field, frame)
            return
        positions = field if self._is_unit else scene.scale.position(field[0])
        if self._class is not None:
            table = class_table(theme, self._class, len(scene.class_names))
        else:
            table = self._table = self._table or theme.signed_table(theme.field_strength)
        self._image = self._images.make(positions, table, round(frame.side * ratio), self.discretised)
        if scene.task == "binary" and not self._is_unit:
            self._lines = _boundary(*two_classes(field[0]), frame)


def _boundary(labels: NDArray[np.integer], probabilities: Floats, frame: Frame) -> NDArray[np.float64]:
    corner = (frame.left, frame.top, frame.left, frame.top)
    return borders(labels, probabilities) * (frame.side / labels.shape[0]) + corner
