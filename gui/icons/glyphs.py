"""The shape of every icon on a 20 px grid, as short drawing orders. No Qt; `gui.icons.paint` draws them.

Orders: M x y (begin), L x y (line), C x1 y1 x2 y2 x y (curve), Z (close), O x y r (circle),
A x y r start sweep (arc, degrees, anticlockwise from three o'clock), R x y w h r (rounded rectangle).
"""

from __future__ import annotations

from typing import NamedTuple


class Glyph(NamedTuple):
    """What is stroked with a round pen, and what is filled, in the units of the grid."""

    stroke: str = ""
    fill: str = ""
    width: float = 1.5


GLYPHS: dict[str, Glyph] = {
    "reset": Glyph("A 10.3 10.3 6 158 -320 M 4 4.2 L 4 8.2 L 8 8.2"),
    "new_weights": Glyph(
        "R 3.5 3.5 13 13 3",
        "O 7 7 1.15 O 13 7 1.15 O 10 10 1.15 O 7 13 1.15 O 13 13 1.15",
    ),
    "play": Glyph("M 6.5 4.5 L 15 10 L 6.5 15.5 Z", "M 6.5 4.5 L 15 10 L 6.5 15.5 Z", 1.2),
    "pause": Glyph("M 6.6 4.6 L 6.6 15.4 M 13.4 4.6 L 13.4 15.4", width=2.4),
    "stop": Glyph(
        "M 5.4 5.4 L 14.6 5.4 L 14.6 14.6 L 5.4 14.6 Z", "M 5.4 5.4 L 14.6 5.4 L 14.6 14.6 L 5.4 14.6 Z", 1.2
    ),
    "update_step": Glyph("M 5 4.8 L 12.4 10 L 5 15.2 Z M 15.6 4.6 L 15.6 15.4"),
    "epoch_step": Glyph("M 2.8 5 L 8.8 10 L 2.8 15 Z M 9.4 5 L 15.4 10 L 9.4 15 Z M 17.6 4.8 L 17.6 15.2"),
    "train": Glyph(
        "O 4.6 5.9 2.3 O 4.6 14.1 2.3 O 10.6 10 2.3 O 16 10 2.3 M 6.4 7.2 L 8.7 8.8 "
        "M 6.4 12.8 L 8.7 11.2 M 12.9 10 L 13.7 10",
        width=1.4,
    ),
    "import": Glyph(
        "M 10 3 L 10 11.6 M 6.5 8.4 L 10 11.8 L 13.5 8.4 M 3.5 12.5 L 3.5 16 L 16.5 16 L 16.5 12.5"
    ),
    "draw": Glyph("M 3 14.5 C 5 9.5 7 5.5 8 6.2 C 9.4 7.2 6.2 13.8 8 14 C 10 14.2 10.5 6.8 17 5.6"),
    "refresh": Glyph(
        "M 15.6 7.6 C 14 3.6 8.2 2.6 5.1 6.3 M 4.4 12.4 C 6 16.4 11.8 17.4 14.9 13.7 "
        "M 16.2 3.6 L 16 7.9 L 11.9 7.4 M 3.8 16.4 L 4 12.1 L 8.1 12.6"
    ),
    "plus": Glyph("M 10 4.5 L 10 15.5 M 4.5 10 L 15.5 10"),
    "minus": Glyph("M 4.5 10 L 15.5 10"),
    "chevron": Glyph("M 5 7.5 L 10 12.5 L 15 7.5"),
    "check": Glyph("M 4.6 10.4 L 8.4 14.2 L 15.6 6.4", width=2.2),
    "search": Glyph("O 8.6 8.6 5 M 12.4 12.4 L 16.6 16.6"),
    "warning": Glyph("M 10 3.4 L 17.2 16 L 2.8 16 Z M 10 8 L 10 11.6", "O 10 13.7 0.95"),
    "close": Glyph("M 5.2 5.2 L 14.8 14.8 M 14.8 5.2 L 5.2 14.8"),
    "undo": Glyph("M 7 4 L 3.6 7.4 L 7 10.8 M 3.8 7.4 L 12 7.4 C 18 7.4 18 15.6 12 15.6 L 8 15.6"),
    "redo": Glyph("M 13 4 L 16.4 7.4 L 13 10.8 M 16.2 7.4 L 8 7.4 C 2 7.4 2 15.6 8 15.6 L 12 15.6"),
    "detach": Glyph("M 11.5 3.8 L 16.2 3.8 L 16.2 8.5 M 16 4 L 9.4 10.6 M 8 5 L 4 5 L 4 16 L 15 16 L 15 12"),
    "put_back": Glyph("R 2.8 4 14.4 12 2 M 11.6 4 L 11.6 16 M 4.8 10 L 9 10 M 7.2 8 L 9.2 10 L 7.2 12"),
    "more": Glyph("", "O 4.5 10 1.4 O 10 10 1.4 O 15.5 10 1.4"),
    "sun": Glyph(
        "O 10 10 3.4 M 10 2.4 L 10 3.8 M 10 16.2 L 10 17.6 M 2.4 10 L 3.8 10 M 16.2 10 L 17.6 10 "
        "M 4.6 4.6 L 5.6 5.6 M 14.4 14.4 L 15.4 15.4 M 15.4 4.6 L 14.4 5.6 M 5.6 14.4 L 4.6 15.4"
    ),
    "moon": Glyph(
        "M 16 11.6 C 13.6 12.9 8 11.6 8.2 4.2 C 1.6 7 3.6 16.4 10 16.4 C 12.8 16.4 15.2 14.6 16 11.6 Z"
    ),
    "trash": Glyph(
        "M 3.8 5.6 L 16.2 5.6 M 7.6 5.4 L 7.6 3.4 L 12.4 3.4 L 12.4 5.4 M 5.2 5.8 L 6 16.4 L 14 16.4 L 14.8 5.8 "
        "M 8.4 8.8 L 8.6 13.4 M 11.6 8.8 L 11.4 13.4"
    ),
    "step": Glyph(
        "M 3 5.2 L 11 5.2 M 3 10 L 8 10 M 3 14.8 L 11 14.8 M 10.5 10 L 17 10 M 14.2 7.2 L 17 10 L 14.2 12.8",
        width=1.4,
    ),
    "graph": Glyph(
        "O 4.6 5.2 2.2 O 4.6 14.8 2.2 O 12.2 10 2.2 M 6.5 6.4 L 10.2 8.8 M 6.5 13.6 L 10.2 11.2 "
        "M 14.6 10 L 17.6 10 M 15.8 8 L 17.8 10 L 15.8 12",
        width=1.4,
    ),
    "course": Glyph(
        "M 10 5.4 C 8 4 5.4 3.8 3 4.2 L 3 15 C 5.4 14.6 8 14.8 10 16.2 C 12 14.8 14.6 14.6 17 15 "
        "L 17 4.2 C 14.6 3.8 12 4 10 5.4 Z M 10 5.6 L 10 16",
        width=1.4,
    ),
    "first": Glyph("M 5.4 4.8 L 5.4 15.2 M 13.6 5 L 8.6 10 L 13.6 15"),
    "previous": Glyph("M 12.2 5 L 7.2 10 L 12.2 15"),
    "next": Glyph("M 7.8 5 L 12.8 10 L 7.8 15"),
    "last": Glyph("M 14.6 4.8 L 14.6 15.2 M 6.4 5 L 11.4 10 L 6.4 15"),
    "pencil": Glyph("M 3.6 16.4 L 4.6 12.6 L 13.4 3.8 L 16.2 6.6 L 7.4 15.4 Z M 11.4 5.8 L 14.2 8.6"),
    "print": Glyph(
        "M 6 7.4 L 6 3.6 L 14 3.6 L 14 7.4 M 6 13.8 L 3.2 13.8 L 3.2 7.4 L 16.8 7.4 L 16.8 13.8 L 14 13.8 "
        "M 6 11.4 L 14 11.4 L 14 16.4 L 6 16.4 Z"
    ),
    "book": Glyph(
        "M 10 5.4 C 8 4 5.4 3.8 3 4.2 L 3 15 C 5.4 14.6 8 14.8 10 16.2 C 12 14.8 14.6 14.6 17 15 "
        "L 17 4.2 C 14.6 3.8 12 4 10 5.4 Z M 10 5.6 L 10 16"
    ),
    "lab": Glyph(
        "M 7.6 3.2 L 12.4 3.2 M 8.4 3.4 L 8.4 8 L 4 15 C 3.4 16.2 4 17 5.2 17 L 14.8 17 C 16 17 16.6 16.2 16 15 "
        "L 11.6 8 L 11.6 3.4 M 6.4 12.4 L 13.6 12.4"
    ),
    "contents": Glyph("M 8 5 L 17 5 M 8 10 L 17 10 M 8 15 L 17 15", "O 4 5 1.2 O 4 10 1.2 O 4 15 1.2"),
    "note": Glyph(
        "M 4 3.6 L 16 3.6 L 16 12 L 11.6 16.4 L 4 16.4 Z M 16 12 L 11.6 12 L 11.6 16.4 "
        "M 7 7.4 L 13 7.4 M 7 10.6 L 10 10.6"
    ),
    "folder": Glyph("M 3 5 L 8 5 L 9.8 7 L 17 7 L 17 15.6 L 3 15.6 Z"),
    "copy": Glyph("R 7 7 9.6 9.6 2 M 4.6 13 L 3.4 13 L 3.4 3.4 L 13 3.4 L 13 4.6"),
    "map": Glyph("R 3.2 3.2 13.6 13.6 2", "R 5.6 5.6 4 4 0.6 R 10.4 10.4 4 4 0.6"),
    "table": Glyph(
        "R 3.2 4.2 13.6 11.6 2 M 3.2 8 L 16.8 8 M 3.2 12 L 16.8 12 M 8 4.2 L 8 15.8 M 12.4 4.2 L 12.4 15.8"
    ),
    "eye": Glyph("M 2.4 10 C 5.4 4.8 14.6 4.8 17.6 10 C 14.6 15.2 5.4 15.2 2.4 10 Z", "O 10 10 2.1", 1.4),
    "info": Glyph("O 10 10 7 M 10 9.4 L 10 13.8", "O 10 6.6 0.95"),
}
