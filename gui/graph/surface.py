"""A drawing in a view: as it fits, or larger and scrolled, dragged by its ground, zoomed by the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from gui.graph.boxes_geometry import Box

ZOOM_STEP, LEAST_ZOOM, MOST_ZOOM = 1.15, 0.5, 3.0
NEAR = 60.0  # so much of the surroundings of what is revealed is kept in view
LINE = 40


class Surface(QAbstractScrollArea):
    """`set_drawing` says how large a drawing is and at which scale it fits. A subclass paints it into the viewport."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = self._height = 1.0
        self._fit = self._zoom = 1.0
        self._grip: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scale(self) -> float:
        """Pixels for a length of the drawing."""
        return self._zoom * self._fit

    def set_drawing(self, width: float, height: float, fit: float) -> None:
        """Another drawing; the zoom stays."""
        self._width, self._height, self._fit = width, height, fit
        self._set_ranges()
        self.viewport().update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Draw larger or smaller; `about` stays where it is."""
        place = QPointF(self.viewport().rect().center()) if about is None else about
        there = self.to_drawing(place)
        self._zoom = min(MOST_ZOOM, max(LEAST_ZOOM, self._zoom * factor))
        self._set_ranges()
        self._scroll_by(self.origin() + there * self.scale - place)
        self.viewport().update()

    def reset_zoom(self) -> None:
        """The size at which the drawing fits."""
        self._zoom = 1.0
        self._set_ranges()
        self.viewport().update()

    def origin(self) -> QPointF:
        """The drawing's corner in the viewport; a drawing that is smaller stands in the middle."""
        view = self.viewport().size()
        spare_x = max(0.0, view.width() - self._width * self.scale) / 2
        spare_y = max(0.0, view.height() - self._height * self.scale) / 2
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(spare_x - bars[0], spare_y - bars[1])

    def to_view(self, box: Box) -> QRectF:
        """Where a box of the drawing is in the viewport now."""
        origin, scale = self.origin(), self.scale
        corner = QPointF(box.x, box.y) * scale + origin
        return QRectF(corner.x(), corner.y(), box.width * scale, box.height * scale)

    def to_drawing(self, place: QPointF) -> QPointF:
        """The point of the drawing at a place of the viewport."""
        return (place - self.origin()) / self.scale

    def reveal(self, box: Box) -> None:
        """Scroll so far that a box of the drawing is in view, with something of its surroundings."""
        rect = self.to_view(box).adjusted(-NEAR, -NEAR, NEAR, NEAR)
        view = QRectF(self.viewport().rect())
        if rect.left() < 0 or rect.right() > view.width():
            self._scroll_by(QPointF(rect.center().x() - view.center().x(), 0.0))
        if rect.top() < 0 or rect.bottom() > view.height():
            self._scroll_by(QPointF(0.0, rect.center().y() - view.center().y()))

    def take_hold(self, place: QPointF) -> None:
        """From here the drawing follows the mouse until the button is released."""
        self._grip = place

    def _on_view_moved(self) -> None:
        """Another part of the drawing is in view: for a subclass that shows which."""

    def _scroll_by(self, way: QPointF) -> None:
        for bar, part in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(round(bar.value() + part))

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), self._width * self.scale, view.width()),
            (self.verticalScrollBar(), self._height * self.scale, view.height()),
        ):
            bar.setPageStep(shown)
            bar.setSingleStep(LINE)
            bar.setRange(0, max(0, round(whole - shown)))
        self._on_view_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved, self._grip = self._grip - event.position(), event.position()
            self._scroll_by(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._on_view_moved()
        self.viewport().update()
