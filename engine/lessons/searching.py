"""Finding words in lessons: in titles, texts, formulas and questions, also by the other names of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.lessons.excerpt import excerpt_of
from engine.lessons.lesson import BrokenLesson, Lesson, Scene
from engine.lessons.other_names import OTHER_NAMES
from engine.lessons.plain_text import plain_text
from engine.lessons.shown_text import shown_name

MOST_HITS = 200
MOST_WORDS = 12
LONGEST = 200
SYMBOL = 2  # up to so many characters a name is a symbol: only the whole one counts, J is not in "just"


@dataclass(frozen=True)
class Hit:
    """A page that was found. scene: its index in the lesson; excerpt: text to read, around the first place.

    marks: where in the excerpt stands what was looked for, as (start, end).
    """

    lesson: Lesson
    scene: int
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


def search(lessons: Iterable[Lesson | BrokenLesson], words: str) -> tuple[Hit, ...]:
    """The pages that hold every word (or another name of it), titles first; () for no words.

    What only stands in a lesson's title, about or words finds its first page.
    """
    terms = _terms(words[:LONGEST])
    if not terms:
        return ()
    ranked: list[tuple[int, Hit]] = []
    for lesson in lessons:
        if isinstance(lesson, Lesson):
            ranked += _hits(lesson, terms)
    ranked.sort(key=lambda pair: pair[0])
    return tuple(hit for _, hit in ranked[:MOST_HITS])


def _hits(lesson: Lesson, terms: Sequence[re.Pattern[str]]) -> list[tuple[int, Hit]]:
    head = plain_text(f"{lesson.title}. {lesson.about}. {' '.join(lesson.words)}. {lesson.chapter}")
    found = []
    for index, scene in enumerate(lesson.scenes):
        title, texts = plain_text(scene.title), _texts(scene)
        body = plain_text("\n".join(texts))
        if all(term.search(title) for term in terms):
            found.append((0, Hit(lesson, index, *excerpt_of(texts, terms))))
        elif all(term.search(title) or term.search(body) for term in terms):
            found.append((2, Hit(lesson, index, *excerpt_of(texts, terms))))
    if (
        lesson.scenes
        and not any(hit.scene == 0 for _, hit in found)
        and all(term.search(head) for term in terms)
    ):
        texts = [lesson.about] if lesson.about else _texts(lesson.scenes[0])
        found.append((1, Hit(lesson, 0, *excerpt_of(texts, terms))))
    return found


def _texts(scene: Scene) -> list[str]:
    """All that a reader of the page may see."""
    question = scene.question
    asked = (question.text, *question.choices, question.explanation) if question is not None else ()
    return [text for text in (scene.text, *asked) if text]


def _terms(words: str) -> list[re.Pattern[str]]:
    """The words of a search, names of several words taken together, each as a pattern with its other names."""
    rest = " ".join(words.split())
    terms: list[re.Pattern[str]] = []
    while rest and len(terms) < MOST_WORDS:
        ours, length = _longest_name(rest)
        if not ours:
            word, _, rest = rest.partition(" ")
            terms.append(_pattern([word]))
        else:
            terms.append(_pattern([rest[:length], *ours]))
            rest = rest[length:].strip()
    return terms


def _longest_name(text: str) -> tuple[list[str], int]:
    """Our names for the longest known name with which the text begins, and its length; [] and 0 for none."""
    best, ours = 0, list[str]()
    for row in OTHER_NAMES:
        for name in (*row.ours, *row.theirs):
            length = len(name)
            ends = text[length : length + 1] in ("", " ")
            if ends and length >= best and _same(text[:length], name):
                ours = [*(ours if length == best else []), *row.ours]
                best = length
    return ours, best


def _same(typed: str, name: str) -> bool:
    """Symbols by case (J, L), words without."""
    return typed == name if len(name) <= SYMBOL else typed.casefold() == name.casefold()


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Words match where a word begins with them, symbols as a whole; each also as it reads in an excerpt."""
    names = list(names)
    written = [*names, *(shown_name(name) for name in names)]
    return re.compile("|".join(_written(name) for name in dict.fromkeys(written)))


def _written(name: str) -> str:
    text = re.escape(name).replace(r"\ ", r"\s*" if "(" in name or "=" in name else r"[\s-]+")
    before = r"(?<![A-Za-z])" if name[:1].isalpha() else ""
    if len(name) <= SYMBOL:
        after = r"(?![A-Za-z'(])" if name[-1:].isalpha() else ""
        return f"{before}{text}{after}"
    return f"{before}(?i:{text})"
