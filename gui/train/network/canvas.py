"""The drawing below the heads: paints the scene, follows pointer and keyboard, and turns a number into a field.

Geometry, hit-testing and painting are other files; this one only connects them with Qt's events.
"""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.network.card_layer import CardLayer
from gui.train.network.geometry import place_network
from gui.train.network.hints import hint_at
from gui.train.network.hit import Target
from gui.train.network.keys import KeyHandler
from gui.train.network.navigation import first_target, is_shown, scrolled
from gui.train.network.places import Shape
from gui.train.network.pointer import PointerHandler
from gui.train.network.scene import Marks, NetworkScene
from gui.train.network.wishes import wishes_of
from gui.widgets.focus_ring import KEYBOARD_REASONS

TEXT_SECONDS = 0.2


class NetworkCanvas(QWidget):
    """Signals: parameter_typed(l, k, j or None, value, run); unit_hovered(l, k) and unit_left(); wishes_changed(dict);
    units_stepped(l, by) and removal_requested(l), from keys on a focused unit; show_values_changed(bool), from
    the context menu too. k and j count from 0. run: the same for all values that one field sends."""

    parameter_typed = Signal(int, int, object, float, int)
    unit_hovered = Signal(int, int)
    unit_left = Signal()
    wishes_changed = Signal(dict)
    units_stepped = Signal(int, int)
    removal_requested = Signal(int)
    show_values_changed = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.scene = NetworkScene()
        self.card = CardLayer(appearance, self)
        self.marks = Marks()
        self._keys = KeyHandler(self)
        self._pointer = PointerHandler(self)
        self._shape: Shape | None = None
        self._is_plane = True
        self._wishes: dict[str, object] = {}
        self._hovered_unit: tuple[int, int] | None = None
        self._texts_at = 0.0
        self._text_timer = QTimer(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Network drawing")
        self._text_timer.setSingleShot(True)
        self._text_timer.timeout.connect(self._refresh_texts)
        self._appearance.changed.connect(self.update)
        self.card.parameter_typed.connect(self.parameter_typed)
        self.card.closed.connect(self._on_field_closed)
        self.card.changed.connect(self._refresh_texts)

    @property
    def values_fit(self) -> bool:
        """Whether the network is small enough to show all its numbers."""
        return self.scene.values is not None and self.scene.values.fit

    def set_setup(self, setup: Setup, dataset: Dataset, shape: Shape) -> None:
        """Another structure or other data."""
        firsts = self._shape.firsts if self._shape is not None and self._shape.L == shape.L else ()
        self._shape = replace(shape, firsts=firsts)
        self._is_plane = dataset.is_plane
        self.scene.set_setup(setup, dataset)
        self.card.input_names = dataset.input_names
        self._place()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """New numbers; texts follow some times a second."""
        self.scene.show_snapshot(snapshot)
        if snapshot.state != "running" or time.monotonic() - self._texts_at >= TEXT_SECONDS:
            self._refresh_texts()
        elif not self._text_timer.isActive():
            self._text_timer.start(round(TEXT_SECONDS * 1000))
        self.update()

    def set_show_values(self, on: bool) -> None:
        """Write its number on every edge, as long as the network is small enough."""
        if on != self.scene.show_values:
            self.scene.show_values = on
            self._refresh_texts()
            self.show_values_changed.emit(on)

    def scroll_column(self, l: int, by: int) -> None:
        """Show the units `by` further down in an elided column."""
        if self.scene.places is not None and self._shape is not None and by:
            self._shape = replace(self._shape, firsts=scrolled(self.scene.places, l, by))
            self._place()

    def set_hovered(self, target: Target | None) -> None:
        """Let the pointer point at something."""
        self._mark(hovered=target)

    def set_focused(self, target: Target | None) -> None:
        """Let the keyboard point at a unit or an edge, and say so to screen readers."""
        self._mark(focused=target)

    def edit(self, target: Target) -> None:
        """Turn the number of a target into a field."""
        number = Target("bias", target.l, target.k) if target.kind == "tile" else target
        if number.is_number and self.card.begin(number, self.scene):
            self._mark(selected=number)

    def _place(self) -> None:
        if self._shape is None or self.width() < 2 or self.height() < 2:
            return
        places = place_network(self._shape, self.width(), self.height())
        self.scene.set_places(places)
        hovered, focused, selected = (
            target if is_shown(places, target) else None
            for target in (self.marks.hovered, self.marks.focused, self.marks.selected)
        )
        if selected != self.marks.selected:
            self.card.cancel()
        self._mark(hovered=hovered, focused=focused, selected=selected)
        self._refresh_texts()
        wishes = wishes_of(places, self._is_plane)
        if wishes != self._wishes:
            self._wishes = wishes
            self.wishes_changed.emit(dict(wishes))

    def _refresh_texts(self) -> None:
        self._texts_at = time.monotonic()
        self._text_timer.stop()
        self.scene.refresh_texts()
        self.card.refresh(self.scene, self.marks)
        self.update()

    def _mark(self, **changes: Target | None) -> None:
        marks = replace(self.marks, **changes)
        if marks == self.marks:
            return
        self.marks = marks
        self.card.refresh(self.scene, marks)
        self.setAccessibleDescription(self.card.text)
        self._tell_hovered_unit(marks.hovered or marks.focused)
        self.update()

    def _tell_hovered_unit(self, target: Target | None) -> None:
        unit = (target.l, target.k) if target is not None and target.kind in ("tile", "bias") else None
        if unit != self._hovered_unit:
            self._hovered_unit = unit
            if unit is None:
                self.unit_left.emit()
            else:
                self.unit_hovered.emit(*unit)

    def _on_field_closed(self) -> None:
        self._mark(selected=None)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and self.scene.places is not None
        ):
            names = (self.card.input_names, self.scene.class_names)
            hint = hint_at(self.scene.places, event.pos().x(), event.pos().y(), *names)
            QToolTip.showText(event.globalPos(), hint, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.follow(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.press_twice(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.setAccepted(self._pointer.turn_wheel(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pointer.open_menu(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.handle(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if (
            event.reason() in KEYBOARD_REASONS
            and self.marks.focused is None
            and self.scene.places is not None
        ):
            self._mark(focused=first_target(self.scene.places))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.card.field is None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._mark(focused=None)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        self.scene.paint(painter, theme, self.marks)
        self.card.paint(painter, theme)
        painter.end()
        if self.scene.has_work_left:
            self.update()
