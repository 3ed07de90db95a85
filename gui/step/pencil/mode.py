"""Pencil mode in the window: it opens the field over a blank, has answers judged, and says what came of them.

What is shown of the tape meanwhile is `shown`: the numbers that are blank are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.step.pencil import Place, Verdict, judge
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.centre import StepCentre
from gui.step.number_format import UNKNOWN, NumberFormat
from gui.step.pencil import sayings
from gui.step.pencil.answer_line import AnswerLine
from gui.step.pencil.blank_field import BlankField
from gui.step.pencil.blanks import ROW, place_text
from gui.step.pencil.cover_page import CoverPage
from gui.step.pencil.errands import Errands
from gui.step.pencil.paper import Paper
from gui.step.pencil.pencil import Pencil
from gui.step.pencil.sayings import Saying
from gui.step.pencil.score_page import ScorePage
from gui.step.pencil.strip import PencilStrip
from gui.step.selection import Cell
from gui.step.stepper import Stepper

SCORE = "score"
TELLING = frozenset({"chain", "check"})  # pages that would give answers away


@dataclass(frozen=True, eq=False)
class Asked:
    """An answer on its way to be judged; goes_on: to the next blank if it is right."""

    paper: Paper
    place: Place
    text: str
    goes_on: bool


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
        self.pencil = Pencil()
        self.errands = Errands(self)
        self.strip = PencilStrip(appearance)
        self.line = AnswerLine(appearance)
        self.field = BlankField(appearance, centre.numbers.equations.content)
        self.page = ScorePage(appearance)
        self.cover = CoverPage(appearance)
        self._place: Place | None = None
        self._said: Saying | None = None
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
        """How numbers are written: at least to the decimals that are asked, and what is not known as a question mark."""
        if not self.is_on:
            return chosen
        count = max(chosen.count, self.pencil.decimals) if chosen.kind == "decimals" else chosen.count
        return replace(chosen, count=count, nothing=UNKNOWN)

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Begin with the first blank, or show all numbers again; what was typed stays."""
        if on == self.is_on:
            return
        self._leave()
        self.pencil.is_on = on
        self._said = None
        self.strip.setVisible(on)
        self._centre.numbers.set_answer_line(self.line if on else None, sayings.HINT if on else "")
        self._forget_score()
        self.format_changed.emit()
        self.numbers_changed.emit()
        self.toggled.emit(on)
        if on:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Go to the first blank that is not solved."""
        place = self.pencil.first_open() if self.is_on else None
        if place is not None:
            self._go(place)

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self._close_field()
        self._said = None
        self.pencil.set_tape(tape)
        self._forget_score()

    def show_row(self, index: int) -> None:
        """Another row; `shown` may be another tape then."""
        self._close_field()
        if index != self.pencil.index:
            self._said = None
            self.pencil.show_row(index)

    def show_cell(self, cell: Cell | None) -> None:
        """Open the field if a blank is selected; comes after the views know."""
        if self.pencil.tape is None:
            return
        self._refresh()
        place = self._blank_at(cell)
        if place is None:
            self._close_field()
        elif place != self._place or self.field.isHidden():
            self._open_field(place)
        self._say()

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self.errands.close()

    def _connect(self) -> None:
        field, strip = self.field, self.strip
        field.textEdited.connect(self._on_edited)
        field.entered.connect(self._on_entered)
        field.tabbed.connect(self._on_tabbed)
        field.moved.connect(self._centre.move_selection)
        field.left.connect(self._commit)
        field.cancelled.connect(self._on_cancelled)
        strip.scope_chosen.connect(self._on_scope)
        strip.decimals_chosen.connect(self._on_decimals)
        strip.check_requested.connect(self._on_check)
        strip.finish_requested.connect(self._on_finish)
        self.line.offered.connect(self._on_offered)
        self.page.again_requested.connect(self._on_again)
        self.page.new_requested.connect(self.new_exercise_requested)
        self.errands.done.connect(self._on_judged)
        self._centre.enter_pressed.connect(self._on_enter_pressed)
        self._centre.numbers.arranged.connect(self._place_field)
        self._centre.numbers.equations.scrolled.connect(self._place_field)

    def _blank_at(self, cell: Cell | None) -> Place | None:
        """The blank of a selected number, None where there is none."""
        row = self._stepper.row
        if cell is None or row is None or cell.equation != row.main:
            return None
        place = Place(row.index, cell.k, cell.i)
        return place if self.pencil.is_open(place) else None

    def _selected(self) -> Place | None:
        cell, row = self._stepper.cell, self._stepper.row
        return None if cell is None or row is None else Place(row.index, cell.k, cell.i)

    def _name(self, place: Place) -> str:
        assert self.pencil.tape is not None
        return place_text(self.pencil.tape, place)

    def _go(self, place: Place) -> None:
        """Select a blank, in its row, and give it the keyboard."""
        assert self.pencil.tape is not None
        self._centre.show_page("numbers")
        if place.row != self._stepper.index:
            said = self._said
            self._stepper.go_to(place.row)
            self._said = said
        self._stepper.select(Cell(self.pencil.tape.rows[place.row].main, place.k, place.i))
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_field(self, place: Place) -> None:
        self._leave()
        self._place = place
        self.field.open(
            self.pencil.paper.answer(place).text,
            self._name(place),
            before=self.pencil.next_open(place, forward=False) is not None,
            after=self.pencil.next_open(place) is not None,
        )
        self.field.set_state(self.pencil.paper.state(place))
        self._place_field()
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    @Slot()
    def _place_field(self) -> None:
        """Lie over the cell wherever it is now."""
        if self._place is None:
            return
        geometry = self._centre.numbers.equations.cell_geometry(self._place.k, self._place.i)
        if geometry is None:
            self.field.close_field()
            return
        self.field.place(*geometry)
        self.field.show()
        self.field.raise_()

    def _close_field(self) -> None:
        if self._place is not None:
            self._leave()
            self._place = None
            self.field.close_field()

    def _leave(self) -> None:
        """What was typed is judged when the blank is left."""
        self._commit()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._place is not None:
            self.pencil.paper.write(self._place, text)
            self.field.set_state(self.pencil.paper.state(self._place))
            self._said = None
            self._say()

    @Slot()
    def _commit(self, *, goes_on: bool = False) -> None:
        place = self._place
        if place is not None and self.pencil.paper.state(place) == "typed":
            self._judge(place, goes_on=goes_on)

    def _judge(self, place: Place, *, goes_on: bool = False) -> None:
        paper, tape = self.pencil.paper, self.pencil.tape
        assert tape is not None
        text = paper.answer(place).text
        work = partial(judge, tape, place, text, paper.entries(), self.pencil.decimals)
        self.errands.run(work, Asked(paper, place, text, goes_on))

    @Slot(object, object)
    def _on_judged(self, asked: Asked, verdict: Verdict) -> None:
        was_noted = asked.paper.judge(asked.place, asked.text, verdict)
        if not was_noted or asked.paper is not self.pencil.paper or not self.is_on:
            return
        self._said = sayings.of_verdict(verdict, self._name(asked.place))
        is_here = asked.place == self._place
        if verdict.kind == "right":
            self._on_solved(asked.place, goes_on=asked.goes_on and is_here)
        else:
            if is_here:
                self.field.set_state(self.pencil.paper.state(asked.place))
            self._refresh()
            self._say()

    def _on_solved(self, place: Place, *, goes_on: bool) -> None:
        """A number is known again: views show it; then on to the next blank, or to the score."""
        following = self.pencil.next_open(place) if goes_on else None
        self.numbers_changed.emit()
        if self.pencil.scope != ROW and self.pencil.tally().is_done:
            self.show_score()
        elif following is not None:
            self._go(following)
        self._say()

    @Slot()
    def _on_entered(self) -> None:
        place = self._place
        if place is None:
            return
        state = self.pencil.paper.state(place)
        if state == "typed":
            self._commit(goes_on=True)
        elif state == "empty":
            self._on_tabbed(True)

    @Slot(bool)
    def _on_tabbed(self, forward: bool) -> None:
        place = self._place
        following = self.pencil.next_open(place, forward=forward) if place is not None else None
        if following is not None:
            self._go(following)

    @Slot()
    def _on_cancelled(self) -> None:
        self._commit()
        self.field.clearFocus()
        self._centre.numbers.setFocus(Qt.FocusReason.OtherFocusReason)
