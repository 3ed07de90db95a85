"""What a printed sheet asks, in the tape's order: every operation with formula, shapes, and boxes or answers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.step.row import PHASES, Equation, Row
from engine.step.tape import Tape
from gui.sheet.asked import corner, is_whole, part_shown, shown, why_given
from gui.sheet.faces import BODY, FORMULA, NUMBER, SMALL, SMALL_NUMBER, WORDS, text_width
from gui.sheet.figures import asked_style
from gui.sheet.grid import NARROW_BOX, box, box_width, boxes, numbers
from gui.sheet.heading import heading
from gui.sheet.pages import Block
from gui.sheet.piece import Piece, beside, formula, number, paragraph, raised, rule, words
from gui.sheet.task import INDENT, SIGN_GAP, Task, arranged, notes_room, value_room
from gui.sheet.written import written_out
from gui.step.number_format import NumberStyle
from gui.widgets.numbers import MINUS, SPACE

ROW_GAP, PART_GAP, FIRST_GAP = 13.0, 7.0, 10.0
CHAIN = 10.0  # size of the chain rule's formula among the notes
SMALL_NUMBERS = "Small numbers: give four digits that count, such as 1.234·10⁻⁵"
MOST_TERMS = 12  # more never fit on a line
ONCE = ("per_example", "mean")  # remarks that are made where they first matter
ON_ANSWERS = ("dead", "saturated", "rounded")
AGAIN = "Once more forward, with the new W and b"


@dataclass
class Tasks:
    """Makes the blocks of one sheet. `_said`: remarks that were made already."""

    tape: Tape
    room: float
    answers: bool
    _said: set[str] = field(default_factory=set)

    def blocks(self) -> list[Block]:
        """A heading for each phase and its rows; at the end J after the update."""
        found: list[Block] = []
        for phase in PHASES:
            found.append(heading(phase.capitalize(), self.room))
            gap = FIRST_GAP
            for row in self.tape.rows:
                if row.phase == phase:
                    found += self._row(row, gap)
                    gap = ROW_GAP
        return [*found, Block(self._after(), ROW_GAP)]

    def _row(self, row: Row, gap: float) -> Iterator[Block]:
        reason = why_given(self.tape, row)
        for index, equation in enumerate(row.equations[: row.main + 1]):
            label = f"{row.index + 1}{'abc'[index]}" if row.main else str(row.index + 1)
            task = self._task(row, equation, label, reason)
            yield Block(arranged(task, self.room), PART_GAP if index else gap)

    def _task(self, row: Row, equation: Equation, label: str, reason: str) -> Task:
        name = formula(equation.result.latex, FORMULA)
        has_numbers = self.answers or bool(reason)
        value = self._value(row, equation, name, has_numbers=has_numbers)
        notes = tuple(self._notes(row, equation, reason, notes_room(name, value, self.room)))
        more = tuple(self._substitution(equation)) if self.answers else ()
        return Task(label, rule(equation.formula, FORMULA), notes, name, value, more)

    def _value(self, row: Row, equation: Equation, name: Piece, *, has_numbers: bool) -> Piece:
        array = equation.result.array
        if row.symbol == "J":
            return self._cost(float(array[0, 0])) if has_numbers else box()
        if has_numbers:
            return numbers(array, _style(equation), value_room(name, self.room, across=True))
        rows, columns = array.shape
        right = value_room(name, self.room, across=False)
        is_right = box_width(columns, right) >= NARROW_BOX
        return boxes(rows, columns, right if is_right else value_room(name, self.room, across=True))

    def _cost(self, J: float) -> Piece:
        rounded = number(asked_style((J,)).text(J), NUMBER)
        if not math.isfinite(J):
            return rounded
        return beside([rounded, words(f"unrounded {repr(J).replace('-', MINUS)}", SMALL)], 3 * SIGN_GAP)

    def _notes(self, row: Row, equation: Equation, reason: str, room: float) -> Iterator[Piece]:
        texts = [equation.shapes, equation.note, equation.broadcast]
        joined = f"{equation.shapes}; {equation.note}"
        if equation.note and text_width(joined, WORDS, SMALL) <= room:
            texts[:2] = [joined]
        if row.main < len(row.equations) - 1:
            chain = formula(row.equations[-1].formula, CHAIN)
            yield paragraph(_bound(texts[0]), SMALL, room)
            texts = texts[1:]
            line = beside([words("the same as", SMALL), chain], SIGN_GAP)
            if line.width <= room:
                yield line
        texts += self._remarks(row)
        texts += self._about_result(equation, reason)
        for text in texts:
            if text:
                yield paragraph(_bound(text), SMALL, room)

    def _remarks(self, row: Row) -> list[str]:
        texts = []
        for remark in row.remarks:
            if remark.kind in ONCE and remark.kind not in self._said:
                self._said.add(remark.kind)
                texts.append(remark.text)
            elif remark.kind in ON_ANSWERS and self.answers:
                texts.append(remark.text)
        return texts

    def _about_result(self, equation: Equation, reason: str) -> list[str]:
        array = equation.result.array
        part = part_shown(*array.shape)
        is_asked = not (self.answers or reason)
        texts = [reason] if reason and not self.answers else []
        if part and part not in self._said:
            self._said.add(part)
            texts.append(f"Asked: {part}" if is_asked else f"Shown: {part}")
        if is_asked and _style(equation).power:
            texts.append(SMALL_NUMBERS)
        return texts

    def _substitution(self, equation: Equation) -> Iterator[Piece]:
        """A cell with its numbers, if it fits on a line: the first one that is not 0."""
        array = equation.result.array
        cells = [(k, i) for k in shown(array.shape[0]) for i in shown(array.shape[1])]
        place = next((place for place in cells if array[place]), cells[0])
        expansion = equation.expand(*place)
        result = _style(equation).text(float(array[place]))
        symbol = formula(expansion.symbol, SMALL_NUMBER)
        for cut in (False, True):
            if not cut and len(expansion.terms) > MOST_TERMS:
                continue
            line = beside([symbol, raised(written_out(expansion, result, cut=cut), SMALL_NUMBER)], SIGN_GAP)
            if line.width <= self.room - INDENT:
                yield line
                return

    def _after(self) -> Piece:
        J = self.tape.cost_after
        name = formula("J", FORMULA)
        is_asked = is_whole(self.tape) and not self.answers
        value = box() if is_asked else self._cost(J)
        label = str(len(self.tape.rows) + 1)
        difference = J - self.tape.cost_before
        size = asked_style((difference,)).text(abs(difference))
        told = f"The update has {'lowered' if difference < 0 else 'raised'} J by {size}."
        more = (words(told, SMALL),) if self.answers and math.isfinite(difference) else ()
        return arranged(Task(label, words(AGAIN, BODY), (), name, value, more), self.room)


def _style(equation: Equation) -> NumberStyle:
    """v and s of an optimiser are written finely, as it divides by them."""
    return asked_style(corner(equation.result.array), fine=equation.result.symbol[0] in "vs")


def _bound(text: str) -> str:
    """Equations and shapes are not broken at the end of a line."""
    text = re.sub(r" ([=≥<]) ", rf"{SPACE}\1{SPACE}", text)
    return re.sub(r"\((\d+), (\d+)\)", rf"(\1,{SPACE}\2)", text)
