"""A whole printed sheet: all its pages with their feet. Needs a QGuiApplication and the bundled fonts."""

from __future__ import annotations

from dataclasses import dataclass

from engine.step.tape import Tape
from gui.sheet.faces import SMALL
from gui.sheet.given import given_blocks
from gui.sheet.head import head_blocks
from gui.sheet.marks import Mark
from gui.sheet.pages import Page, put_on_pages
from gui.sheet.paper import MARGIN, PAPERS, Paper
from gui.sheet.piece import lines, words
from gui.sheet.tasks import Tasks

FOOT_SHARE = 0.55  # of the line: a longer title is cut
LONGEST_TITLE, LONGEST_ABOUT = 120, 3000  # letters
HINT = "Numbers with four decimals"


@dataclass(frozen=True)
class Sheet:
    """Pages of marks on a paper."""

    title: str
    paper: Paper
    pages: tuple[Page, ...]


def compose_sheet(tape: Tape, title: str, about: str = "", *, answers: bool, paper: str = "a4") -> Sheet:
    """Lay a tape out as a sheet with blanks, or with answers. paper: a key of PAPERS (KeyError for another)."""
    sort = PAPERS[paper]
    title, about = (
        _cut(" ".join(title.split()), LONGEST_TITLE) or "Exercise",
        _cut(about.strip(), LONGEST_ABOUT),
    )
    blocks = [
        *head_blocks(tape, title, about, sort.room, answers=answers),
        *given_blocks(tape.moment, sort.room),
        *Tasks(tape, sort.room, answers).blocks(),
    ]
    pages = put_on_pages(blocks, sort)
    feet = [_foot(title, page, len(pages), sort, answers=answers) for page in range(1, len(pages) + 1)]
    whole = [Page((*page.marks, *foot), page.blocks) for page, foot in zip(pages, feet, strict=True)]
    return Sheet(f"{title}, answers" if answers else title, sort, tuple(whole))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def _foot(title: str, page: int, count: int, paper: Paper, *, answers: bool) -> tuple[Mark, ...]:
    """The name of the sheet at the left, how many decimals in the middle, the page at the right."""
    name = (
        f"Chalknet, {title[0].lower()}{title[1:]}" if title.startswith("Exercise ") else f"Chalknet · {title}"
    )
    left = lines(f"{name}, answers" if answers else name, SMALL, FOOT_SHARE * paper.room)[0]
    hint, number = words(HINT, SMALL), words(f"{page} of {count}", SMALL)
    baseline = paper.bottom - left.descent
    right = paper.width - MARGIN - number.width
    middle = max((paper.width - hint.width) / 2, MARGIN + left.width + 12.0)
    return (*left.at(MARGIN, baseline), *hint.at(middle, baseline), *number.at(right, baseline))
