"""The picture of a project: its network, edges in the colours of their signs, and its output over the plane.

Painted into an image without any widget, so that a thread can do it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen

from engine.data.plane import FIRST_INPUTS, plane_grid
from engine.network import Network
from engine.parameters import ParameterViews
from gui.theme import Theme, load_theme
from gui.training.commands import RunCopy

WIDTH, HEIGHT, MARGIN = 480, 300, 24
SIDE = 180  # of the output's picture
CELLS = 60
MOST_UNITS, RADIUS = 8, 9.0
MOST_DOTS = 300
MOST_WEIGHTS = 200_000  # a larger network is drawn without its output


def preview_of(copy: RunCopy) -> bytes:
    """A PNG of 480 x 300 pixels, in the light theme."""
    theme = load_theme("light")
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.color("panel"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    has_plane = copy.dataset.is_plane and copy.setup.network.parameter_count <= MOST_WEIGHTS
    room = QRectF(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    if has_plane:
        _paint_output(painter, QRectF(WIDTH - MARGIN - SIDE, (HEIGHT - SIDE) / 2, SIDE, SIDE), copy, theme)
        room.setRight(WIDTH - 2 * MARGIN - SIDE)
    _paint_network(painter, room, copy, theme)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _paint_network(painter: QPainter, room: QRectF, copy: RunCopy, theme: Theme) -> None:
    sizes = copy.setup.network.sizes
    views = ParameterViews(sizes, copy.state.now.checkpoint.theta)
    columns = [_column(room, l, len(sizes), min(n, MOST_UNITS)) for l, n in enumerate(sizes)]
    for l in range(1, len(sizes)):
        weights = views.W[l][: len(columns[l]), : len(columns[l - 1])]
        scale = max(float(np.abs(weights).max()), 1e-12)
        for k, to in enumerate(columns[l]):
            for j, place in enumerate(columns[l - 1]):
                value = float(weights[k, j]) / scale
                painter.setPen(
                    QPen(theme.signed(0.25 * np.sign(value) + 0.75 * value), 0.6 + 2.4 * abs(value))
                )
                painter.drawLine(place, to)
    for l, places in enumerate(columns):
        painter.setPen(QPen(theme.layer_color(l), 2.5))
        painter.setBrush(theme.color("panel"))
        for place in places:
            painter.drawEllipse(place, RADIUS, RADIUS)


def _column(room: QRectF, l: int, count: int, units: int) -> list[QPointF]:
    x = room.left() + RADIUS + (room.width() - 2 * RADIUS) * l / max(count - 1, 1)
    gap = min(44.0, (room.height() - 2 * RADIUS) / max(units - 1, 1))
    top = room.center().y() - gap * (units - 1) / 2
    return [QPointF(x, top + gap * k) for k in range(units)]


def _paint_output(painter: QPainter, place: QRectF, copy: RunCopy, theme: Theme) -> None:
    levels = _output(copy)
    image = QImage(levels.data, CELLS, CELLS, CELLS, QImage.Format.Format_Indexed8)
    if len(copy.dataset.class_names) > 2:
        image.setColorTable([_pale(color, theme).rgb() for color in _class_colors(copy, theme)])
    else:
        image.setColorTable(theme.signed_table(theme.field_strength))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    _paint_dots(painter, place, copy, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawRect(place)


def _output(copy: RunCopy) -> NDArray[np.uint8]:
    """(CELLS, CELLS): the output over the plane, low to high as 0 to 255; of several classes, the most likely one."""
    network = Network(copy.setup.network)
    network.theta[...] = copy.state.now.checkpoint.theta
    with np.errstate(all="ignore"):
        A = network.forward(plane_grid(copy.dataset, FIRST_INPUTS, CELLS).X)
    low, high = copy.dataset.output_range
    shades = 255 * np.clip((A[0] - low) / max(high - low, 1e-12), 0, 1)
    levels = np.rint(np.nan_to_num(shades)) if len(A) == 1 else A.argmax(axis=0)
    return np.ascontiguousarray(levels.reshape(CELLS, CELLS), dtype=np.uint8)


def _class_colors(copy: RunCopy, theme: Theme) -> list[QColor]:
    many = len(copy.dataset.class_names)
    return [theme.class_color(index, many) for index in range(many)]


def _pale(color: QColor, theme: Theme) -> QColor:
    """The colour of a region behind its points."""
    paper, share = theme.color("panel"), 0.4
    parts = (
        (color.redF(), paper.redF()),
        (color.greenF(), paper.greenF()),
        (color.blueF(), paper.blueF()),
    )
    r, g, b = (share * one + (1 - share) * other for one, other in parts)
    return QColor.fromRgbF(r, g, b)


def _paint_dots(painter: QPainter, place: QRectF, copy: RunCopy, theme: Theme) -> None:
    dataset = copy.dataset
    left, right, bottom, top = dataset.extent
    chosen = dataset.train_index[:MOST_DOTS]
    middle = sum(dataset.output_range) / 2
    classes = _class_colors(copy, theme) if len(dataset.class_names) > 2 else []
    painter.setClipRect(place)
    painter.setPen(QPen(theme.point_ring, 0.8))
    for (x, y), label in zip(dataset.raw[:2, chosen].T, dataset.labels_train, strict=False):
        painter.setBrush(classes[int(label)] if classes else theme.point_color(float(label) > middle))
        across, up = (x - left) / (right - left), (y - bottom) / (top - bottom)
        dot = QPointF(place.left() + across * place.width(), place.bottom() - up * place.height())
        painter.drawEllipse(dot, 2.6, 2.6)
    painter.setClipping(False)
