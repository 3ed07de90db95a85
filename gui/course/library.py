"""The lessons that there are: those that come along, those of the user, files from elsewhere. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.labs.table import LABS, LabRow
from engine.lessons.lesson import BrokenLesson, Lesson

NUMBER = re.compile(r"^\d+-")
CHAPTERS = {
    "C1": "What a network is",
    "C2": "Logistic regression",
    "C3": "Derivatives and graphs",
    "C4": "Vectorisation",
    "C5": "Broadcasting",
    "C6": "Activations",
    "C7": "Shallow networks",
    "C8": "Deep networks",
    "C9": "The worked example",
}


@dataclass(frozen=True)
class LessonFolders:
    """own: of the lessons that come along, never written to; user: the person's, made when it is first needed."""

    own: Path
    user: Path


@dataclass(frozen=True)
class Entry:
    """A lesson with the name that links and progress know it by, and whether the person made it."""

    slug: str
    lesson: Lesson
    is_users: bool = False

    @property
    def name(self) -> str:
        """Such as "6 · Activations"; the user's have no number."""
        return self.lesson.title if self.is_users else f"{self.lesson.order} \u00b7 {self.lesson.title}"

    @property
    def crumb(self) -> str:
        """Such as "Lesson 6 · Activations"."""
        return self.lesson.title if self.is_users else f"Lesson {self.name}"


@dataclass(frozen=True)
class Library:
    """entries: in the order of the course, the user's behind; broken: files that can't be shown."""

    entries: tuple[Entry, ...] = ()
    broken: tuple[BrokenLesson, ...] = ()

    def find(self, slug: str) -> Entry | None:
        """The lesson of this name; the number that its file begins with may be left out."""
        exact = next((entry for entry in self.entries if entry.slug == slug), None)
        plain = (entry for entry in self.entries if NUMBER.sub("", entry.slug) == slug)
        return exact or next(plain, None)

    def after(self, slug: str) -> Entry | None:
        """The lesson that follows in the course; none behind the last one and behind the user's."""
        course = [entry for entry in self.entries if not entry.is_users]
        slugs = [entry.slug for entry in course]
        index = slugs.index(slug) + 1 if slug in slugs else len(course)
        return course[index] if index < len(course) else None

    def of_chapter(self, chapter: str) -> tuple[Entry, ...]:
        """The lessons of a chapter that come along."""
        return tuple(e for e in self.entries if e.lesson.chapter == chapter and not e.is_users)

    @property
    def users(self) -> tuple[Entry, ...]:
        """The lessons that the person made or opened."""
        return tuple(entry for entry in self.entries if entry.is_users)

    def chapters(self) -> Iterator[tuple[str, str]]:
        """The chapters in order that have a lesson or a lab, with their titles."""
        for key, title in CHAPTERS.items():
            if self.of_chapter(key) or labs_of(key):
                yield key, title

    def with_file(self, lesson: Lesson) -> Library:
        """The same with a lesson from a file of any folder in it."""
        slug = slug_of(lesson)
        others = tuple(e for e in self.entries if not (e.is_users and e.slug == slug))
        return Library((*others, Entry(slug, lesson, True)), self.broken)


def labs_of(chapter: str) -> tuple[LabRow, ...]:
    """The labs of a chapter."""
    return tuple(row for row in LABS.values() if row.chapter == chapter)


def slug_of(lesson: Lesson) -> str:
    """The name of its file without its end."""
    return lesson.path.stem if lesson.path is not None else ""


def gather(own: tuple[Lesson | BrokenLesson, ...], users: tuple[Lesson | BrokenLesson, ...]) -> Library:
    """The library of what was read from the two folders."""
    good = [Entry(slug_of(found), found) for found in own if isinstance(found, Lesson)]
    good.sort(key=lambda entry: (entry.lesson.order, entry.slug))
    mine = [Entry(slug_of(found), found, True) for found in users if isinstance(found, Lesson)]
    mine.sort(key=lambda entry: entry.lesson.title.casefold())
    broken = [found for found in (*own, *users) if isinstance(found, BrokenLesson)]
    return Library((*good, *mine), tuple(broken))
