"""The lessons that there are, in their order, by their names."""

from __future__ import annotations

import pytest

from engine.lessons import lessons_in
from gui.course.library import CHAPTERS, gather
from tests.gui.course.small_course import lesson, page, write_course


@pytest.fixture
def library(tmp_path):
    folders = write_course(tmp_path)
    text = lesson("Numbered", "C2", 0, page("Only", "Words."))
    (folders.own / "04-numbered.md").write_text(text, encoding="utf-8")
    return gather(lessons_in(folders.own), lessons_in(folders.user))


def test_that_lessons_stand_in_the_order_of_the_course(library):
    assert [entry.slug for entry in library.entries] == ["04-numbered", "alpha", "beta", "gamma", "mine"]


def test_that_the_next_lesson_is_of_the_course(library):
    assert library.after("beta").slug == "gamma"
    assert library.after("gamma") is None
    assert library.after("mine") is None


def test_that_a_lesson_is_found_with_and_without_its_number(library):
    assert library.find("04-numbered") is library.find("numbered")
    assert library.find("zebra") is None


def test_that_the_users_lessons_have_no_number(library):
    assert library.find("alpha").crumb == "Lesson 1 · Alpha"
    assert library.find("mine").crumb == "Mine"


def test_that_chapters_without_lesson_and_lab_are_left_out(library):
    shown = [key for key, _ in library.chapters()]
    assert "C1" in shown
    assert shown == sorted(shown)
    assert set(shown) <= set(CHAPTERS)


def test_that_a_broken_file_breaks_nothing(library):
    assert [found.path.name for found in library.broken] == ["torn.md"]
