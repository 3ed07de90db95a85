"""The bar over the Step workspace: first, back, play, next, last; the phases; which examples; pencil and sheet.

It knows no tape but what `show_row` tells it; what a person does goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.step.row import PHASES
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.player.bar import NEXT, PlayerBar
from gui.step.columns_choice import ColumnsChoice
from gui.widgets import Button
from gui.widgets.row_bar import GAP

NARROW_GAP = 5
NEXT_UPDATE = "Next update"
NEXT_KEY, UPDATE_KEY, NEXT_ICON = "→", ".", "next"
RIGHT = ("examples", "pencil", "sheet")
LEVELS = (  # of the buttons at the right whose words are shown, and their icons; the gap; has "Next update" room
    (RIGHT, True, GAP, True),
    (RIGHT, True, NARROW_GAP, True),
    (RIGHT, False, GAP, True),
    (RIGHT, False, NARROW_GAP, True),
    (RIGHT, False, NARROW_GAP, False),
    (("pencil",), True, NARROW_GAP, True),
    (("pencil",), True, NARROW_GAP, False),
    ((), True, GAP, True),
    ((), True, NARROW_GAP, True),
    ((), True, NARROW_GAP, False),
)
WORDS = {"examples": "Examples", "pencil": "Pencil mode", "sheet": "Sheet…"}
ICONS = {"examples": "book", "pencil": "pencil", "sheet": "print"}


class StepBar(PlayerBar):
    """Signals, beside those of a player's bar: update_requested() by "next" at the end of a tape;
    columns_chosen("batch" | "all" | int), pencil_toggled(bool), sheet_requested(), examples_requested().
    """

    update_requested = Signal()
    columns_chosen = Signal(object)
    pencil_toggled = Signal(bool)
    sheet_requested = Signal()
    examples_requested = Signal()

    def __init__(self, appearance: Appearance, paces: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(appearance, PHASES, paces, "row", "the end of the update", parent)
        self._tape: Tape | None = None
        self._is_at_end = False
        self._has_room_for_next_update = True
        self._fitted = (0, 0)
        self.columns = ColumnsChoice(appearance)
        self.examples = Button(appearance, WORDS["examples"], ICONS["examples"])
        self.pencil = Button(appearance, WORDS["pencil"], ICONS["pencil"])
        self.pencil.setCheckable(True)
        self.sheet = Button(appearance, WORDS["sheet"], ICONS["sheet"])
        self._name(
            (self.examples, "Examples", "Worked examples, and new exercises"),
            (self.pencil, "Pencil mode", "The numbers become blanks that you fill in"),
            (self.sheet, "Sheet", "Print this update as an exercise sheet (PDF)"),
        )
        self._add_rule()
        self._add(self.columns)
        self._row.addStretch(1)
        self._add(self.examples, self.pencil, self.sheet)
        self.columns.chosen.connect(self.columns_chosen)
        self.pencil.clicked.connect(self.pencil_toggled)
        self.sheet.clicked.connect(self.sheet_requested)
        self.examples.clicked.connect(self.examples_requested)

    def set_tape(self, tape: Tape) -> None:
        """Count the rows of the phases, and say what the columns are."""
        self._tape = tape
        self.columns.set_tape(tape)
        self._fit()

    def set_training_examples(self, count: int) -> None:
        """So many examples can be chosen from, one at a time."""
        self.columns.set_count(count)

    def show_row(self, index: int) -> None:
        """Light the phase of this row, and offer what can be done from here."""
        if self._tape is None:
            return
        self._show_place([row.phase for row in self._tape.rows], index)
        at_end = index == len(self._tape.rows) - 1
        if at_end != self._is_at_end:
            self._is_at_end = at_end
            self._offer_next_update(at_end)

    def _offer_next_update(self, at_end: bool) -> None:
        """The same button goes on at the end, by another key. Its room is kept: nothing beside it moves. The longer
        words stand there without the arrow, so that the room is hardly more than what "Next" takes.
        """
        is_long = at_end and self._has_room_for_next_update
        self.next.set_text(NEXT_UPDATE if is_long else NEXT)
        self.next.set_icon("" if is_long else NEXT_ICON)
        self.next.set_key(UPDATE_KEY if at_end else NEXT_KEY)
        self.next.setToolTip("Make this update and open the next one (.)" if at_end else self._next_hint)
        self.next.setAccessibleName(NEXT_UPDATE if at_end else NEXT)

    def set_pencil(self, on: bool) -> None:
        """Show whether the numbers are blanks."""
        self.pencil.setChecked(on)

    @Slot()
    def _on_next(self) -> None:
        if self._is_at_end:
            self.update_requested.emit()
        else:
            self.next_requested.emit()

    def _fit(self) -> None:
        """Decide by width and tape, not by row: first all stand closer, then the buttons at the right lose their icons,
        "Next update" is said by its key alone, and last the words go.
        """
        for words, has_icons, gap, long_next in LEVELS:
            for key, button in zip(RIGHT, (self.examples, self.pencil, self.sheet), strict=True):
                button.set_text(WORDS[key] if key in words else "")
                button.set_icon(ICONS[key] if has_icons else "")
            self._row.setSpacing(gap)
            self._has_room_for_next_update = long_next
            self._keep_room_of_next()
            if self._has_room():
                break
        self._fitted = (self.width(), self._needed())

    def _keep_room_of_next(self) -> None:
        """As much as what it says at the end and before it takes, not more."""
        widths = []
        for at_end in (not self._is_at_end, self._is_at_end):
            self._offer_next_update(at_end)
            widths.append(self.next.width_for(self.next.text()))
        self.next.setMinimumWidth(max(widths))

    def minimumSizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # A control has longer words now; what changed inside one is heard only by this event. Fitting asks for
        # another one: where the narrowest is still too wide (a page never shown), fitting again would never end.
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._needed()
            if needed > self.width() and (self.width(), needed) != self._fitted:
                self._fit()
        return handled
