"""The curves of a plot as pyqtgraph items, made once and fed with the points of a moment.

The items are painted by the plot itself, without a graphics scene: they are given pixels, so there is nothing to
transform, index or hit, and a scene of two plots takes longer for that than both plots may take together.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.train.plots.lines import line_pen
from gui.train.plots.picture import CLIP_MARGIN, MANY_LINES, MANY_ROUND, THIN, Curve, Picture

if TYPE_CHECKING:
    from pyqtgraph import PlotCurveItem

FEW_BANDS = 4
BAND_STRENGTH = 0.2  # of a curve's colour: pale enough for the curves of other layers on it


def load_pyqtgraph() -> ModuleType:
    """Import pyqtgraph, a quarter of a second at the first call: the window does it when it has painted once."""
    import pyqtgraph

    return pyqtgraph


class CurveItems:
    """Paints the curves of a `Picture`, the first one on top."""

    def __init__(self) -> None:
        self._items: list[PlotCurveItem] = []
        self._fed: tuple[Curve, ...] = ()
        self._shown: list[Curve] = []

    def paint(self, painter: QPainter, picture: Picture, is_running: bool) -> None:
        """All curves, inside the box; thin ones while many lines change with every frame."""
        box, margin = picture.box, CLIP_MARGIN
        is_thin = is_running and sum(len(curve.lines) for curve in picture.curves) > MANY_LINES
        self._feed(picture.curves)
        painter.save()
        place = QRectF(box.left, box.top, box.width, box.height)
        painter.setClipRect(place.adjusted(-margin, -margin, margin, margin))
        _paint_bands(painter, self._shown)
        for item, curve in reversed(list(zip(self._items, self._shown, strict=False))):
            style = curve.style
            has_round_caps = style.round_caps and len(curve.lines) <= MANY_ROUND
            item.setPen(line_pen(style.color, THIN if is_thin else style.width, has_round_caps))
            item.paint(painter, None, None)
        painter.restore()

    def _feed(self, curves: tuple[Curve, ...]) -> None:
        if curves is self._fed:
            return
        self._fed = curves
        self._shown = [curve for curve in curves if _is_line(curve)]
        while len(self._items) < len(self._shown):
            self._items.append(_new_item())
        for item, curve in zip(self._items, self._shown, strict=False):
            points = curve.lines.reshape(-1, 2)
            item.setData(points[:, 0], points[:, 1], connect="pairs")


def _is_line(curve: Curve) -> bool:
    """Whether it has a length; before the first update there is one moment, which the plots show as a dot."""
    x = curve.series.x
    return len(x) > 1 and bool(x[0] < x[-1])


def _paint_bands(painter: QPainter, curves: Sequence[Curve]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    count = sum(curve.band is not None for curve in curves)
    # Many bands one over the other would mix to mud.
    strength = BAND_STRENGTH * min(1.0, FEW_BANDS / max(1, count))
    for curve in curves:
        if curve.band is not None:
            pale = QColor(curve.style.color)
            pale.setAlphaF(strength)
            painter.setBrush(pale)
            polygon_of = load_pyqtgraph().functions.arrayToQPolygonF
            painter.drawPolygon(polygon_of(curve.band[:, 0], curve.band[:, 1]))


def _new_item() -> PlotCurveItem:
    item = load_pyqtgraph().PlotCurveItem(antialias=True, skipFiniteCheck=True)
    # Qt strokes a wide antialiased path ten times slower than the same segments one by one.
    item.setSegmentedLineMode("on")
    return item
