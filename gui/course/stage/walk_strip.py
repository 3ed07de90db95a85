"""The strip over a scene that is walked through: first, back, play, next, last, and how far each phase is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.player.phase_chip import PhaseChip, show_phases
from gui.widgets import Button, RowBar, Separator
from gui.widgets.row_bar import GAP

HEIGHT, TIGHT = 48, 5
LEVELS = (  # whether Play and Next have words, whether what can give way is there, whether first and last are
    (True, True, True),
    (False, True, True),
    (False, False, True),
    (False, False, False),
)
TIPS = {
    "first": ("First", "To the beginning (Home)"),
    "previous": ("Back", "One back (←)"),
    "play": ("Play", "Go on by itself (Space)"),
    "next": ("Next", "One forwards (→)"),
    "last": ("Last", "To the end (End)"),
}


class WalkStrip(RowBar):
    """extras: widgets at its right end; those of `yielding` by name, unless wanted, give way where it is narrow.

    Signals: requested(key), one of TIPS; phase_requested(phase).
    """

    requested = Signal(str)
    phase_requested = Signal(str)

    def __init__(self, appearance: Appearance, phases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, height=HEIGHT)
        self._has_words = True
        self._wanted: frozenset[str] = frozenset()
        self.yielding: dict[str, QWidget] = {}
        self.buttons = {key: Button(appearance, "", key) for key in TIPS}
        self.chips = {phase: PhaseChip(appearance, phase) for phase in phases}
        self._name(*((self.buttons[key], name, tip) for key, (name, tip) in TIPS.items()))
        self._add(*self.buttons.values())
        self._add(Separator(appearance, Qt.Orientation.Vertical, 28))
        self._add(*self.chips.values())
        self._row.addStretch(1)
        for button in self.buttons.values():
            button.clicked.connect(self._on_clicked)
        for chip in self.chips.values():
            chip.chosen.connect(self.phase_requested)

    def add_widget(self, widget: QWidget, name: str = "") -> None:
        """Put a widget at the right end; one with a name gives way."""
        self._add(widget)
        if name:
            self.yielding[name] = widget

    def show_place(self, phases: Sequence[str], index: int) -> None:
        """phases: that of every place of the walk, in order; index: where it stands."""
        show_phases(self.chips, phases, index)
        for key in ("first", "previous"):
            self.buttons[key].setEnabled(index > 0)
        self.buttons["last"].setEnabled(index < len(phases) - 1)

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        """Show whether it goes on by itself."""
        play = self.buttons["play"]
        play.set_icon("pause" if playing else "play")
        play.setAccessibleName("Pause" if playing else "Play")
        self._write_words()

    def set_wanted(self, names: Collection[str]) -> None:
        """A lesson speaks about these: they are there however narrow the strip is."""
        self._wanted = frozenset(names)
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for."""
        for has_words, has_extras, has_ends in LEVELS:
            self._has_words = has_words
            self._write_words()
            self._row.setSpacing(GAP if has_words else TIGHT)
            for name, widget in self.yielding.items():
                widget.setVisible(has_extras or name in self._wanted)
            for key in ("first", "last"):
                self.buttons[key].setVisible(has_ends)
            if self._has_room():
                return

    def _write_words(self) -> None:
        play, has_words = self.buttons["play"], self._has_words
        play.setMinimumWidth(max(play.width_for(word if has_words else "") for word in ("Play", "Pause")))
        play.set_text(play.accessibleName() if has_words else "")
        self.buttons["next"].set_text("Next" if has_words else "")

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(next(key for key, button in self.buttons.items() if button is self.sender()))

    def sizeHint(self) -> QSize:
        return QSize(900, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, HEIGHT)
