"""The value card over the drawing and the field in it: what it says, where it goes, and what was typed."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.theme import Theme
from gui.train.network.card import (
    PADDING,
    TIGHT_PADDING,
    CardLine,
    card_lines,
    card_size,
    field_place,
    paint_card,
    value_of,
)
from gui.train.network.card_place import is_crossed, is_good, leader, place_card
from gui.train.network.hit import Target
from gui.train.network.math import plain_name, unit_symbol, weight_symbol
from gui.train.network.number_field import NumberField
from gui.train.network.places import Places, Rect
from gui.train.network.scene import Marks, NetworkScene

LEADER = 1.5


class CardLayer(QObject):
    """One card at a time. Signals: parameter_typed(l, k, j or None, value, run); closed(), when the field is gone;
    changed(), when the card must be painted anew. run: the same for all values that one field sends."""

    parameter_typed = Signal(int, int, object, float, int)
    closed = Signal()
    changed = Signal()

    def __init__(self, appearance: Appearance, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._appearance = appearance
        self._canvas = canvas
        self.input_names: tuple[str, ...] = ()
        self._target: Target | None = None
        self._lines: tuple[CardLine, ...] = ()
        self._rect: Rect | None = None
        self._placed = Rect(0, 0, 0, 0)
        self._has_leader = True
        self._anchor = Rect(0, 0, 0, 0)
        self._placed_for: tuple[Target, tuple[float, float], Places] | None = None
        self._field: NumberField | None = None
        self._edited: Target | None = None
        self._value_before = 0.0
        self._was_nudged = False
        self._run = 0

    @property
    def rect(self) -> Rect | None:
        """Where the card is; None while there is none."""
        return self._rect

    @property
    def field(self) -> NumberField | None:
        """The field while a number is being typed."""
        return self._field

    @property
    def text(self) -> str:
        """What the card says, in plain words."""
        parts = [f"{_plain(line)} {line.value}".strip() for line in self._lines]
        return ", ".join(parts)

    def refresh(self, scene: NetworkScene, marks: Marks) -> None:
        """Take over what is pointed at and the latest numbers."""
        self._target = marks.spoken_of
        self._lines, self._rect = (), None
        if self._target is None or scene.snapshot is None or scene.places is None:
            return
        self._lines = card_lines(self._target, scene.snapshot, self.input_names)
        if not self._lines:
            return
        self._anchor = _anchor(self._target, scene)
        key = (self._target, card_size(self._lines, *self._edit_state()), scene.places)
        if self._placed_for != key:
            self._placed_for = key
            self._place(scene.places)
        self._rect = self._placed
        if self._field is not None:
            place = field_place(self._lines, self._rect)
            self._field.setGeometry(QRect(int(place.x), int(place.y), int(place.w), int(place.h)))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw leader and card."""
        if self._rect is None:
            return
        if self._has_leader:
            (x0, y0), (x1, y1) = leader(self._anchor, self._rect)
            painter.setPen(QPen(theme.color("ink"), LEADER, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QLineF(x0, y0, x1, y1))
        paint_card(painter, theme, self._rect, self._lines, *self._edit_state())

    def begin(self, target: Target, scene: NetworkScene) -> bool:
        """Open a field for a weight or bias; False if its value is not known."""
        value = value_of(target, scene.snapshot) if scene.snapshot is not None else None
        if value is None:
            return False
        self.cancel()
        symbol = weight_symbol(target.l, target.k, target.j) if target.j is not None else None
        name = plain_name(symbol or unit_symbol("b", target.l, target.k))
        self._edited, self._value_before, self._was_nudged = target, value, False
        self._run += 1
        self._field = NumberField(self._appearance, value, name, self._canvas)
        self._field.committed.connect(self._on_committed)
        self._field.nudged.connect(self._on_nudged)
        self._field.message_changed.connect(self._on_message_changed)
        self._field.cancelled.connect(self._on_cancelled)
        self._field.closed.connect(self._on_closed)
        self.refresh(scene, Marks(selected=target))
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def cancel(self) -> None:
        """Close the field, if there is one, without taking its text."""
        if self._field is not None:
            self._field.setModified(False)
            self._on_closed()

    def _edit_state(self) -> tuple[bool, str]:
        """Whether a field is open, and what is wrong with its text."""
        return (False, "") if self._field is None else (True, self._field.message)

    def _place(self, places: Places) -> None:
        """A roomy card if a good place is near; else a tight one, which fits between more tiles."""
        solids, bounds = places.solids(), Rect(0, 0, places.width, places.height)
        for padding in (TIGHT_PADDING, PADDING):
            size = card_size(self._lines, *self._edit_state(), padding)
            card = place_card(self._anchor, size, solids, bounds)
            if padding == TIGHT_PADDING or is_good(self._anchor, card, solids):
                self._placed = card
        # In a crowded drawing no free place may be near: the halo alone then says what the card is about.
        self._has_leader = not is_crossed(self._anchor, self._placed, solids)

    def _send(self, value: float) -> None:
        if self._edited is not None:
            self.parameter_typed.emit(self._edited.l, self._edited.k, self._edited.j, value, self._run)

    def _on_committed(self, value: float) -> None:
        self._send(value)

    def _on_nudged(self, value: float) -> None:
        self._was_nudged = True
        self._send(value)

    def _on_cancelled(self) -> None:
        if self._was_nudged:
            self._send(self._value_before)

    def _on_message_changed(self, _message: str) -> None:
        self._placed_for = None
        self.changed.emit()

    def _on_closed(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            self._placed_for = None
            if field.hasFocus():
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            field.hide()
            field.deleteLater()
            self.closed.emit()


def _anchor(target: Target, scene: NetworkScene) -> Rect:
    """What the card is tied to: the tile, or the middle of the edge."""
    tile = scene.tile_of(target)
    if tile is not None:
        return tile.frame
    if scene.hits is None or scene.places is None or target.j is None:
        return Rect(0, 0, 0, 0)
    along = scene.hits.along(target.l)
    row = target.k - scene.places.columns[target.l].first
    column = target.j - scene.places.columns[target.l - 1].first
    x, y = along[row, column, along.shape[2] // 2]
    return Rect(float(x), float(y), 0.0, 0.0)


def _plain(line: CardLine) -> str:
    return f"{line.before}{plain_name(line.symbol) if line.symbol is not None else ''}"
