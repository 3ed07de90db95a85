"""Progress: kept over starts, tolerant of damage."""

from __future__ import annotations

import pytest

from gui.course.progress import KEY, Progress, ProgressBook
from gui.course.question.answer import Answer
from gui.settings import Settings


@pytest.fixture
def settings(qapp):
    return Settings(temporary=True)


def test_that_pages_and_answers_are_there_after_a_new_start(settings):
    book = ProgressBook(settings)
    book.see("alpha", 0)
    book.see("alpha", 2)
    book.answer("alpha", 2, Answer("1", True, "", True))
    book.show_notes(True)
    again = ProgressBook(settings)
    assert again.of("alpha") == Progress(2, frozenset({0, 2}), {2: Answer("1", True, "", True)})
    assert again.of("alpha").right == 1
    assert again.last == "alpha"
    assert again.shows_notes


def test_that_an_answer_can_be_taken_back(settings):
    book = ProgressBook(settings)
    book.answer("alpha", 0, Answer("1", False))
    book.answer("alpha", 0, Answer())
    assert ProgressBook(settings).of("alpha").answers == {}


def test_that_the_share_counts_pages_that_there_are():
    progress = Progress(1, frozenset({0, 1, 9}))
    assert progress.share(4) == 0.5
    assert Progress().share(0) == 0.0


def test_that_a_lesson_can_be_begun_anew(settings):
    book = ProgressBook(settings)
    book.see("alpha", 3)
    book.forget("alpha")
    assert ProgressBook(settings).of("alpha") == Progress()


def test_that_the_total_is_over_all_lessons(settings):
    book = ProgressBook(settings)
    book.see("alpha", 0)
    book.see("beta", 1)
    assert book.total([("alpha", 3), ("beta", 2), ("gamma", 5)]) == (2, 10)


@pytest.mark.parametrize(
    "text", ["{", "[]", "7", '{"page": "x"}', '{"seen": 3}', '{"answers": [1]}', '{"page": null}']
)
def test_that_a_damaged_entry_is_no_progress(settings, text):
    settings.remember(KEY + "alpha", text)
    assert ProgressBook(settings).of("alpha") == Progress()
