"""A lesson that is being written: what it begins with, which page a line belongs to, how its file is called. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.lessons.errors import LessonFault
from engine.lessons.pages import Page

TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
LONGEST_NAME = 60
FRONT = """---
title: {title}
chapter: {chapter}
order: {order}
minutes: 10
about: One line for the contents
---
"""
FIRST_PAGE = """# The first page
Two or three sentences. Then something to do.

**Try it.** Drag $z$ and watch the slope.

```scene
lab = "activations"
```
"""


@dataclass(frozen=True)
class Draft:
    """path: None before it was saved for the first time; saved: the text as it stands in the file."""

    path: Path | None
    saved: str


def new_text(page: str = "", title: str = "My lesson", chapter: str = "C1", order: int = 100) -> str:
    """The text that a new lesson begins with; page: a captured one, "" for an example."""
    return FRONT.format(title=title, chapter=chapter, order=order) + (page or FIRST_PAGE)


def with_page(text: str, page: str) -> str:
    """The text with another page at its end."""
    return text.rstrip("\n") + "\n\n" + page.strip("\n") + "\n"


def title_of(text: str) -> str:
    """The lesson's title, "" where it has none yet."""
    found = TITLE.search(text)
    return found[1] if found else ""


def file_name(text: str) -> str:
    """A name for the file, from the lesson's title: plain letters, digits and dashes, ending in .md."""
    plain = unicodedata.normalize("NFKD", title_of(text) or "lesson").encode("ascii", "ignore").decode()
    return (NOT_PLAIN.sub("-", plain.lower()).strip("-")[:LONGEST_NAME].strip("-") or "lesson") + ".md"


def fault_of_name(name: str) -> str:
    """Why a file can't be called so, in one sentence; "" if it can."""
    stem = name.removesuffix(".md")
    if not stem.strip():
        return "Give the file a name."
    if stem != stem.strip() or re.search(r'[\\/:*?"<>|\x00-\x1f]', stem) or stem.startswith("."):
        return "A name has letters, digits, dashes and spaces."
    if len(name) > LONGEST_NAME + 3:
        return f"A name has at most {LONGEST_NAME} letters."
    return ""


def page_at(pages: Sequence[Page], line: int) -> int:
    """The page that a line (from 1) belongs to, from 0; lines before the first page belong to it."""
    found = 0
    for index, page in enumerate(pages):
        if page.line <= line:
            found = index
    return found


def fault_in(faults: Sequence[LessonFault], pages: Sequence[Page], index: int) -> str:
    """The first fault of a page, "" for none."""
    end = pages[index + 1].line if index + 1 < len(pages) else float("inf")
    return next((str(fault) for fault in faults if pages[index].line <= fault.line < end), "")
