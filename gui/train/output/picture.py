"""The output over the plane: heat map, boundary, points, axes; the value under the mouse; points set by hand.

What the map's values mean is said by the scene and `show_field`. The map is painted by `output_heat_map`,
what stands still by `output_layers`; here they are put over one another, and the mouse is followed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.theme import Theme
from gui.train.output.card import card_lines, paint_card
from gui.train.output.drawing import PointDrawing
from gui.train.output.geometry import Frame, picture_frame
from gui.train.output.heat_map import HeatMap
from gui.train.output.layers import ground_layer, overlay_layer, paint_ground, paint_overlay
from gui.train.output.scene import Scene
from gui.widgets.pixels import pixel_ratio, wants_lines

Floats = NDArray[np.floating]


class OutputPicture(QWidget):
    """Signals: point_drawn(x1, x2) and point_removed(index among the drawn points), in draw mode only."""

    point_drawn = Signal(float, float)
    point_removed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scene: Scene | None = None
        self._most_side: int | None = None
        self._frame = picture_frame(340, (-6.0, 6.0, -6.0, 6.0), False)
        self._map = HeatMap()
        self._ground: QPixmap | None = None
        self._overlay: QPixmap | None = None
        self._shown = (True, False)
        self._drawing = PointDrawing()
        self._sheet: tuple[tuple[float, float, int], ...] | None = None
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
    def shows_all_points(self) -> bool:
        """Whether points are being drawn and there are some: none of them may vanish into the hidden part."""
        return self._drawing.is_on and self._drawing.points.shape[1] > 0

    @property
    def card(self) -> tuple[str, ...]:
        """The lines that stand beside the mouse; empty while it is elsewhere."""
        return self._card

    def height_for(self, width: int) -> int:
        """How high the picture with its axes is in a column of this width."""
        return self._frame_in(width).height

    def side_for(self, width: int) -> int:
        """How high (and wide) the square itself is in a column of this width."""
        return self._frame_in(width).side

    def set_most_side(self, side: int | None) -> None:
        """Let the square be smaller than the width allows; its place follows when the column is arranged."""
        self._most_side = side

    def place_again(self) -> None:
        """Take over what `set_most_side` said, also where the size of the widget stayed."""
        if self._frame_in(self.width()) != self._frame:
            self._place()

    def set_scene(self, scene: Scene) -> None:
        """Take other data or another plane. A map stays until the next one if its meaning does."""
        if self._scene is None or scene.kind != self._scene.kind:
            self._map.clear()
        self._scene = scene
        self._drawing.points = self._examples(scene).drawn
        self._place()

    def show_field(self, field: Floats | None, is_unit: bool = False, of_class: int | None = None) -> None:
        """Show a map: ŷ (n[L], grid, grid), or one unit (grid, grid) in colour positions -1 ... 1; of_class: the unit
        is the probability of that one of several classes.

        None, or a map that is not finite, leaves the last good one.
        """
        if self._map.take(field, is_unit, of_class):
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
        self._map.discretised = on
        self._map.forget()
        self.update()

    def set_draw_mode(self, on: bool) -> None:
        """Let the mouse set points and remove them; drawn ones are all shown meanwhile."""
        self._drawing.stop()
        self._drawing.is_on = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self._forget_layers()

    def show_drawing(self, sheet: Sequence[tuple[float, float, int]] | None) -> None:
        """Points (x1, x2, class) that are no data set yet: only they are shown. None: the data's own again."""
        self._sheet = None if sheet is None else tuple(sheet)
        if self._scene is not None:
            self._drawing.points = self._examples(self._scene).drawn
        self._forget_layers()

    def _examples(self, scene: Scene) -> Scene:
        """The scene whose points lie on the picture."""
        return scene if self._sheet is None else scene.with_sheet(self._sheet)

    @property
    def _points_shown(self) -> tuple[bool, bool]:
        return (True, True) if self.shows_all_points else self._shown

    def _frame_in(self, width: int) -> Frame:
        scene = self._scene
        extent = self._frame.extent if scene is None else scene.extent
        return picture_frame(width, extent, scene is not None and scene.named_axes, self._most_side)

    def _square(self) -> QRect:
        return QRect(self._frame.left, self._frame.top, self._frame.side, self._frame.side)

    def _place(self) -> None:
        if self._scene is not None:
            self._frame = self._frame_in(self.width())
        self._map.forget()
        self._forget_layers()

    def _forget_layers(self) -> None:
        self._ground = None
        self._overlay = None
        self.update()

    def _on_theme_changed(self) -> None:
        self._map.forget_colors()
        self._forget_layers()

    def _read_card(self) -> tuple[str, ...]:
        scene, mouse = self._scene, self._mouse
        if scene is None or mouse is None or not self._frame.holds(*mouse):
            return ()
        frame = self._frame
        values = self._map.output_at(
            (mouse[0] - frame.left) / frame.side, (mouse[1] - frame.top) / frame.side
        )
        place = frame.to_plane(*mouse)
        return card_lines(scene, self._examples(scene), frame, place, values, self._points_shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self._scene
        if scene is None:
            painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
            return
        theme, ratio, square = self._appearance.theme, pixel_ratio(self), self._square()
        if wants_lines():
            self._paint_lines(painter, theme, scene)
            return
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = ground_layer(theme, scene, self._frame, self.size(), ratio)
        if self._overlay is None or self._overlay.devicePixelRatio() != ratio:
            examples = self._examples(scene)
            self._overlay = overlay_layer(
                theme, examples, self._frame, self.size(), ratio, self._points_shown
            )
        if self._map.is_empty or not square.contains(event.rect()):
            painter.drawPixmap(0, 0, self._ground)
        painter.setClipRect(square)
        self._map.paint(painter, scene, self._frame, theme, ratio)
        painter.setClipping(False)
        painter.drawPixmap(0, 0, self._overlay)
        if self._card and self._mouse is not None:
            paint_card(painter, theme, self._card, self._mouse, self._frame)
        painter.end()

    def _paint_lines(self, painter: QPainter, theme: Theme, scene: Scene) -> None:
        """The same layers for a picture of lines; the map itself stays one of pixels."""
        painter.fillRect(self.rect(), theme.color("panel"))
        paint_ground(painter, theme, scene, self._frame)
        painter.setClipRect(self._square())
        self._map.paint(painter, scene, self._frame, theme, pixel_ratio(self))
        painter.setClipping(False)
        examples = self._examples(scene)
        paint_overlay(painter, theme, examples, self._frame, pixel_ratio(self), self._points_shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # In draw mode the right button removes points.
        event.setAccepted(self._drawing.is_on and event.reason() == QContextMenuEvent.Reason.Mouse)

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
