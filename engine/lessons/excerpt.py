"""A few sentences of a page around what was looked for, as they are read, and where it stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.lessons.plain_text import plain_text
from engine.lessons.shown_text import ended, sentences, shown_text

LENGTH, BEFORE = 140, 60  # characters: of an excerpt, and of a long sentence before what was found

Marks = tuple[tuple[int, int], ...]


def excerpt_of(texts: Sequence[str], terms: Sequence[re.Pattern[str]]) -> tuple[str, Marks]:
    """From the sentence on in which most of the terms stand; texts: Markdown, each a paragraph or more of its own."""
    found = [sentence for text in texts for sentence in sentences(text)]
    if not found:
        return "", ()
    shown = ""
    for sentence in found[_begin(found, terms) :]:
        # The last one of a text may have no stop, as answers have none.
        shown = f"{shown} {ended(shown_text(sentence))}".lstrip()
        if len(shown) > 2 * LENGTH:
            break
    places = [match.start() for term in terms if (match := term.search(shown)) is not None]
    text = _cut(shown, min(places, default=0))
    return text, _marks(text, terms)


def _begin(found: Sequence[str], terms: Sequence[re.Pattern[str]]) -> int:
    """The first of the sentences that hold most of the terms."""
    best, begin = 0, 0
    for index, sentence in enumerate(found):
        count = sum(term.search(plain_text(sentence)) is not None for term in terms)
        if count > best:
            best, begin = count, index
        if best == len(terms):
            break
    return begin


def _cut(text: str, place: int) -> str:
    """So much of it that the place is seen, between whole words."""
    start = 0
    if place > LENGTH - BEFORE:
        start = text.find(" ", place - BEFORE, place) + 1 or place
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", place + 1, end + 1)
        end = space if space > 0 else end
    return "… " * (start > 0) + text[start:end].rstrip(" ,;:") + "\u00a0…" * (end < len(text))


def _marks(text: str, terms: Sequence[re.Pattern[str]]) -> Marks:
    """Where the terms stand, those that overlap as one."""
    spans = sorted(_word(text, match) for term in terms for match in term.finditer(text) if match[0])
    marks: list[tuple[int, int]] = []
    for start, end in spans:
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)


def _word(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the match stands, to the end of the word that it begins."""
    end = match.end()
    while match[0][-1].isalpha() and text[end : end + 1].isalpha():
        end += 1
    return match.start(), end
