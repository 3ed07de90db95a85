"""The head of a printed sheet: title, lines for name and date, what it is about, and the drawn network."""

from __future__ import annotations

from engine.step.tape import Tape
from gui.sheet.drawing import can_be_drawn, network_drawing
from gui.sheet.faces import BODY, STRONG, TITLE
from gui.sheet.marks import Line
from gui.sheet.pages import Block
from gui.sheet.piece import Piece, below, beside, line_gap, lines, paragraph, space, words

WRITING_LINE = 0.5
NAME_SHARE = 0.64  # of the line; the rest is for the date
DRAWING_SHARE = 0.45
GAP = 24.0
SECTION_GAP, TEXT_GAP = 16.0, 7.0
BLANKS = (
    "Fill in the boxes one after the other, with four decimals. You may go on with the rounded numbers or with more "
    "digits: both are right."
)
ANSWERS = (
    "Computed without rounding in between: whoever goes on with rounded numbers may get another last digit."
)


def head_blocks(tape: Tape, title: str, about: str, room: float, *, answers: bool) -> list[Block]:
    """From the title to the drawing, which stands at the right of the words where the network is small."""
    titles = _title_blocks(title, room, answers=answers)
    instruction = ANSWERS if answers else BLANKS
    if not can_be_drawn(tape.moment.spec):
        gap = TEXT_GAP if about else SECTION_GAP
        return [*titles, *_about_blocks(about, room), Block(paragraph(instruction, BODY, room), gap)]
    drawing = network_drawing(tape.moment.spec, DRAWING_SHARE * room)
    left = room - drawing.width - GAP
    said, told = paragraph(instruction, BODY, left), paragraph(about, BODY, left)
    is_short = told.height + said.height <= 1.5 * drawing.height
    if about and is_short:
        said = below([told, said], TEXT_GAP)
    row = beside([_hung(said), space(room - said.width - drawing.width), drawing])
    return [*titles, *([] if is_short else _about_blocks(about, room)), Block(row, SECTION_GAP)]


def _title_blocks(title: str, room: float, *, answers: bool) -> list[Block]:
    mark = words("Answers", BODY, STRONG) if answers else space(0.0)
    made = lines(title, TITLE, room - mark.width - GAP, STRONG) or [space(0.0)]
    first = beside([made[0], space(room - made[0].width - mark.width), mark])
    blocks = [Block(first, 0.0, keeps=True), *(Block(line, 2.0, keeps=True) for line in made[1:])]
    if not answers:
        blocks.append(Block(_name_and_date(room), SECTION_GAP + 2.0, keeps=True))
    return blocks


def _about_blocks(about: str, room: float) -> list[Block]:
    """Line by line, as it may be longer than a page."""
    made = lines(about, BODY, room)
    return [Block(line, line_gap(BODY) if index else SECTION_GAP) for index, line in enumerate(made)]


def _hung(piece: Piece) -> Piece:
    """The same with its baseline at the upper edge, to stand beside a drawing."""
    return Piece(piece.width, 0.0, piece.height, piece.at(0.0, piece.ascent))


def _name_and_date(room: float) -> Piece:
    name = NAME_SHARE * room - GAP / 2
    return beside([_to_fill_in("Name", name), _to_fill_in("Date", room - name - GAP)], GAP)


def _to_fill_in(label: str, room: float) -> Piece:
    word = words(label, BODY)
    line = Line(word.width + 6.0, 1.5, room, 1.5, WRITING_LINE)
    return Piece(room, word.ascent, word.descent, (*word.marks, line))
