"""Answers: the blank that is open, what is typed into it, and having it judged."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.pencil import Place, Verdict
from gui.appearance import Appearance
from gui.step.centre import NUMBERS, StepCentre
from gui.step.pencil.blanks import place_text
from gui.step.pencil.judging import Asked, Judging
from gui.step.pencil.open_blank import OpenBlank
from gui.step.pencil.pencil import Pencil
from gui.step.selection import Cell
from gui.step.stepper import Stepper


class Answers(QObject):
    """Signals: typed(); judged(Asked, Verdict), of the update that is worked on; solved(place, following): a blank
    whose number is known now, and the one to go on to or None.
    """

    typed = Signal()
    judged = Signal(object, object)
    solved = Signal(object, object)

    def __init__(
        self,
        appearance: Appearance,
        stepper: Stepper,
        centre: StepCentre,
        pencil: Pencil,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepper, self._centre, self._pencil = stepper, centre, pencil
        self.blank = OpenBlank(appearance, centre.numbers, self)
        self.judging = Judging(self)
        self.judging.judged.connect(self._on_judged)
        field = self.blank.field
        field.textEdited.connect(self._on_edited)
        field.entered.connect(self._on_entered)
        field.tabbed.connect(self._on_tabbed)
        field.moved.connect(centre.move_selection)
        field.left.connect(self.judge_open)
        field.cancelled.connect(self._on_cancelled)

    @property
    def place(self) -> Place | None:
        """The blank that is open."""
        return self.blank.place

    def name(self, place: Place) -> str:
        """What a blank is called."""
        assert self._pencil.tape is not None
        return place_text(self._pencil.tape, place)

    def show(self, cell: Cell | None) -> bool:
        """Open the blank of the selected number, if it is one. Returns whether it is another one than before."""
        place = self._blank_at(cell)
        if place == self.blank.place:
            self.blank.lay_out()
            return False
        if place is None:
            self.close()
        else:
            self._open(place)
        return True

    def close(self) -> None:
        """Leave the open blank."""
        if self.blank.place is not None:
            self.judge_open()
            self.blank.close()

    def go(self, place: Place) -> None:
        """Select a blank, in its row, and give it the keyboard."""
        assert self._pencil.tape is not None
        self._centre.show_page(NUMBERS)
        if place.row != self._stepper.index:
            self._stepper.go_to(place.row)
        self._stepper.select(Cell(self._pencil.tape.rows[place.row].main, place.k, place.i))
        self.blank.focus()

    @Slot()
    def judge_open(self, *, goes_on: bool = False) -> None:
        """Have the open blank judged, if something is typed that was not judged yet."""
        place = self.blank.place
        if place is not None and self._pencil.paper.state(place) == "typed":
            self.judging.ask(self._pencil, place, goes_on=goes_on)

    def judge_all(self) -> bool:
        """Judge everything that is typed and not solved: what was wrong may follow from another answer by now.

        Returns whether there was something.
        """
        paper = self._pencil.paper
        typed = [place for place in self._pencil.open_places() if paper.answer(place).text.strip()]
        for place in typed:
            self.judging.ask(self._pencil, place)
        return bool(typed)

    def give(self, place: Place) -> None:
        """Show the right number."""
        assert self._pencil.tape is not None
        row = self._pencil.tape.rows[place.row]
        self._pencil.paper.give(place, float(row.value[place.k, place.i]))
        self.solved.emit(place, None)

    def _blank_at(self, cell: Cell | None) -> Place | None:
        row = self._stepper.row
        if cell is None or row is None or cell.equation != row.main:
            return None
        place = Place(row.index, cell.k, cell.i)
        return place if self._pencil.is_open(place) else None

    def _open(self, place: Place) -> None:
        self.judge_open()
        pencil = self._pencil
        self.blank.open(
            place,
            pencil.paper.answer(place),
            self.name(place),
            before=pencil.next_open(place, forward=False) is not None,
            after=pencil.next_open(place) is not None,
        )

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self.blank.place is not None:
            self._pencil.paper.write(self.blank.place, text)
            self.blank.field.set_state(self._pencil.paper.state(self.blank.place))
            self.typed.emit()

    @Slot(object, object)
    def _on_judged(self, asked: Asked, verdict: Verdict) -> None:
        if asked.paper is not self._pencil.paper or not self._pencil.is_on:
            return
        is_here = asked.place == self.blank.place
        if is_here:
            self.blank.field.set_state(self._pencil.paper.state(asked.place))
        self.judged.emit(asked, verdict)
        if verdict.kind == "right":
            goes_on = asked.goes_on and is_here
            self.solved.emit(asked.place, self._pencil.next_open(asked.place) if goes_on else None)

    @Slot()
    def _on_entered(self) -> None:
        place = self.blank.place
        if place is not None and self._pencil.paper.state(place) == "empty":
            self._on_tabbed(True)
        else:
            self.judge_open(goes_on=True)

    @Slot(bool)
    def _on_tabbed(self, forward: bool) -> None:
        place = self.blank.place
        following = self._pencil.next_open(place, forward=forward) if place is not None else None
        if following is not None:
            self.go(following)

    @Slot()
    def _on_cancelled(self) -> None:
        self.judge_open()
        self.blank.rest()
