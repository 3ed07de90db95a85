"""The bar over the Step workspace: first, back, play, next, last; the phases; which examples; pencil and sheet.

It knows no tape but what `show_row` tells it; what a person does goes out as signals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.step.row import PHASES
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.columns_choice import ColumnsChoice
from gui.step.phase_chip import PhaseChip
from gui.widgets import Button, Combo, LabeledControl, Separator, follow

HEIGHT, PADDING, GAP, GROUP_GAP, NARROW_GAP = 56, 16, 8, 12, 5
NEXT, NEXT_UPDATE = "Next", "Next update"
LEVELS = (  # whose words are shown, the gap, and whether "Next update" has room
    (("examples", "pencil", "sheet"), GAP, True),
    (("examples", "pencil"), GAP, True),
    (("pencil",), GAP, True),
    ((), GAP, True),
    ((), NARROW_GAP, True),
    ((), NARROW_GAP, False),
)
WORDS = {"examples": "Examples", "pencil": "Pencil mode", "sheet": "Sheet…"}


class StepBar(QWidget):
    """56 px high. Signals: first, previous, play, next, last; update_requested() at the end of a tape;
    phase_requested(phase), columns_chosen("batch" | "all" | int), pace_chosen(int), pencil_toggled(bool),
    sheet_requested(), examples_requested().
    """

    first_requested = Signal()
    previous_requested = Signal()
    play_requested = Signal()
    next_requested = Signal()
    last_requested = Signal()
    update_requested = Signal()
    phase_requested = Signal(str)
    columns_chosen = Signal(object)
    pace_chosen = Signal(int)
    pencil_toggled = Signal(bool)
    sheet_requested = Signal()
    examples_requested = Signal()

    def __init__(self, appearance: Appearance, paces: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._is_at_end = False
        self._has_room_for_next_update = True
        self._fitted = (0, 0)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build(paces)
        self._lay_out()
        self._connect()
        follow(self, appearance)

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
        rows = self._tape.rows
        totals = Counter(row.phase for row in rows)
        done = Counter(row.phase for row in rows[: index + 1])
        for phase, chip in self.phases.items():
            chip.set_progress(done[phase], totals[phase], rows[index].phase == phase)
        at_end = index == len(rows) - 1
        self.first.setEnabled(index > 0)
        self.previous.setEnabled(index > 0)
        self.last.setEnabled(not at_end)
        if at_end != self._is_at_end:
            self._is_at_end = at_end
            self._offer_next_update(at_end)

    def _offer_next_update(self, at_end: bool) -> None:
        """The same button goes on at the end, by another key. Its room is kept: nothing beside it moves."""
        self.next.set_text(NEXT_UPDATE if at_end and self._has_room_for_next_update else NEXT)
        self.next.set_key("." if at_end else "→")
        hint = "Make this update and open the next one (.)" if at_end else "The next row (→ or Page Down)"
        self.next.setToolTip(hint)
        self.next.setAccessibleName(NEXT_UPDATE if at_end else NEXT)

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        """Show whether it goes on by itself."""
        self.play.set_text("Pause" if playing else "Play")
        self.play.set_icon("pause" if playing else "play")
        self.play.setAccessibleName(self.play.text())

    def set_pencil(self, on: bool) -> None:
        """Show whether the numbers are blanks."""
        self.pencil.setChecked(on)

    def _build(self, paces: Sequence[str]) -> None:
        look = self._appearance
        self.first = Button(look, "", "first")
        self.previous = Button(look, "", "previous")
        self.play = Button(look, "Play", "play", "primary", "Space")
        self.next = Button(look, NEXT, "next", key="→")
        self.last = Button(look, "", "last")
        self.pace = Combo(look)
        self.pace.set_items([(str(index), text) for index, text in enumerate(paces)])
        self.phases = {phase: PhaseChip(look, phase) for phase in PHASES}
        self.columns = ColumnsChoice(look)
        self.examples = Button(look, WORDS["examples"], "book")
        self.pencil = Button(look, WORDS["pencil"], "pencil")
        self.pencil.setCheckable(True)
        self.sheet = Button(look, WORDS["sheet"], "print")
        for button, name, hint in (
            (self.first, "First row", "The first row (Home)"),
            (self.previous, "Back", "One row back (← or Page Up)"),
            (self.play, "Play", "Go on by itself (Space)"),
            (self.pace, "Pace", "So long a step while it plays"),
            (self.last, "Last row", "To the end of the update (End)"),
            (self.examples, "Examples", "Worked examples, and new exercises"),
            (self.pencil, "Pencil mode", "The numbers become blanks that you fill in"),
            (self.sheet, "Sheet", "Print this update as an exercise sheet (PDF)"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(hint)

    def _lay_out(self) -> None:
        look = self._appearance
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, PADDING, 1)
        row.setSpacing(GAP)
        self._labeled_pace = LabeledControl(look, "Pace", self.pace)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.first, self.previous, self.play, self.next, self.last, self._labeled_pace),
            tuple(self.phases.values()),
            (self.columns,),
        )
        for number, group in enumerate(groups):
            if number:
                row.addSpacing(GROUP_GAP - GAP)
                row.addWidget(Separator(look, Qt.Orientation.Vertical))
                row.addSpacing(GROUP_GAP - GAP)
            for widget in group:
                row.addWidget(widget)
        row.addStretch(1)
        for button in (self.examples, self.pencil, self.sheet):
            row.addWidget(button)

    def _connect(self) -> None:
        self.first.clicked.connect(self.first_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.play.clicked.connect(self.play_requested)
        self.next.clicked.connect(self._on_next)
        self.last.clicked.connect(self.last_requested)
        self.pace.key_chosen.connect(self._on_pace)
        for chip in self.phases.values():
            chip.clicked.connect(self._on_phase)
        self.columns.chosen.connect(self.columns_chosen)
        self.pencil.clicked.connect(self.pencil_toggled)
        self.sheet.clicked.connect(self.sheet_requested)
        self.examples.clicked.connect(self.examples_requested)

    @Slot()
    def _on_next(self) -> None:
        if self._is_at_end:
            self.update_requested.emit()
        else:
            self.next_requested.emit()

    @Slot(str)
    def _on_pace(self, key: str) -> None:
        self.pace_chosen.emit(int(key))

    @Slot()
    def _on_phase(self) -> None:
        chip = self.sender()
        if isinstance(chip, PhaseChip):
            self.phase_requested.emit(chip.phase)

    def _fit(self) -> None:
        """Decide by width and tape, not by row: the buttons at the right lose their words, the last one first, then all
        stand closer, then "Next update" is said by its key alone.
        """
        self.play.setMinimumWidth(max(self.play.width_for(word) for word in ("Play", "Pause")))
        for words, gap, long_next in LEVELS:
            for key, button in (("examples", self.examples), ("pencil", self.pencil), ("sheet", self.sheet)):
                button.set_text(WORDS[key] if key in words else "")
            self._row.setSpacing(gap)
            self._has_room_for_next_update = long_next
            self.next.setMinimumWidth(self.next.width_for(NEXT_UPDATE if long_next else NEXT))
            self._offer_next_update(self._is_at_end)
            self._row.invalidate()  # what changed inside a control is not heard here yet
            self._row.activate()
            if self._needed() <= self.width():
                break
        self._fitted = (self.width(), self._needed())

    def _needed(self) -> int:
        return self._row.minimumSize().width()

    def sizeHint(self) -> QSize:
        return QSize(1208, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # A control has longer words now; what changed inside one is heard only by this event. Fitting asks for
        # another one: where the narrowest is still too wide (a page never shown), fitting again would never end.
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._needed()
            if needed > self.width() and (self.width(), needed) != self._fitted:
                self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
