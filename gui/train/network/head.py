"""The head of one column: title, - n units +, activation with its curve, slope of a leaky ReLU.

The widgets lie in the strip of heads; this object shows a layer in them and puts them in their places.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from engine.spec import NetworkSpec
from gui.appearance import Appearance
from gui.edits import MAX_UNITS, MAX_UNITS_BY_HAND
from gui.train.network.activation_choice import ActivationChoice
from gui.train.network.head_buttons import CountButton, SquareButton
from gui.train.network.head_places import HeadPlace
from gui.train.network.head_title import HeadTitle
from gui.train.network.places import Rect
from gui.train.network.slope_field import SlopeField
from gui.train.network.typed_field import TypedField
from gui.widgets.painting import text_width

LEAKY = "leaky_relu"


class LayerHead(QObject):
    """Column l of a network with L layers. Signals: units_requested(l, units), activation_requested(l, key),
    leaky_slope_requested(l, slope), removal_requested(l)."""

    units_requested = Signal(int, int)
    activation_requested = Signal(int, str)
    leaky_slope_requested = Signal(int, float)
    removal_requested = Signal(int)

    def __init__(self, appearance: Appearance, l: int, L: int, strip: QWidget) -> None:
        super().__init__(strip)
        self.l = l
        self.is_hidden = 0 < l < L
        self._is_output = l == L
        self._units = 1
        self.title = HeadTitle(appearance, l, _titles(l, L), self.is_hidden, strip)
        self.title.close_requested.connect(self._on_close)
        self.minus = self.plus = None
        if self.is_hidden:
            self.minus = SquareButton(appearance, "minus", f"One unit less in layer {l}", strip)
        self.count = CountButton(appearance, _count_name(l), self.is_hidden, strip)
        if self.is_hidden:
            self.plus = SquareButton(appearance, "plus", f"One unit more in layer {l}", strip)
            self._connect_units(appearance, self.count)
        self.choice = ActivationChoice(appearance, l, strip) if l > 0 else None
        self.slope = SlopeField(appearance, l, strip) if l > 0 else None
        if self.choice is not None and self.slope is not None:
            self.choice.activation_chosen.connect(self._on_activation_chosen)
            self.slope.slope_changed.connect(self._on_slope_changed)

    def widgets(self) -> list[QWidget]:
        """All widgets in the order of the Tab key."""
        every = (self.title, self.minus, self.count, self.plus, self.choice, self.slope)
        return [widget for widget in every if widget is not None]

    def show_network(self, network: NetworkSpec) -> None:
        """Show this column of a network."""
        self._units = network.sizes[self.l]
        self._write_count()
        if self.minus is not None and self.plus is not None:
            self.minus.setToolTip("One unit less (−)" if self._units > 1 else f"Remove layer {self.l}")
            self.plus.setEnabled(self._units < MAX_UNITS_BY_HAND)
            more = f"At most {MAX_UNITS_BY_HAND} by hand: click the number to type more"
            self.plus.setToolTip("One unit more (+)" if self.plus.isEnabled() else more)
        if self.choice is not None and self.slope is not None:
            layer = network.layer(self.l)
            self.choice.show_layer(layer.activation, layer.leaky_slope, self._is_output)
            self.slope.set_slope(layer.leaky_slope)
            self.slope.setVisible(layer.activation == LEAKY and self.is_hidden)

    def place(self, place: HeadPlace) -> None:
        """Put the widgets in their places."""
        self.title.setGeometry(_qrect(place.title))
        self.count.setGeometry(_qrect(place.count))
        self._write_count()
        for button, rect in ((self.minus, place.minus), (self.plus, place.plus)):
            if button is not None and rect is not None:
                button.setGeometry(_qrect(rect))
        if self.choice is not None and self.slope is not None:
            room = int(place.choice.w)
            wanted = self.choice.natural_width()
            width = wanted if wanted <= room else min(room, self.choice.collapsed_width())
            self.choice.setFixedWidth(width)
            self.choice.move(round(place.choice.cx - width / 2), round(place.choice.y))
            self.slope.setGeometry(_qrect(place.slope))

    def dispose(self) -> None:
        """Take the widgets away for good."""
        for widget in self.widgets():
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def _connect_units(self, appearance: Appearance, count: CountButton) -> None:
        assert self.minus is not None
        assert self.plus is not None
        self._field = TypedField(appearance, count.accessibleName(), 1, MAX_UNITS, count, is_whole=True)
        self._field.value_typed.connect(self._on_units_typed)
        count.setToolTip(f"Click to type a number of units, up to {MAX_UNITS}")
        count.clicked.connect(self._on_count_clicked)
        self.minus.clicked.connect(self._on_minus)
        self.plus.clicked.connect(self._on_plus)

    def _write_count(self) -> None:
        noun = "input" if self.l == 0 else "unit"
        whole = f"{self._units} {noun}{'' if self._units == 1 else 's'}"
        self.count.setText(whole if text_width(whole, "body") <= self.count.width() else str(self._units))
        self.count.setAccessibleDescription(whole)

    def _on_minus(self) -> None:
        if self._units > 1:
            self.units_requested.emit(self.l, self._units - 1)
        else:
            self.removal_requested.emit(self.l)

    def _on_plus(self) -> None:
        self.units_requested.emit(self.l, self._units + 1)

    def _on_count_clicked(self) -> None:
        self._field.open(str(self._units), self.count.rect())

    def _on_units_typed(self, value: float) -> None:
        if int(value) != self._units:
            self.units_requested.emit(self.l, int(value))

    def _on_activation_chosen(self, key: str) -> None:
        self.activation_requested.emit(self.l, key)

    def _on_slope_changed(self, slope: float) -> None:
        self.leaky_slope_requested.emit(self.l, slope)

    def _on_close(self) -> None:
        self.removal_requested.emit(self.l)


def _titles(l: int, L: int) -> tuple[str, ...]:
    """Wordings of a title, the longest first."""
    if l == 0:
        return ("Inputs", "In")
    return (f"Layer {l} · output", "Output", str(l)) if l == L else (f"Layer {l}", str(l))


def _count_name(l: int) -> str:
    return "Number of inputs" if l == 0 else f"Units of layer {l}"


def _qrect(rect: Rect) -> QRect:
    return QRect(round(rect.x), round(rect.y), round(rect.w), round(rect.h))
