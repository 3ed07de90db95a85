"""A heading on a printed sheet: a word and a line across the page."""

from __future__ import annotations

from gui.sheet.faces import HEADING, STRONG
from gui.sheet.marks import Line
from gui.sheet.pages import Block
from gui.sheet.piece import Piece, words

BEFORE = 20.0
DROP, THICKNESS = 6.0, 0.8


def heading(text: str, room: float) -> Block:
    """It stays with what follows."""
    word = words(text, HEADING, STRONG)
    line = Line(0.0, DROP, room, DROP, THICKNESS)
    return Block(Piece(room, word.ascent, DROP + THICKNESS, (*word.marks, line)), BEFORE, keeps=True)
