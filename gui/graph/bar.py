"""The bar over the Graph workspace: first, back, play, next, last; the two passes; sharing; the network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.stepper import PHASES
from gui.player.bar import PlayerBar
from gui.widgets import Button

SHARE, NETWORK = "Share equal parts", "Show as network"
SHARE_HINT = "Equal parts become one node: computed once, and what comes back adds up"
NOTHING_TO_SHARE = "No part of this expression is written twice"


class GraphBar(PlayerBar):
    """Signals, beside those of a player's bar: share_toggled(bool), network_requested()."""

    share_toggled = Signal(bool)
    network_requested = Signal()

    def __init__(self, appearance: Appearance, paces: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(appearance, PHASES, paces, "step", "the last derivative", parent)
        self.share = Button(appearance, SHARE)
        self.share.setCheckable(True)
        self.network = Button(appearance, NETWORK, "train")
        self.network.hide()
        self._name(
            (self.share, SHARE, SHARE_HINT),
            (self.network, NETWORK, "Open the network that this graph writes out, with these numbers"),
        )
        self._row.addStretch(1)
        self._add(self.network, self.share)
        self.share.clicked.connect(self.share_toggled)
        self.network.clicked.connect(self.network_requested)

    def show_event(self, evaluation: Evaluation, index: int) -> None:
        """Light the phase of this event, and offer what can be done from here."""
        phases = [event.phase for event in evaluation.events]
        self._show_place(phases, index)
        self.next.setEnabled(index < len(phases) - 1)
        for phase, chip in self.phases.items():
            chip.setEnabled(phase in phases)
        if self._needed() > self.width():  # another graph has longer counts
            self._fit()

    def offer(self, *, sharing: bool, network: bool) -> None:
        """What can be done with this graph."""
        self.share.setEnabled(sharing or self.share.isChecked())
        self.share.setToolTip(SHARE_HINT if self.share.isEnabled() else NOTHING_TO_SHARE)
        self.network.setVisible(network)
        self._fit()

    @Slot(bool)
    def set_share(self, on: bool) -> None:
        """Show whether equal parts are one node."""
        self.share.setChecked(on)

    def _fit(self) -> None:
        """Where it gets narrow the pace goes, then the words of the network's button."""
        for shows_pace, word in ((True, NETWORK), (False, NETWORK), (False, "")):
            self._labeled_pace.setVisible(shows_pace)
            self.network.set_text(word)
            if self._has_room():
                return

    def minimumSizeHint(self) -> QSize:
        return QSize(560, self.minimumHeight())
