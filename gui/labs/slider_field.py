"""A number that is slid or typed: a slider with its name, and a field with the number itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.labs.number_field import NumberField
from gui.widgets import Slider

GAP = 12


class SliderField(QWidget):
    """values: where the slider stops; the field takes anything from low to high.

    Signals: number_changed(float), while it is slid and when it was typed.
    """

    number_changed = Signal(float)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        values: tuple[float, ...],
        low: float,
        high: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.slider = Slider(appearance, name, values, lambda _value: "")
        self.field = NumberField(appearance, name, low, high, _middle_step(values))
        self.slider.value_changed.connect(lambda value: self.number_changed.emit(float(value)))
        self.field.number_typed.connect(self.number_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_number(self, value: float, text: str = "") -> None:
        """Show a number, the slider at the nearest of its places; nothing is signalled."""
        self.slider.set_value(value)
        self.field.set_number(value, text)


def _middle_step(values: tuple[float, ...]) -> float:
    middle = len(values) // 2
    return abs(values[middle] - values[middle - 1])
