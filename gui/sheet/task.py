"""One task of a printed sheet put together: number, formula and notes at the left, the result at the right of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui.sheet.faces import BODY, NUMBER, STRONG
from gui.sheet.marks import Mark
from gui.sheet.piece import Piece, below, beside, number, words

INDENT = 28.0  # where formulas begin, behind the number
EQUALS_SHARE = 0.52  # of the room: in this column stand the equals signs of all results
COLUMN_GAP = 14.0
SIGN_GAP = 5.5
LINE_GAP, PART_GAP = 5.0, 6.0
ROUNDING = 0.01


@dataclass(frozen=True)
class Task:
    """number: "7", or "7a" of several; rule: the formula; notes: pieces below it.

    name: what is asked, value: boxes or numbers; more: lines across the page below all.
    """

    number: str
    rule: Piece
    notes: tuple[Piece, ...]
    name: Piece
    value: Piece
    more: tuple[Piece, ...] = ()


def stands_right(name: Piece, value: Piece, room: float) -> bool:
    """Whether a result fits into its column at the right of the formula."""
    return value.width <= value_room(name, room, across=False) + ROUNDING


def notes_room(name: Piece, value: Piece, room: float) -> float:
    """How wide notes may be: those of a result at their right end before its name."""
    if not stands_right(name, value, room):
        return room - INDENT
    return _equals(room) - SIGN_GAP - name.width - COLUMN_GAP - INDENT


def value_room(name: Piece, room: float, *, across: bool) -> float:
    """How wide a result may be: in its column, or across the page on lines of its own."""
    sign = _sign().width + SIGN_GAP
    return room - INDENT - name.width - SIGN_GAP - sign if across else room - _equals(room) - sign


def arranged(task: Task, room: float) -> Piece:
    """The whole task; a formula or a result that is too wide for its column gets lines of its own."""
    result = beside([task.name, _sign(), task.value], SIGN_GAP)
    notes, more = task.notes, task.more
    result_x = _equals(room) - SIGN_GAP - task.name.width
    fits_right = stands_right(task.name, task.value, room)
    left = notes_room(task.name, task.value, room)
    if fits_right and all(line.width <= left for line in more):
        notes, more = (*notes, *more), ()
    if not fits_right:
        parts = [_stack([task.rule, *notes], INDENT), _shifted(result, INDENT)]
    elif task.rule.width <= left:
        parts = [_facing(_stack([task.rule, *notes], INDENT), result, result_x)]
    elif notes:
        parts = [_shifted(task.rule, INDENT), _facing(_stack(notes, INDENT), result, result_x)]
    else:
        parts = [_shifted(task.rule, INDENT), _shifted(result, result_x)]
    whole = below([*parts, *(_shifted(line, INDENT) for line in more)], PART_GAP)
    # The number stands on the formula's baseline, which is that of the whole.
    label = words(task.number, BODY, STRONG)
    return Piece(whole.width, whole.ascent, whole.descent, (*label.marks, *whole.marks))


def _equals(room: float) -> float:
    return EQUALS_SHARE * room


def _sign() -> Piece:
    return number("=", NUMBER)


def _shifted(piece: Piece, x: float) -> Piece:
    return Piece(piece.width + x, piece.ascent, piece.descent, piece.at(x, 0.0))


def _stack(pieces: Sequence[Piece], x: float) -> Piece:
    return _shifted(below(pieces, LINE_GAP), x)


def _facing(left: Piece, right: Piece, right_x: float) -> Piece:
    """Both with their middles at one height; the baseline is the left one's."""
    height = max(left.height, right.height)
    ascent = left.ascent + (height - left.height) / 2
    right_baseline = -ascent + (height - right.height) / 2 + right.ascent
    marks: tuple[Mark, ...] = (*left.marks, *right.at(right_x, right_baseline))
    return Piece(right_x + right.width, ascent, height - ascent, marks)
