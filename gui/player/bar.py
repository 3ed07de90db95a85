"""The bar over what is gone through: first, back, play, next, last, the pace, and how far each phase is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.player.phase_chip import PhaseChip, show_phases
from gui.player.player import DEFAULT_PACE, Player
from gui.widgets import Button, Combo, LabeledControl, RowBar

NEXT = "Next"


class PlayerBar(RowBar):
    """noun: what a place is called; end: what the last one is. A subclass adds what else it has behind the phases.

    Signals: first, previous, play, next, last; phase_requested(phase), pace_chosen(int).
    """

    first_requested = Signal()
    previous_requested = Signal()
    play_requested = Signal()
    next_requested = Signal()
    last_requested = Signal()
    phase_requested = Signal(str)
    pace_chosen = Signal(int)

    def __init__(
        self,
        appearance: Appearance,
        phases: Sequence[str],
        paces: Sequence[str],
        noun: str,
        end: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self.first = Button(appearance, "", "first")
        self.previous = Button(appearance, "", "previous")
        self.play = Button(appearance, "Play", "play", "primary", "Space")
        self.next = Button(appearance, NEXT, "next", key="→")
        self.last = Button(appearance, "", "last")
        self.pace = Combo(appearance)
        self.pace.set_items([(str(index), text) for index, text in enumerate(paces)])
        self.phases = {phase: PhaseChip(appearance, phase) for phase in phases}
        self.play.setMinimumWidth(max(self.play.width_for(word) for word in ("Play", "Pause")))
        self._labeled_pace = LabeledControl(appearance, "Pace", self.pace)
        self._next_hint = f"The next {noun} (→ or Page Down)"
        self._name(
            (self.first, f"First {noun}", f"The first {noun} (Home)"),
            (self.previous, "Back", f"One {noun} back (← or Page Up)"),
            (self.play, "Play", "Go on by itself (Space)"),
            (self.next, NEXT, self._next_hint),
            (self.last, f"Last {noun}", f"To {end} (End)"),
            (self.pace, "Pace", "So long a step while it plays"),
        )
        self._add(self.first, self.previous, self.play, self.next, self.last, self._labeled_pace)
        self._add_rule()
        self._add(*self.phases.values())
        self._connect_buttons()

    def follow_player(self, player: Player) -> None:
        """Let the buttons steer this player, and show whether it plays; its places come by `_show_place`."""
        player.playing_changed.connect(self.set_playing)
        self.first_requested.connect(player.first)
        self.previous_requested.connect(player.previous)
        self.play_requested.connect(player.toggle_playing)
        self.next_requested.connect(player.next)
        self.last_requested.connect(player.last)
        self.phase_requested.connect(player.go_to_phase)
        self.pace_chosen.connect(player.set_pace)
        self.pace.set_key(str(DEFAULT_PACE))

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        """Show whether it goes on by itself."""
        self.play.set_text("Pause" if playing else "Play")
        self.play.set_icon("pause" if playing else "play")
        self.play.setAccessibleName(self.play.text())

    def _show_place(self, phases: Sequence[str], index: int) -> None:
        """Light the phase of this place, and offer what can be done from here. phases: that of every place."""
        show_phases(self.phases, phases, index)
        for button in (self.first, self.previous):
            button.setEnabled(index > 0)
        self.last.setEnabled(index < len(phases) - 1)

    def _connect_buttons(self) -> None:
        self.first.clicked.connect(self.first_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.play.clicked.connect(self.play_requested)
        self.next.clicked.connect(self._on_next)
        self.last.clicked.connect(self.last_requested)
        self.pace.key_chosen.connect(self._on_pace)
        for chip in self.phases.values():
            chip.chosen.connect(self.phase_requested)

    @Slot()
    def _on_next(self) -> None:
        self.next_requested.emit()

    @Slot(str)
    def _on_pace(self, key: str) -> None:
        self.pace_chosen.emit(int(key))
