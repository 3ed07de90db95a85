"""Pencil mode in the window: what is blank, what is said of the answers, the score.

What is shown of the tape meanwhile is `shown`: the numbers that are blank are not in it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.pencil import Place, Verdict
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import StepCentre
from gui.step.number_format import UNKNOWN, NumberFormat
from gui.step.pencil import sayings
from gui.step.pencil.answer_line import AnswerLine
from gui.step.pencil.answers import Answers
from gui.step.pencil.blanks import ROW
from gui.step.pencil.judging import Asked
from gui.step.pencil.pencil import Pencil
from gui.step.pencil.sayings import Saying
from gui.step.pencil.score_keeper import ScoreKeeper
from gui.step.pencil.strip import PencilStrip
from gui.step.selection import Cell
from gui.step.stepper import Stepper
from gui.step.tape_list import TapeList


class PencilMode(QObject):
    """Signals: toggled(bool); numbers_changed(), when views are to take `shown` again; marks_changed(), for `mark`;
    format_changed(); new_exercise_requested().
    """

    toggled = Signal(bool)
    numbers_changed = Signal()
    marks_changed = Signal()
    format_changed = Signal()
    new_exercise_requested = Signal()

    def __init__(
        self, appearance: Appearance, stepper: Stepper, centre: StepCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stepper, self._centre = stepper, centre
        self._said: Saying | None = None
        self.pencil = Pencil()
        self.strip = PencilStrip(appearance)
        self.line = AnswerLine(appearance)
        self.answers = Answers(appearance, stepper, centre, self.pencil, self)
        self.score = ScoreKeeper(appearance, centre, self.pencil, self)
        self.strip.hide()
        self.strip.show_choices(self.pencil.scope, self.pencil.decimals)
        self._connect()

    @property
    def is_on(self) -> bool:
        """Whether numbers are blanks."""
        return self.pencil.is_on

    @property
    def shown(self) -> Tape:
        """The tape as it may be seen."""
        return self.pencil.shown

    def number_format(self, chosen: NumberFormat) -> NumberFormat:
        """How numbers are written: at least to the decimals that are asked, what is not known as a question mark."""
        if not self.is_on:
            return chosen
        count = max(chosen.count, self.pencil.decimals) if chosen.kind == "decimals" else chosen.count
        return replace(chosen, count=count, nothing=UNKNOWN)

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Begin with the first blank, or show all numbers again; what was typed stays."""
        if on == self.is_on:
            return
        self.answers.close()
        self.pencil.is_on = on
        self._said = None
        self.strip.setVisible(on)
        self._centre.numbers.set_answer_line(self.line if on else None, sayings.BEGIN if on else "")
        self.score.put_away()
        self.format_changed.emit()
        self.numbers_changed.emit()
        self.toggled.emit(on)
        self.begin()

    @Slot()
    def begin(self) -> None:
        """Go to the blank that is open, else to the first one that is not solved."""
        place = self.answers.place or self.pencil.first_open()
        if self.is_on and place is not None:
            self.answers.go(place)

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self.answers.close()
        self._said = None
        self.pencil.set_tape(tape)
        self.score.put_away()

    def show_row(self, index: int) -> None:
        """Another row; `shown` may be another tape then."""
        if index != self.pencil.index:
            self.answers.close()
            self._said = None
            self.pencil.show_row(index)

    def show_cell(self, cell: Cell | None) -> None:
        """Open the field if a blank is selected; comes when the views have shown row and cell."""
        if self.pencil.tape is None:
            return
        self._show_blanks()
        if self.answers.show(cell):
            self._said = None
        self._say()

    def mark(self, tape_list: TapeList, blocks: BuildingBlocks) -> None:
        """Ticks and crosses at the rows, and no J where it is blank."""
        before, after = self.pencil.hidden_costs()
        tape_list.set_numbers_hidden(before, after)
        blocks.set_numbers_hidden(before)
        tape_list.set_marks(self.pencil.marks() if self.is_on else {})

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self.answers.judging.close()

    def _connect(self) -> None:
        answers, strip = self.answers, self.strip
        answers.typed.connect(self._on_typed)
        answers.judged.connect(self._on_judged)
        answers.solved.connect(self._on_solved)
        strip.scope_chosen.connect(self._on_scope)
        strip.decimals_chosen.connect(self._on_decimals)
        strip.check_requested.connect(self._on_check)
        strip.finish_requested.connect(self._on_finish)
        self.line.offered.connect(self._on_offered)
        self.score.again_requested.connect(self._on_again)
        self.score.new_requested.connect(self.new_exercise_requested)
        self._centre.enter_pressed.connect(self.begin)

    @Slot()
    def _on_typed(self) -> None:
        self._said = None
        self._say()

    @Slot(object, object)
    def _on_judged(self, asked: Asked, verdict: Verdict) -> None:
        is_elsewhere = asked.place != self.answers.place
        self._said = sayings.of_verdict(verdict, self.answers.name(asked.place), is_elsewhere=is_elsewhere)
        self._show_blanks()
        self._say()
        self.marks_changed.emit()

    @Slot(object, object)
    def _on_solved(self, place: Place, following: Place | None) -> None:
        """A number is known again: the views show it; then on to the next blank, or to the score."""
        said = self._said
        self.numbers_changed.emit()
        if self.pencil.scope != ROW and self.pencil.tally().is_done:
            self.score.show()
        elif following is not None:
            self.answers.go(following)
        is_given = self.pencil.paper.state(place) == "given"
        self._said = sayings.of_shown(self.answers.name(place)) if is_given else said
        self._say()

    @Slot(str)
    def _on_scope(self, scope: str) -> None:
        self.answers.close()
        self.pencil.scope = scope
        self._said = None
        self.score.put_away()
        self.numbers_changed.emit()
        self.begin()

    @Slot(int)
    def _on_decimals(self, decimals: int) -> None:
        self.pencil.decimals = decimals
        self.format_changed.emit()
        self._show_blanks()
        self._say()

    @Slot()
    def _on_check(self) -> None:
        if not self.answers.judge_all():
            self._said = sayings.NOTHING_TYPED
            self._say()

    @Slot()
    def _on_finish(self) -> None:
        self.answers.judge_open()
        self.score.show()

    @Slot(str)
    def _on_offered(self, key: str) -> None:
        place = self.answers.place
        if key == sayings.SHOW and place is not None:
            self.answers.give(place)
        else:
            self.begin()

    @Slot()
    def _on_again(self) -> None:
        self.pencil.paper.erase(self.pencil.places())
        self._said = None
        self.score.put_away()
        self.numbers_changed.emit()
        self.begin()

    def _show_blanks(self) -> None:
        """The fields of this row, the score, and what hides with it."""
        pencil = self.pencil
        cells = pencil.cells() if self.is_on else ()
        answers = {(k, i): pencil.paper.answer(Place(pencil.index, k, i)) for k, i in cells}
        self._centre.numbers.equations.set_blanks(answers)
        self.strip.set_tally(pencil.tally().text)
        self.score.refresh()

    def _say(self) -> None:
        """Under the matrices: what was said last, else what is asked; and the button that goes with it."""
        pencil, place = self.pencil, self.answers.place
        if not self.is_on or pencil.tape is None:
            return
        if place is None:
            usual = sayings.of_row(pencil.tape.rows[pencil.index], pencil.row_tally())
        else:
            usual = sayings.of_blank(self.answers.name(place), pencil.decimals)
        self.line.say(self._said or usual)
        if place is not None:
            self.line.offer(sayings.SHOW, "Show answer", "It is shown, and counts as wrong")
        elif pencil.first_open() is not None:
            is_begun = self._stepper.cell is not None
            self.line.offer(sayings.GO, "Next blank" if is_begun else "First blank")
        else:
            self.line.offer("", "")
