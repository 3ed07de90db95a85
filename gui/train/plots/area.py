"""What the cost plot and the gradient plot share: a still picture of the axes, curves over it, the cursor on top.

The curves are pyqtgraph's, the axes are not: its axis items take longer than both plots may take together.
A subclass says what is shown (`_compose` and the hooks after it); this class decides when.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.plots.axis import paint_axes
from gui.train.plots.cursor import epoch_after_key, epoch_at
from gui.train.plots.curves import CurveItems
from gui.train.plots.marks import paint_cursor
from gui.train.plots.numbers import epoch_text
from gui.train.plots.pace import Pace
from gui.train.plots.picture import Picture
from gui.train.plots.series import Array, epochs_to_now, nearest_row
from gui.widgets.focus_ring import KEYBOARD_REASONS
from gui.widgets.painting import RADIUS_M, draw_box
from gui.widgets.pixels import pixel_ratio, wants_lines

FRAME_MS = 32  # curves move at most 30 times a second
TEXT_MS = 200  # numbers change at most 5 times a second


class PlotArea(QWidget):
    """Signals: cursor_moved(epoch or None), when the mouse or the arrow keys move the cursor of this plot."""

    cursor_moved = Signal(object)

    def __init__(
        self, appearance: Appearance, name: str, parent: QWidget | None = None, first_wait_ms: int = 0
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self._setup: Setup | None = None
        self._updates_per_epoch = 1
        self._picture = Picture()
        self._curves = CurveItems()
        self._cursor: float | None = None
        self._still = QPixmap()
        self._still_key: tuple[object, ...] = ()
        self._is_stale = self._texts_are_stale = True
        self._has_ring = False
        self._frames, self._texts = Pace(FRAME_MS, self, first_wait_ms), Pace(TEXT_MS, self)
        self._frames.due.connect(self._on_frame_due)
        self._texts.due.connect(self._on_texts_due)
        appearance.changed.connect(self._refresh)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(180, 90)

    @property
    def picture(self) -> Picture:
        """What is shown, brought up to date."""
        self._bring_up_to_date()
        return self._picture

    @property
    def cursor_epoch(self) -> float | None:
        """The epoch of the row that the cursor stands on, or None without a cursor."""
        row = None if self._cursor is None else nearest_row(self._picture.epochs, self._cursor)
        return None if row is None else float(self._picture.epochs[row])

    @property
    def is_waiting(self) -> bool:
        """Whether something taken is still to be drawn by a timer."""
        return self._frames.is_waiting or self._texts.is_waiting

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Take over what the plot depends on; the curves stay until the next snapshot."""
        m = dataset.m
        self._setup = setup
        self._updates_per_epoch = max(1, -(-m // (setup.training.batch_size or m)))
        self._refresh()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw these numbers with the next frame; of several in between only the last one."""
        self._snapshot = snapshot
        if self.isVisible():
            self._frames.ask()
        else:
            self._is_stale = self._texts_are_stale = True

    def show_cursor(self, epoch: float | None) -> None:
        """Put the cursor on the row nearest to an epoch, or take it away."""
        if epoch != self._cursor:
            self._cursor = epoch
            self._on_cursor_changed()
            self.update()

    def _compose(self, snapshot: Snapshot | None, epochs: Array) -> Picture:
        """Axes and curves of a snapshot; `epochs` are those of its rows and of now."""
        raise NotImplementedError

    def _make_texts(self) -> str:
        """Make the numbers that are written beside the curves; returns them as a sentence to be read out."""
        raise NotImplementedError

    def _axis_name(self) -> str:
        """The word at the end of the bottom axis."""
        return ""

    def _paint_moving(self, painter: QPainter) -> None:
        """What moves above the curves: ends, names, bars."""

    def _paint_readout(self, painter: QPainter, x: float, epoch: float) -> None:
        """Values under the cursor that need a place of their own."""

    def _on_cursor_changed(self) -> None:
        """The cursor came, moved or went."""

    def _is_running(self) -> bool:
        return self._snapshot is not None and self._snapshot.state == "running"

    def _refresh(self) -> None:
        self._is_stale = self._texts_are_stale = True
        self.update()

    def _on_frame_due(self) -> None:
        self._is_stale = True
        if not self._is_running():
            self._texts_are_stale = True
        self._texts.ask()
        self.update()

    def _on_texts_due(self) -> None:
        self._texts_are_stale = True
        self.update()

    def _bring_up_to_date(self) -> None:
        if self._is_stale:
            self._is_stale = False
            epochs: Array = np.empty(0)
            if self._snapshot is not None:
                epochs = epochs_to_now(self._snapshot, self._updates_per_epoch)
            self._picture = self._compose(self._snapshot, epochs)
        if self._texts_are_stale:
            self._texts_are_stale = False
            self.setAccessibleDescription(self._make_texts())

    def _still_picture(self) -> QPixmap:
        theme, picture, ratio = self._appearance.theme, self._picture, pixel_ratio(self)
        key = (self.size(), ratio, theme.name, picture.box, picture.x_scale, picture.y_scale)
        if key != self._still_key:
            self._still_key = key
            self._still = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
            self._still.setDevicePixelRatio(ratio)
            with QPainter(self._still) as painter:
                self._paint_still(painter)
        return self._still

    def _paint_still(self, painter: QPainter) -> None:
        theme, picture = self._appearance.theme, self._picture
        painter.fillRect(self.rect(), theme.color("panel"))
        paint_axes(painter, theme, picture.box, picture.x_scale, picture.y_scale, self._axis_name())

    def _paint_cursor(self, painter: QPainter, epoch: float) -> None:
        picture = self._picture
        x = picture.box.x(picture.x_scale, epoch)
        dots = []
        for curve in picture.curves:
            found = picture.at(curve, epoch)
            if found is not None:
                dots.append((found[0], curve.style.color))
        paint_cursor(painter, self._appearance.theme, picture, x, dots, epoch_text(epoch))
        self._paint_readout(painter, x, epoch)

    def _move_cursor(self, epoch: float | None) -> None:
        before = self.cursor_epoch
        self.show_cursor(epoch)
        if self.cursor_epoch != before:
            self.cursor_moved.emit(self.cursor_epoch)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_cursor(epoch_at(self._picture, event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._move_cursor(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        epoch = epoch_after_key(self._picture, self._cursor, Qt.Key(event.key()))
        if epoch is not None or (event.key() == Qt.Key.Key_Escape and self._cursor is not None):
            self._move_cursor(epoch)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_ring = event.reason() in KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._is_stale = True

    def hideEvent(self, event: QHideEvent) -> None:
        self._frames.cancel()
        self._texts.cancel()
        self._is_stale = self._texts_are_stale = True

    def paintEvent(self, event: QPaintEvent) -> None:
        self._bring_up_to_date()
        with QPainter(self) as painter:
            if wants_lines():
                self._paint_still(painter)
            else:
                painter.drawPixmap(0, 0, self._still_picture())
            self._curves.paint(painter, self._picture, self._is_running())
            self._paint_moving(painter)
            epoch = self.cursor_epoch
            if epoch is not None:
                self._paint_cursor(painter, epoch)
            if self._has_ring:
                ink = self._appearance.theme.color("ink")
                draw_box(painter, QRectF(self.rect()), RADIUS_M, None, ink, 2.0)
