"""Makes the book of formulas: typesets the whole catalogue, for `script/make_formulas`. A minute or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gui.formulas.book import Book
from gui.formulas.typeset import TypesetError, typeset


def make_book(latex: Iterable[str], say: Callable[[str], None]) -> Book:
    """The book of these formulas. Raises TypesetError with all that can't be typeset."""
    formulas: dict[str, str] = {}
    outlines: dict[int, str] = {}
    problems: list[str] = []
    wanted = sorted(set(latex))
    for number, text in enumerate(wanted, start=1):
        try:
            made = typeset(text)
        except TypesetError as problem:
            problems.append(str(problem))
            continue
        formulas[text] = made.composition.pack()
        outlines |= {mark.glyph: made.outlines[mark.glyph] for mark in made.composition.marks}
        if number % 500 == 0 or number == len(wanted):
            say(f"{number} of {len(wanted)}")
    if problems:
        raise TypesetError("\n".join(problems))
    return Book(formulas, outlines)
