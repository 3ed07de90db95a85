"""How many decimals, or digits that count, the numbers of Step have."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.step.number_format import LEAST, MOST, NumberFormat
from gui.widgets import Combo

FORMATS = tuple(
    NumberFormat(kind, count) for kind in ("decimals", "digits") for count in range(LEAST, MOST + 1)
)
HINT = "Decimals behind the point, or digits that count"


class DecimalsChoice(Combo):
    """Signals: format_chosen(NumberFormat)."""

    format_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.set_items([(number_format.label, number_format.label) for number_format in FORMATS])
        self.setToolTip(HINT)
        self.setAccessibleName(HINT)
        self.key_chosen.connect(self._on_chosen)

    def set_format(self, number_format: NumberFormat) -> None:
        """Show what holds."""
        self.set_key(number_format.label)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.format_chosen.emit(format_named(key))


def format_named(label: str) -> NumberFormat:
    """The format that is called so; the usual one for an unknown name."""
    return next((chosen for chosen in FORMATS if chosen.label == label), NumberFormat())
