"""The output over the plane: heat map, boundary, points, axes; the value under the mouse; points set by hand.

A snapshot only puts its map here; colours and boundary are made when the picture is next painted.
What the map's values mean is said by the scene and `show_field`; the still layers lie in `output_layers`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.train.output_boundary import NO_SEGMENTS, borders, two_classes
from gui.train.output_card import card_lines, paint_card
from gui.train.output_drawing import PointDrawing
from gui.train.output_field import SignedImages, class_image, most_likely
from gui.train.output_geometry import Frame, bilinear, picture_frame
from gui.train.output_layers import ground_layer, overlay_layer
from gui.train.output_scene import Scene
from gui.train.plot_lines import draw_segments

BOUNDARY_WIDTH = 2.0
OVERFLOW = 1e25  # outputs of a network that is about to diverge; the engine cuts them off at 1e30

Floats = NDArray[np.floating]


class OutputPicture(QWidget):
    """Signals: point_drawn(x1, x2) and point_removed(index among the drawn points), in draw mode only."""

    point_drawn = Signal(float, float)
    point_removed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scene: Scene | None = None
        self._frame = picture_frame(340, (-6.0, 6.0, -6.0, 6.0), False)
        self._field: Floats | None = None
        self._is_unit = False
        self._table: list[int] = []
        self._images = SignedImages()
        self._image: QImage | None = None
        self._lines = NO_SEGMENTS
        self._ground: QPixmap | None = None
        self._overlay: QPixmap | None = None
        self._shown = (True, False)
        self._discretised = False
        self._drawing = PointDrawing()
        self._mouse: tuple[float, float] | None = None
        self._card: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName("Output over the plane")
        appearance.changed.connect(self._on_theme_changed)

    @property
    def frame(self) -> Frame:
        """Where the picture lies in this widget."""
        return self._frame

    @property
    def card(self) -> tuple[str, ...]:
        """The lines that stand beside the mouse; empty while it is elsewhere."""
        return self._card

    def height_for(self, width: int) -> int:
        """How high the picture with its axes is in a column of this width."""
        scene = self._scene
        return picture_frame(width, self._frame.extent, scene is not None and scene.named_axes).height

    def set_scene(self, scene: Scene) -> None:
        """Take other data or another plane. A map stays until the next one if its meaning does."""
        if self._scene is None or scene.kind != self._scene.kind:
            self._field = None
            self._forget_field()
        self._scene = scene
        self._drawing.points = scene.drawn
        self._place()

    def show_field(self, field: Floats | None, is_unit: bool = False) -> None:
        """Show a map: ŷ (n[L], grid, grid), or one unit (grid, grid) in colour positions -1 ... 1.

        None, or a map that is not finite or about to be, leaves the last good one.
        """
        if field is None:
            return
        is_good = bool(np.abs(field).max() < OVERFLOW)  # False for not a number, too
        if not is_good and (self._field is not None or not np.isfinite(field).all()):
            return
        self._field = field
        self._is_unit = is_unit
        self._forget_field()
        self.update(self._square())

    def refresh_card(self) -> None:
        """Read the value under the mouse again, from the present map."""
        lines = self._read_card()
        if lines != self._card:
            self._card = lines
            self.setAccessibleDescription("; ".join(lines))
            self.update()

    def set_points_shown(self, train: bool, test: bool) -> None:
        """Which examples lie on the picture."""
        self._shown = (train, test)
        self._forget_layers()

    def set_discretised(self, on: bool) -> None:
        """Show only which class, or which sign, wins."""
        self._discretised = on
        self._forget_field()
        self.update()

    def set_draw_mode(self, on: bool) -> None:
        """Let the mouse set points and remove them; all points are shown meanwhile."""
        self._drawing.stop()
        self._drawing.is_on = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self._forget_layers()

    @property
    def _points_shown(self) -> tuple[bool, bool]:
        return (True, True) if self._drawing.is_on else self._shown

    def _square(self) -> QRect:
        return QRect(self._frame.left, self._frame.top, self._frame.side, self._frame.side)

    def _place(self) -> None:
        if self._scene is not None:
            self._frame = picture_frame(self.width(), self._scene.extent, self._scene.named_axes)
        self._forget_field()
        self._forget_layers()

    def _forget_field(self) -> None:
        self._image = None
        self._lines = NO_SEGMENTS

    def _forget_layers(self) -> None:
        self._ground = None
        self._overlay = None
        self.update()

    def _on_theme_changed(self) -> None:
        self._table = []
        self._forget_field()
        self._forget_layers()

    def _make_field(self, scene: Scene, field: Floats) -> None:
        theme = self._appearance.theme
        side = round(self._frame.side * self.devicePixelRatioF())
        table = self._table or theme.signed_table(theme.field_strength)
        self._table = table
        if self._is_unit or scene.task == "regression":
            positions = field if self._is_unit else scene.scale.position(field[0])
            self._image = self._images.make(positions, table, side, self._discretised)
        elif scene.task == "binary":
            self._image = self._images.make(scene.scale.position(field[0]), table, side, self._discretised)
            self._lines = self._boundary(*two_classes(field[0]))
        else:
            self._image = class_image(field, theme, self._discretised)
            self._lines = self._boundary(most_likely(field), field)

    def _boundary(self, labels: NDArray[np.integer], probabilities: Floats) -> NDArray[np.float64]:
        left, top, side = self._frame.left, self._frame.top, self._frame.side
        return borders(labels, probabilities) * (side / labels.shape[0]) + (left, top, left, top)

    def _paint_field(self, painter: QPainter) -> None:
        if self._image is None and self._field is not None and self._scene is not None:
            self._make_field(self._scene, self._field)
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self._square()), self._image)
        if len(self._lines):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Square caps are several times faster than round ones and close the joints as well.
            ink = self._appearance.theme.color("ink")
            painter.setPen(QPen(ink, BOUNDARY_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
            draw_segments(painter, self._lines)

    def _read_card(self) -> tuple[str, ...]:
        scene, mouse = self._scene, self._mouse
        if scene is None or mouse is None or not self._frame.holds(*mouse):
            return ()
        values = None
        if self._field is not None and not self._is_unit:
            across = (mouse[0] - self._frame.left) / self._frame.side
            down = (mouse[1] - self._frame.top) / self._frame.side
            values = np.atleast_1d(bilinear(self._field, across, down))
        return card_lines(scene, self._frame, self._frame.to_plane(*mouse), values, self._points_shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self._scene
        if scene is None:
            painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
            return
        theme, ratio, square = self._appearance.theme, self.devicePixelRatioF(), self._square()
        if self._ground is None:
            self._ground = ground_layer(theme, scene, self._frame, self.size(), ratio)
        if self._overlay is None:
            self._overlay = overlay_layer(theme, scene, self._frame, self.size(), ratio, self._points_shown)
        if self._field is None or not square.contains(event.rect()):
            painter.drawPixmap(0, 0, self._ground)
        painter.setClipRect(square)
        self._paint_field(painter)
        painter.setClipping(False)
        painter.drawPixmap(0, 0, self._overlay)
        if self._card and self._mouse is not None:
            paint_card(painter, theme, self._card, self._mouse, self._frame)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = (event.position().x(), event.position().y())
        if self._drawing.drags(self._frame, self._mouse):
            self.point_drawn.emit(*self._frame.to_plane(*self._mouse))
        self._card = self._read_card()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = (event.position().x(), event.position().y())
        removes = event.button() == Qt.MouseButton.RightButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if not self._drawing.is_on or not self._frame.holds(*place):
            super().mousePressEvent(event)
        elif removes:
            index = self._drawing.near(self._frame, place)
            if index is not None:
                self.point_removed.emit(index)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._drawing.start(place)
            self.point_drawn.emit(*self._frame.to_plane(*place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drawing.stop()
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._card = ()
        self.update()
        super().leaveEvent(event)
