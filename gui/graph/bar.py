"""The bar over the Graph workspace: first, back, play, next, last; the two passes; sharing; the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.stepper import PHASES
from gui.step.phase_chip import PhaseChip
from gui.widgets import Button, Combo, LabeledControl, Separator, follow

HEIGHT, PADDING, GAP, GROUP_GAP = 56, 16, 8, 12
SHARE, NETWORK = "Share equal parts", "Show as network"
SHARE_HINT = "Equal parts become one node: computed once, and what comes back adds up"
NOTHING_TO_SHARE = "No part of this expression is written twice"


class GraphBar(QWidget):
    """56 px high. Signals: first, previous, play, next, last; phase_requested(phase), pace_chosen(int),
    share_toggled(bool), network_requested().
    """

    first_requested = Signal()
    previous_requested = Signal()
    play_requested = Signal()
    next_requested = Signal()
    last_requested = Signal()
    phase_requested = Signal(str)
    pace_chosen = Signal(int)
    share_toggled = Signal(bool)
    network_requested = Signal()

    def __init__(self, appearance: Appearance, paces: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build(paces)
        self._lay_out()
        self._connect()
        follow(self, appearance)

    def show_event(self, evaluation: Evaluation, index: int) -> None:
        """Light the phase of this event, and offer what can be done from here."""
        events = evaluation.events
        totals: Counter[str] = Counter(event.phase for event in events)
        done: Counter[str] = Counter(event.phase for event in events[: index + 1])
        for phase, chip in self.phases.items():
            chip.set_progress(done[phase], totals[phase], bool(events) and events[index].phase == phase)
            chip.setEnabled(totals[phase] > 0)
        at_end = index >= len(events) - 1
        for button in (self.first, self.previous):
            button.setEnabled(index > 0)
        for button in (self.next, self.last):
            button.setEnabled(not at_end)
        if self._row.minimumSize().width() > self.width():  # another graph has longer counts
            self._fit()

    def offer(self, *, sharing: bool, network: bool) -> None:
        """What can be done with this graph."""
        self.share.setEnabled(sharing or self.share.isChecked())
        self.share.setToolTip(SHARE_HINT if self.share.isEnabled() else NOTHING_TO_SHARE)
        self.network.setVisible(network)
        self._fit()

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        """Show whether it goes on by itself."""
        self.play.set_text("Pause" if playing else "Play")
        self.play.set_icon("pause" if playing else "play")
        self.play.setAccessibleName(self.play.text())

    @Slot(bool)
    def set_share(self, on: bool) -> None:
        """Show whether equal parts are one node."""
        self.share.setChecked(on)

    def _build(self, paces: Sequence[str]) -> None:
        look = self._appearance
        self.first = Button(look, "", "first")
        self.previous = Button(look, "", "previous")
        self.play = Button(look, "Play", "play", "primary", "Space")
        self.next = Button(look, "Next", "next", key="→")
        self.last = Button(look, "", "last")
        self.pace = Combo(look)
        self.pace.set_items([(str(index), text) for index, text in enumerate(paces)])
        self.phases = {phase: PhaseChip(look, phase) for phase in PHASES}
        self.share = Button(look, SHARE)
        self.share.setCheckable(True)
        self.network = Button(look, NETWORK, "train")
        self.network.hide()
        self.play.setMinimumWidth(max(self.play.width_for(word) for word in ("Play", "Pause")))
        for button, name, hint in (
            (self.first, "First step", "The first step (Home)"),
            (self.previous, "Back", "One step back (← or Page Up)"),
            (self.play, "Play", "Go on by itself (Space)"),
            (self.next, "Next", "The next step (→ or Page Down)"),
            (self.pace, "Pace", "So long a step while it plays"),
            (self.last, "Last step", "To the last derivative (End)"),
            (self.share, SHARE, SHARE_HINT),
            (self.network, NETWORK, "Open the network that this graph writes out, with these numbers"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(hint)

    def _lay_out(self) -> None:
        look = self._appearance
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, PADDING, 1)
        row.setSpacing(GAP)
        self._labeled_pace = LabeledControl(look, "Pace", self.pace)
        for widget in (self.first, self.previous, self.play, self.next, self.last, self._labeled_pace):
            row.addWidget(widget)
        row.addSpacing(GROUP_GAP - GAP)
        row.addWidget(Separator(look, Qt.Orientation.Vertical))
        row.addSpacing(GROUP_GAP - GAP)
        for chip in self.phases.values():
            row.addWidget(chip)
        row.addStretch(1)
        for button in (self.network, self.share):
            row.addWidget(button)

    def _connect(self) -> None:
        self.first.clicked.connect(self.first_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.play.clicked.connect(self.play_requested)
        self.next.clicked.connect(self.next_requested)
        self.last.clicked.connect(self.last_requested)
        self.pace.key_chosen.connect(self._on_pace)
        for chip in self.phases.values():
            chip.clicked.connect(self._on_phase)
        self.share.clicked.connect(self.share_toggled)
        self.network.clicked.connect(self.network_requested)

    @Slot(str)
    def _on_pace(self, key: str) -> None:
        self.pace_chosen.emit(int(key))

    @Slot()
    def _on_phase(self) -> None:
        chip = self.sender()
        if isinstance(chip, PhaseChip):
            self.phase_requested.emit(chip.phase)

    def _fit(self) -> None:
        """Where it gets narrow the pace goes, then the words of the network's button."""
        for shows_pace, word in ((True, NETWORK), (False, NETWORK), (False, "")):
            self._labeled_pace.setVisible(shows_pace)
            self.network.set_text(word)
            self._row.invalidate()
            self._row.activate()
            if self._row.minimumSize().width() <= self.width():
                return

    def sizeHint(self) -> QSize:
        return QSize(1208, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(560, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
