"""The slider at the right end of the transport bar: how fast a run goes, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.slider import Slider

WIDTH = 136


class SpeedSlider(Slider):
    """Signals: speed_changed(int), the index of the chosen speed."""

    speed_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Speed", ("full speed",), str, parent, quiet=True)
        self.setFixedWidth(WIDTH)
        self.setToolTip("How fast a run goes: updates a second, or epochs a frame\nKeys: [ slower, ] faster")
        self.value_changed.connect(self._on_value_changed)

    def set_speeds(self, labels: Sequence[str], index: int) -> None:
        """Offer these speeds and show the one at `index`, without a signal."""
        self.set_values(tuple(labels))
        self.set_index(index)

    @Slot(object)
    def _on_value_changed(self, _label: object) -> None:
        self.speed_changed.emit(self.index())
