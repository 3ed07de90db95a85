"""The cost as a landscape that is turned by dragging: faces painted from the back to the front, paths over them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.cost_plane import Path
from gui.appearance import Appearance
from gui.chart.still_painter import mixed
from gui.labs.bowl.landscape_geometry import Eye, Frame, faces, frame_of, unit
from gui.labs.bowl.work import Sheet
from gui.widgets import FocusRing, draw_text, follow
from gui.widgets.painting import CENTER, RADIUS_M
from gui.widgets.pixels import pixel_ratio, wants_lines

DEGREES = 0.5  # a pixel of dragging
KEY_DEGREES = 5.0
HINT = "J upwards · drag to turn it"
LOWEST_TINT, TINTS, EDGE = (
    0.03,
    0.30,
    0.36,
)  # of the ink: in the lowest face, added up to the highest, in the edges
TURNS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Landscape(QWidget):
    """Shows a sheet with paths; arrow keys turn it as well.

    Signals: turned(Eye), by a person.
    """

    turned = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sheet: Sheet | None = None
        self._paths: tuple[Path, ...] = ()
        self._names = ("w", "b")
        self._eye = Eye()
        self._held: QPointF | None = None
        self._picture = QPixmap()
        self._picture_key: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.setAccessibleName("The cost as a landscape, turned by dragging")
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    @property
    def eye(self) -> Eye:
        """From where it is seen."""
        return self._eye

    def set_sheet(self, sheet: Sheet | None, names: tuple[str, str]) -> None:
        """The surface, and what its two parameters are called."""
        self._sheet, self._names = sheet, names
        self.update()

    def set_paths(self, paths: tuple[Path, ...]) -> None:
        """The descents, as far as they are shown."""
        self._paths = paths
        self.update()

    def set_eye(self, eye: Eye) -> None:
        """See it from elsewhere, as a neighbour is seen."""
        if eye != self._eye:
            self._eye = eye
            self.update()

    def _turn(self, across: float, up: float) -> None:
        self.set_eye(self._eye.turned(across, up))
        self.turned.emit(self._eye)

    def _paint_faces(self, painter: QPainter, sheet: Sheet, frame: Frame) -> None:
        low, high = float(sheet.heights.min()), float(sheet.heights.max())
        heights = (unit(sheet.heights, low, high if high > low else low + 1.0) + 1) / 2
        x, y = np.meshgrid(
            unit(sheet.us, sheet.us[0], sheet.us[-1]), unit(sheet.vs, sheet.vs[0], sheet.vs[-1])
        )
        right, up, depth = self._eye.project(x, y, heights)
        xs, ys = (part.ravel().tolist() for part in frame.pixels(right, up))
        flat = heights.ravel()
        corners = faces(depth)
        shares = flat[corners].mean(axis=1)
        colors = [mixed(self._appearance.theme, LOWEST_TINT + TINTS * step / 31) for step in range(32)]
        # A pen of width 0 is a pixel wide on every display, and painted much faster than any other.
        painter.setPen(QPen(mixed(self._appearance.theme, EDGE), 0))
        points = [QPointF(px, py) for px, py in zip(xs, ys, strict=True)]
        for (a, b, c, d), share in zip(corners.tolist(), shares.tolist(), strict=True):
            painter.setBrush(colors[round(share * 31)])
            painter.drawConvexPolygon([points[a], points[b], points[c], points[d]])

    def _paint_paths(self, painter: QPainter, sheet: Sheet, frame: Frame) -> None:
        theme = self._appearance.theme
        for index, path in enumerate(self._paths):
            points = self._places(sheet, frame, path)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = theme.color("ink" if index == 0 else "ink2")
            painter.setPen(
                QPen(ink, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(QPen(ink, 2.0))
            painter.setBrush(theme.color("spot"))
            painter.drawEllipse(points[0], 5, 5)
            painter.setBrush(ink)
            painter.drawEllipse(points[-1], 3.5, 3.5)

    def _places(self, sheet: Sheet, frame: Frame, path: Path) -> list[QPointF]:
        low, high = float(sheet.heights.min()), float(sheet.heights.max())
        z = (
            unit(np.nan_to_num(path.J, nan=high, posinf=high), low, high if high > low else low + 1.0) + 1
        ) / 2
        x, y = unit(path.u, sheet.us[0], sheet.us[-1]), unit(path.v, sheet.vs[0], sheet.vs[-1])
        right, up, _depth = self._eye.project(x, y, z)
        xs, ys = frame.pixels(right, up)
        return [QPointF(px, py) for px, py in zip(xs.tolist(), ys.tolist(), strict=True)]

    def _paint_names(self, painter: QPainter, frame: Frame) -> None:
        """What grows along which edge of the ground, written at the edges that are nearest."""
        sides = {self._names[0]: ((0, -1), (0, 1)), self._names[1]: ((-1, 0), (1, 0))}
        for name, places in sides.items():
            x, y = (np.array(part, float) * 1.14 for part in zip(*places, strict=True))
            right, up, depth = self._eye.project(x, y, np.zeros(2))
            nearest = int(np.argmin(depth))
            xs, ys = frame.pixels(right, up)
            place = QRectF(xs[nearest] - 40, ys[nearest] - 8, 80, 16)
            draw_text(
                painter, place, f"{name} →", "small_strong", self._appearance.theme.color("ink2"), CENTER
            )

    def _paint_hint(self, painter: QPainter) -> None:
        place = QRectF(0, self.height() - 18, self.width(), 16)
        draw_text(painter, place, HINT, "caption", self._appearance.theme.color("ink3"), CENTER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self._turn(moved.x() * DEGREES, moved.y() * DEGREES)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = TURNS.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self._turn(turn[0] * KEY_DEGREES, turn[1] * KEY_DEGREES)

    def _ground_picture(self, sheet: Sheet, frame: Frame) -> QPixmap:
        """The surface without paths, kept; while it is turned its edges are not smoothed, to keep up with the hand."""
        ratio, turns = pixel_ratio(self), self._held is not None
        key = (sheet, self._eye, self._names, self.size(), ratio, self._appearance.theme.name, turns)
        if key != self._picture_key:
            self._picture_key = key
            self._picture = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
            self._picture.setDevicePixelRatio(ratio)
            with QPainter(self._picture) as painter:
                self._paint_ground(painter, sheet, frame)
        return self._picture

    def _paint_ground(self, painter: QPainter, sheet: Sheet, frame: Frame) -> None:
        painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._held is None)
        self._paint_faces(painter, sheet, frame)
        self._paint_names(painter, frame)
        self._paint_hint(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._sheet is None:
                painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
                return
            frame = frame_of(self.width(), self.height(), self._eye)
            if wants_lines():
                self._paint_ground(painter, self._sheet, frame)
            else:
                painter.drawPixmap(0, 0, self._ground_picture(self._sheet, frame))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_paths(painter, self._sheet, frame)
