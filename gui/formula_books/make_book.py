"""Makes the books of formulas: typesets the whole catalogues, for `script/make_formulas`. About three minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import version

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


def typesetter() -> str:
    """What typesets here, with the versions of all that has a part in how a formula looks."""
    return " ".join(f"{name} {version(name)}" for name in ("ziamath", "ziafont", "latex2mathml"))
