"""Regularisation: none, L1 or L2, and beside it the rate lambda once one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.combo import HEIGHT, Combo
from gui.widgets.number_combo import NumberCombo

KINDS = [("none", "None"), ("l1", "L1"), ("l2", "L2")]
BOTH = ("both", "L1 + L2")
RATES = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
FIRST_RATE = 0.01
ALONE_WIDTH, KIND_WIDTH, RATE_WIDTH, GAP = 92, 46, 68, 4
HINT = (
    "<b>Regularisation</b><br>A term that keeps the weights small; biases carry none"
    "<br>L1: J + λ Σ |W|<br>L2: J + λ/2 Σ W<sup>2</sup>"
)


class RegularizationControl(QWidget):
    """Signals: changed(kind, rate), chosen by a person; width_changed(), when the rate appears or goes."""

    changed = Signal(str, float)
    width_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Combo(appearance, self)
        self.kind.set_items(KINDS)
        self.kind.setAccessibleName("Regularisation")
        self.rate = NumberCombo(appearance, RATES, 0.0, 1e6, self, is_open=False)
        self.rate.set_value(FIRST_RATE)
        self.rate.setAccessibleName("Regularisation rate λ")
        self.rate.setToolTip(
            "<b>Regularisation rate λ</b><br>0, or any positive number<br>Up, Down: next usual step"
        )
        self.rate.hide()
        self.kind.setToolTip(HINT)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.kind)
        self.kind.activated.connect(self._on_kind_activated)
        self.rate.value_changed.connect(self._on_rate_changed)
        self._refresh()

    def set_rates(self, l1: float, l2: float) -> None:
        """Show what a set-up holds, without a signal. A kind with rate 0 stays chosen."""
        if l1 > 0 and l2 > 0:
            self.kind.set_items([*KINDS, BOTH])
            self.kind.set_key("both")
            self.kind.setToolTip(f"{HINT}<br>Now both: L1 with {l1:g}, L2 with {l2:g}")
        else:
            self.kind.setToolTip(HINT)
            if l1 > 0 or l2 > 0:
                self.kind.set_key("l1" if l1 > 0 else "l2")
                self.rate.set_value(max(l1, l2))
            elif self.kind.key() == "both" or self.rate.value() > 0:
                self.kind.set_key("none")
            self.kind.set_items(KINDS)
        self._refresh()

    def width_needed(self) -> int:
        """How wide the control wants to be now."""
        return KIND_WIDTH + GAP + RATE_WIDTH if self._has_rate() else ALONE_WIDTH

    def _has_rate(self) -> bool:
        return self.kind.key() in ("l1", "l2")

    def _refresh(self) -> None:
        before = self.minimumWidth()
        self.rate.setVisible(self._has_rate())
        self.setMinimumWidth(self.width_needed())
        self._place()
        if before != self.minimumWidth():
            self.width_changed.emit()

    def _place(self) -> None:
        width = max(self.width(), self.width_needed())
        if self._has_rate():
            self.kind.setGeometry(0, 0, width - GAP - RATE_WIDTH, HEIGHT)
            self.rate.setGeometry(width - RATE_WIDTH, 0, RATE_WIDTH, HEIGHT)
        else:
            self.kind.setGeometry(0, 0, width, HEIGHT)

    @Slot(int)
    def _on_kind_activated(self, _index: int) -> None:
        kind = self.kind.key()
        if kind == "both":
            return
        if kind != "none" and self.rate.value() == 0:
            self.rate.set_value(FIRST_RATE)
        self._refresh()
        self.changed.emit(kind, self.rate.value() if kind != "none" else 0.0)

    @Slot(float)
    def _on_rate_changed(self, rate: float) -> None:
        self.changed.emit(self.kind.key(), rate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
