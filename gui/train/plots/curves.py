"""The curves of a plot as pyqtgraph items, made once and fed with the points of a moment.

The items are painted by the plot itself, without a graphics scene: they are given pixels, so there is nothing to
transform, index or hit, and a scene of two plots takes longer for that than both plots may take together.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.train.plots.lines import line_pen
from gui.train.plots.picture import CLIP_MARGIN, MANY_LINES, MANY_ROUND, THIN, Curve, Picture


class CurveItems:
    """Paints the curves of a `Picture`, the first one on top."""

    def __init__(self) -> None:
        self._items: list[pg.PlotCurveItem] = []
        self._fed: tuple[Curve, ...] = ()

    def paint(self, painter: QPainter, picture: Picture, is_running: bool) -> None:
        """All curves, inside the box; thin ones while many lines change with every frame."""
        box, margin = picture.box, CLIP_MARGIN
        is_thin = is_running and sum(len(curve.lines) for curve in picture.curves) > MANY_LINES
        self._feed(picture.curves)
        painter.save()
        place = QRectF(box.left, box.top, box.width, box.height)
        painter.setClipRect(place.adjusted(-margin, -margin, margin, margin))
        for item, curve in reversed(list(zip(self._items, picture.curves, strict=False))):
            style = curve.style
            has_round_caps = style.round_caps and len(curve.lines) <= MANY_ROUND
            item.setPen(line_pen(style.color, THIN if is_thin else style.width, has_round_caps))
            item.paint(painter, None, None)
        painter.restore()

    def _feed(self, curves: tuple[Curve, ...]) -> None:
        if curves is self._fed:
            return
        self._fed = curves
        while len(self._items) < len(curves):
            self._items.append(_new_item())
        for item, curve in zip(self._items, curves, strict=False):
            points = curve.lines.reshape(-1, 2)
            item.setData(points[:, 0], points[:, 1], connect="pairs")


def _new_item() -> pg.PlotCurveItem:
    item = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
    # Qt strokes a wide antialiased path ten times slower than the same segments one by one.
    item.setSegmentedLineMode("on")
    return item
