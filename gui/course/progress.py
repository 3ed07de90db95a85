"""How far a person has come in each lesson: pages seen, answers. Kept in the settings, one text a lesson."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from gui.course.question.answer import Answer, answer_from
from gui.settings import Settings

KEY, LAST, NOTES = "course/lesson/", "course/last", "course/notes"


@dataclass(frozen=True)
class Progress:
    """page: where one stopped, from 0; seen: pages; answers: by page."""

    page: int = 0
    seen: frozenset[int] = frozenset()
    answers: dict[int, Answer] = field(default_factory=dict)

    @property
    def right(self) -> int:
        """How many questions were answered right."""
        return sum(answer.is_right is True for answer in self.answers.values())

    def share(self, pages: int) -> float:
        """How much of a lesson of so many pages was seen, 0 to 1."""
        return len({page for page in self.seen if page < pages}) / pages if pages else 0.0


class ProgressBook:
    """`of(slug)` gives a lesson's progress; `see` and `answer` change and keep it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._kept: dict[str, Progress] = {}

    def of(self, slug: str) -> Progress:
        """What is known of a lesson; damaged entries are as if there were none."""
        if slug not in self._kept:
            self._kept[slug] = _read(self._settings.text(KEY + slug))
        return self._kept[slug]

    @property
    def last(self) -> str:
        """The slug of the lesson that was open last, "" for none."""
        return self._settings.text(LAST)

    @property
    def shows_notes(self) -> bool:
        """Whether the presenter's notes are shown."""
        return self._settings.text(NOTES) == "yes"

    def show_notes(self, shown: bool) -> None:
        """Keep whether the presenter's notes are shown."""
        self._settings.remember(NOTES, "yes" if shown else "no")

    def see(self, slug: str, page: int) -> None:
        """A page of a lesson is open now."""
        before = self.of(slug)
        self._keep(slug, replace(before, page=page, seen=before.seen | {page}))
        self._settings.remember(LAST, slug)

    def answer(self, slug: str, page: int, answer: Answer) -> None:
        """Keep what was answered on a page; an empty answer takes it away."""
        before = self.of(slug)
        answers = {**before.answers, page: answer}
        if not answer.is_given:
            del answers[page]
        self._keep(slug, replace(before, answers=answers))

    def forget(self, slug: str) -> None:
        """Begin a lesson anew."""
        self._keep(slug, Progress())

    def total(self, lessons: Iterable[tuple[str, int]]) -> tuple[int, int]:
        """Pages seen and pages there are, of lessons with so many pages."""
        pairs = list(lessons)
        seen = sum(round(self.of(slug).share(pages) * pages) for slug, pages in pairs)
        return seen, sum(pages for _, pages in pairs)

    def _keep(self, slug: str, progress: Progress) -> None:
        self._kept[slug] = progress
        self._settings.remember(KEY + slug, _written(progress))


def _written(progress: Progress) -> str:
    answers = {str(page): answer.as_json() for page, answer in sorted(progress.answers.items())}
    return json.dumps({"page": progress.page, "seen": sorted(progress.seen), "answers": answers})


def _read(text: str) -> Progress:
    try:
        content: Any = json.loads(text) if text else {}
        page = int(content.get("page", 0))
        seen = frozenset(int(number) for number in content.get("seen", ()))
        answers = {int(number): answer_from(answer) for number, answer in content.get("answers", {}).items()}
    except (ValueError, TypeError, AttributeError):
        return Progress()
    given = {number: answer for number, answer in answers.items() if answer.is_given}
    return Progress(max(0, page), frozenset(n for n in seen if n >= 0), given)
