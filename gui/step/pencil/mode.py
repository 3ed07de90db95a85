"""Pencil mode in the window: it opens the field over a blank, has answers judged, and says what came of them.

What is shown of the tape meanwhile is `shown`: the numbers that are blank are not in it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.pencil import Place, Verdict
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import NUMBERS, StepCentre
from gui.step.number_format import UNKNOWN, NumberFormat
from gui.step.pencil import sayings
from gui.step.pencil.answer_line import AnswerLine
from gui.step.pencil.blanks import ROW, place_text
from gui.step.pencil.judging import Asked, Judging
from gui.step.pencil.open_blank import OpenBlank
from gui.step.pencil.pencil import Pencil
from gui.step.pencil.sayings import Saying
from gui.step.pencil.score_keeper import ScoreKeeper
from gui.step.pencil.strip import PencilStrip
from gui.step.selection import Cell
from gui.step.stepper import Stepper
from gui.step.tape_list import TapeList


class PencilMode(QObject):
    """Signals: toggled(bool); numbers_changed(), when views are to take `shown` again; format_changed();
    new_exercise_requested().
    """

    toggled = Signal(bool)
    numbers_changed = Signal()
    format_changed = Signal()
    new_exercise_requested = Signal()

    def __init__(
        self, appearance: Appearance, stepper: Stepper, centre: StepCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stepper, self._centre = stepper, centre
        self._said: Saying | None = None
        self.pencil = Pencil()
        self.judging = Judging(self)
        self.strip = PencilStrip(appearance)
        self.line = AnswerLine(appearance)
        self.blank = OpenBlank(appearance, centre.numbers, self)
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
        self._close()
        self.pencil.is_on = on
        self._said = None
        self.strip.setVisible(on)
        self._centre.numbers.set_answer_line(self.line if on else None, sayings.BEGIN if on else "")
        self.score.put_away()
        self.format_changed.emit()
        self.numbers_changed.emit()
        self.toggled.emit(on)
        if on:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Go to the selected blank, else to the first one that is not solved."""
        place = self.blank.place or self.pencil.first_open()
        if self.is_on and place is not None:
            self._go(place)

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self._close()
        self._said = None
        self.pencil.set_tape(tape)
        self.score.put_away()

    def show_row(self, index: int) -> None:
        """Another row; `shown` may be another tape then."""
        if index != self.pencil.index:
            self._close()
            self._said = None
            self.pencil.show_row(index)

    def show_cell(self, cell: Cell | None) -> None:
        """Open the field if a blank is selected; comes when the views have shown row and cell."""
        if self.pencil.tape is None:
            return
        self._show_blanks()
        place = self._blank_at(cell)
        if place is None:
            self._close()
        elif place != self.blank.place:
            self._open(place)
        else:
            self.blank.lay_out()
        self._say()

    def mark(self, tape_list: TapeList, blocks: BuildingBlocks) -> None:
        """Ticks and crosses at the rows, and no J where it is blank."""
        before, after = self.pencil.hidden_costs()
        tape_list.set_numbers_hidden(before, after)
        blocks.set_numbers_hidden(before)
        tape_list.set_marks(self.pencil.marks() if self.is_on else {})

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self.judging.close()

    def _connect(self) -> None:
        field, strip = self.blank.field, self.strip
        field.textEdited.connect(self._on_edited)
        field.entered.connect(self._on_entered)
        field.tabbed.connect(self._on_tabbed)
        field.moved.connect(self._centre.move_selection)
        field.left.connect(self._judge_open)
        field.cancelled.connect(self._on_cancelled)
        strip.scope_chosen.connect(self._on_scope)
        strip.decimals_chosen.connect(self._on_decimals)
        strip.check_requested.connect(self._on_check)
        strip.finish_requested.connect(self._on_finish)
        self.line.offered.connect(self._on_offered)
        self.score.again_requested.connect(self._on_again)
        self.score.new_requested.connect(self.new_exercise_requested)
        self.judging.judged.connect(self._on_judged)
        self._centre.enter_pressed.connect(self.begin)

    def _blank_at(self, cell: Cell | None) -> Place | None:
        """The blank of a selected number, None where there is none."""
        row = self._stepper.row
        if cell is None or row is None or cell.equation != row.main:
            return None
        place = Place(row.index, cell.k, cell.i)
        return place if self.pencil.is_open(place) else None

    def _name(self, place: Place) -> str:
        assert self.pencil.tape is not None
        return place_text(self.pencil.tape, place)

    def _go(self, place: Place) -> None:
        """Select a blank, in its row, and give it the keyboard; what was said last stays."""
        assert self.pencil.tape is not None
        self._centre.show_page(NUMBERS)
        said = self._said
        if place.row != self._stepper.index:
            self._stepper.go_to(place.row)
        self._stepper.select(Cell(self.pencil.tape.rows[place.row].main, place.k, place.i))
        self.blank.focus()
        self._said = said
        self._say()

    def _open(self, place: Place) -> None:
        self._judge_open()
        pencil = self.pencil
        self.blank.open(
            place,
            pencil.paper.answer(place),
            self._name(place),
            before=pencil.next_open(place, forward=False) is not None,
            after=pencil.next_open(place) is not None,
        )

    def _close(self) -> None:
        if self.blank.place is not None:
            self._judge_open()
            self.blank.close()

    @Slot()
    def _judge_open(self, *, goes_on: bool = False) -> None:
        """Have the open blank judged, if something is typed that was not judged yet."""
        place = self.blank.place
        if place is not None and self.pencil.paper.state(place) == "typed":
            self.judging.ask(self.pencil, place, goes_on=goes_on)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self.blank.place is not None:
            self.pencil.paper.write(self.blank.place, text)
            self.blank.field.set_state(self.pencil.paper.state(self.blank.place))
            self._said = None
            self._say()

    @Slot(object, object)
    def _on_judged(self, asked: Asked, verdict: Verdict) -> None:
        if asked.paper is not self.pencil.paper or not self.is_on:
            return
        is_here = asked.place == self.blank.place
        if not asked.is_silent:
            self._said = sayings.of_verdict(verdict, self._name(asked.place))
        if verdict.kind == "right":
            self._on_solved(asked.place, goes_on=asked.goes_on and is_here)
            return
        if is_here:
            self.blank.field.set_state(self.pencil.paper.state(asked.place))
        self._show_blanks()
        self._say()

    def _on_solved(self, place: Place, *, goes_on: bool) -> None:
        """A number is known again: the views show it; then on to the next blank, or to the score."""
        following = self.pencil.next_open(place) if goes_on else None
        said = self._said
        self.numbers_changed.emit()
        self._said = said
        if self.pencil.scope != ROW and self.pencil.tally().is_done:
            self.score.show()
        elif following is not None:
            self._go(following)
        self._say()

    @Slot()
    def _on_entered(self) -> None:
        place = self.blank.place
        if place is None:
            return
        if self.pencil.paper.state(place) == "empty":
            self._on_tabbed(True)
        else:
            self._judge_open(goes_on=True)

    @Slot(bool)
    def _on_tabbed(self, forward: bool) -> None:
        place = self.blank.place
        following = self.pencil.next_open(place, forward=forward) if place is not None else None
        if following is not None:
            self._go(following)

    @Slot()
    def _on_cancelled(self) -> None:
        self._judge_open()
        self.blank.rest()

    @Slot(str)
    def _on_scope(self, scope: str) -> None:
        self._close()
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
        """Judge everything that is typed; an answer that was wrong may follow from another one by now."""
        paper = self.pencil.paper
        typed = [place for place in self.pencil.open_places() if paper.answer(place).text.strip()]
        for place in typed:
            self.judging.ask(self.pencil, place, is_silent=len(typed) > 1)
        if not typed:
            self._said = sayings.NOTHING_TYPED
            self._say()

    @Slot()
    def _on_finish(self) -> None:
        self._judge_open()
        self.score.show()

    @Slot(str)
    def _on_offered(self, key: str) -> None:
        place = self.blank.place
        if key != sayings.SHOW or place is None:
            self.begin()
            return
        assert self.pencil.tape is not None
        row = self.pencil.tape.rows[place.row]
        self.pencil.paper.give(place, float(row.value[place.k, place.i]))
        self._said = sayings.of_shown(self._name(place))
        self._on_solved(place, goes_on=False)

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
        pencil, place = self.pencil, self.blank.place
        if not self.is_on or pencil.tape is None:
            return
        row = pencil.tape.rows[pencil.index]
        usual = (
            sayings.of_row(row, pencil.row_tally())
            if place is None
            else sayings.of_blank(self._name(place), pencil.decimals)
        )
        self.line.say(self._said or usual)
        if place is not None:
            self.line.offer(sayings.SHOW, "Show answer", "It is shown, and counts as wrong")
        elif pencil.first_open() is not None:
            is_begun = self._stepper.cell is not None
            self.line.offer(sayings.GO, "Next blank" if is_begun else "First blank")
        else:
            self.line.offer("", "")
