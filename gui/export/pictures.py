"""A view as a picture: pixels at one to four times its size, or shapes (SVG)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from gui.export.svg_text import MARK, Drawing
from gui.version import VERSION
from gui.widgets.pixels import painting_for

METRE = 39.3701  # inches
DOTS_PER_INCH = 96
PIXELS_IN_LINES = 2.0  # heat maps in a picture of lines
ALONE = QWidget.RenderFlag(0)
WHOLE = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren


def pixel_size(widget: QWidget, times: float) -> QSize:
    """How large a picture of the widget is, in pixels."""
    return QSize(math.ceil(widget.width() * times), math.ceil(widget.height() * times))


def image_of(widget: QWidget, times: float, ground: QColor) -> QImage:
    """What the widget shows, with so many pixels to each of its own: as fine as it would be on such a screen."""
    image = QImage(pixel_size(widget, times), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(times)
    image.fill(ground)
    with painting_for(times):
        widget.render(image, QPoint(), QRegion(), WHOLE)
    image.setDevicePixelRatio(1.0)
    dots = round(DOTS_PER_INCH * times * METRE)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def drawing_of(widget: QWidget, ground: QColor, title: str) -> Drawing:
    """What the widget shows as shapes; `svg_text.finished` makes the file, which may happen on another thread.

    Every widget in it is painted alone, after a mark with the part of the picture that it may cover: the generator
    knows only what a widget itself cuts off.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setTitle(title)
    generator.setDescription(f"Made by Chalknet {VERSION}")
    parts = list(_parts(widget, widget, widget.rect()))
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), ground)
    with painting_for(PIXELS_IN_LINES, has_lines=True):
        for number, (part, place, _) in enumerate(parts):
            painter.setPen(
                QColor.fromRgb(number + 1)
            )  # another one each time, or it would not be a group of its own
            painter.drawText(QPoint(), f"{MARK}{number}")
            flags = QWidget.RenderFlag.DrawWindowBackground if part.isWindow() else ALONE
            part.render(painter, place, QRegion(), flags)
    painter.end()
    clips = tuple(_clip(part, place, rect) for part, place, rect in parts)
    return Drawing(bytes(buffer.data().data()), (widget.width(), widget.height()), clips)


def _clip(part: QWidget, place: QPoint, seen: QRect) -> tuple[tuple[int, int, int, int], ...]:
    mask = part.mask().translated(place)
    # A region can be gone through, which the stubs of PySide6 do not know.
    rects = [seen] if mask.isEmpty() else [rect & seen for rect in cast("Iterable[QRect]", mask)]
    return tuple((rect.x(), rect.y(), rect.width(), rect.height()) for rect in rects if not rect.isEmpty())


def _parts(root: QWidget, widget: QWidget, seen: QRect) -> Iterator[tuple[QWidget, QPoint, QRect]]:
    """The widgets in the order of painting, where each stands, and what of it is seen, in pixels of `root`."""
    place = widget.mapTo(root, QPoint()) if widget is not root else QPoint()
    rect = seen.intersected(QRect(place, widget.size()))
    if rect.isEmpty():
        return
    yield widget, place, rect
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _parts(root, child, rect)
