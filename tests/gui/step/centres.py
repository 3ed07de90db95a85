"""Where a centre stands, and where its numbers are."""

from __future__ import annotations

from PySide6.QtCore import QPoint

SIZES = ((640, 572), (714, 548), (1100, 800))


def step_to(centre, tape, symbol, layer=None):
    centre.set_tape(tape)
    centre.show_row(tape.row(symbol, layer).index)


def shown_cell(centre):
    cells = [
        (index, *panel.view.picture.cell)
        for index, panel in enumerate(centre.numbers.equations.panels)
        if panel.view.picture.cell is not None
    ]
    return cells[0] if cells else None


def values(centre):
    return [piece.value for piece in centre.numbers.check_line.pieces]


def cell_middle(centre, equation, k, i):
    """The middle of a number in the coordinates of its view, and the view."""
    view = centre.numbers.equations.panels[equation].view
    place = view.cell_rect(k, i)
    return view, QPoint(round(place.x + place.width / 2), round(place.y + place.height / 2))
