"""What a new lesson begins with, what its file is called, which page a line belongs to."""

from __future__ import annotations

import pytest

from engine.lessons import parse_lesson
from gui.course.editor.draft import fault_of_name, file_name, new_text, with_page
from gui.course.editor.glance import NO_PAGE, HalfWritten
from gui.course.editor.save_file import save_text
from tests.gui.course.small_course import lesson, page


def test_that_a_new_lesson_is_a_lesson():
    assert parse_lesson(new_text()).scenes[0].title == "The first page"
    assert parse_lesson(new_text(page("Captured", "Words."))).scenes[0].title == "Captured"


def test_that_a_page_is_added_at_the_end():
    text = with_page(new_text(), page("Captured", "Words."))
    assert [scene.title for scene in parse_lesson(text).scenes] == ["The first page", "Captured"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My lesson", "my-lesson.md"),
        ("Über W[1]: α & β!", "uber-w-1.md"),
        ("日本", "lesson.md"),
        ("", "lesson.md"),
    ],
)
def test_that_a_file_is_called_like_its_lesson(title, name):
    assert file_name(f"---\ntitle: {title}\n---\n") == name


@pytest.mark.parametrize("name", ["", " ", ".md", "a/b.md", "..", ".hidden.md", 'a"b', "a" * 80])
def test_that_odd_names_are_refused(name):
    assert fault_of_name(name)


@pytest.mark.parametrize("name", ["slopes.md", "My lesson 2.md", "übung.md"])
def test_that_plain_names_are_not(name):
    assert fault_of_name(name) == ""


def test_that_a_line_finds_its_page():
    text = lesson("A", "C1", 1, page("One", "First words."), page("Two", "Second words."))
    written = HalfWritten(text)
    second = text.split("\n").index("# Two") + 1
    assert written.at(1).title == "One"
    assert written.at(second - 1).title == "One"
    assert written.at(second).title == "Two"
    assert written.at(9999).count == "page 2 of 2"


def test_that_a_page_with_a_fault_still_shows_its_words():
    text = lesson("A", "C1", 1, page("One", "First words."), page("Two", "Second words.", "lit = z\n"))
    glance = HalfWritten(text).at(9999)
    assert (glance.title, glance.text.strip()) == ("Two", "Second words.")
    assert glance.scene is None
    assert glance.fault.startswith("line ")
    assert HalfWritten(text).at(1).scene is not None


def test_that_a_text_without_a_page_says_how_one_begins():
    assert HalfWritten("").at(1).fault == NO_PAGE


def test_that_a_file_is_written_with_its_folder(tmp_path):
    path = tmp_path / "new" / "folder" / "a.md"
    assert save_text(path, "Übung\n") == ""
    assert path.read_text(encoding="utf-8") == "Übung\n"


def test_that_what_can_not_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert "can't be" in save_text(tmp_path / "file" / "a.md", "text")
