"""The Course workspace as a person uses it: contents, pages, answers, labs, the playground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.setup import Setup
from gui.appearance import Appearance
from gui.course.workspace import CourseWorkspace
from tests.gui.course.courses import press, settle


def test_that_it_begins_with_the_contents(course):
    assert course.shown == "contents"
    assert course.title == "Course"
    assert [entry.slug for entry in course.library.entries] == ["alpha", "beta", "gamma", "delta", "mine"]


def test_that_pages_are_turned_to_the_end_and_on_to_the_next_lesson(course, qtbot):
    course.open_lesson("alpha")
    assert course.place == "Lesson 1, page 1 of 3"
    assert course.lessons.column.page.title.text() == "A beginning"
    press(course.lessons.column.pager.next)
    course.next_page()
    assert course.place == "Lesson 1, page 3 of 3"
    course.previous_page()
    assert course.lessons.column.page.title.text() == "A middle"
    course.next_page()
    course.next_page()
    assert course.place == "Lesson 2, page 1 of 3"
    settle(course, qtbot)


def test_that_behind_the_last_lesson_there_are_the_contents(course, qtbot):
    course.open_lesson("mine")
    settle(course, qtbot)
    course.next_page()
    assert course.shown == "contents"


def test_that_a_lesson_opens_where_one_stopped_even_after_a_new_start(course, qtbot, folders):
    course.open_lesson("alpha", 1)
    settle(course, qtbot)
    again = CourseWorkspace(Appearance("light"), course.settings, folders)
    qtbot.addWidget(again)
    again.open_lesson("alpha")  # before the lessons are read
    qtbot.waitUntil(lambda: again.shown == "lesson")
    assert again.place == "Lesson 1, page 2 of 3"
    settle(again, qtbot)
    again.close_down()


def test_that_an_answer_is_still_there_when_one_comes_back(course, qtbot):
    course.open_lesson("beta", 0)
    settle(course, qtbot)
    card = course.lessons.column.page.card
    QTest.mouseClick(card.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(60, 18))
    assert card.rows[0].verdict is False
    press(card.again)
    press(card.rows[1])
    assert card.rows[1].verdict is True
    course.next_page()
    QTest.keyClicks(card.typed.field, "0.5")
    QTest.keyClick(card.typed.field, Qt.Key.Key_Return)
    settle(course, qtbot)
    assert card.typed.verdict is True
    course.previous_page()
    assert card.rows[1].verdict is True
    assert course.book.of("beta").right == 2


def test_that_an_answer_judged_after_the_page_was_turned_is_kept_for_its_page(course, qtbot):
    course.open_lesson("beta", 1)
    settle(course, qtbot)
    card = course.lessons.column.page.card
    QTest.keyClicks(card.typed.field, "0.5")
    QTest.keyClick(card.typed.field, Qt.Key.Key_Return)
    course.previous_page()
    settle(course, qtbot)
    assert not any(row.isChecked() for row in card.rows)
    assert course.book.of("beta").answers[1].is_right is True


def test_that_a_link_leads_to_another_lesson(course, qtbot):
    course.open_lesson("alpha", 0)
    settle(course, qtbot)
    text = course.lessons.column.page.text
    placed = next(p for p in text.laid_out().placed() if p.piece.link)
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=QPoint(int(placed.x + 4), int(placed.baseline - 4)))
    assert course.place == "Lesson 2, page 1 of 3"
    settle(course, qtbot)


def test_that_a_link_to_nowhere_is_told(course, qtbot):
    with qtbot.waitSignal(course.told) as told:
        course.open_lesson("nowhere")
    assert told.args == ["There is no lesson nowhere", "warn"]


def test_that_the_note_is_shown_to_the_presenter_only(course, qtbot):
    course.open_lesson("alpha", 1)
    settle(course, qtbot)
    page_text = course.lessons.column.page
    assert not page_text.note.isVisible()
    press(course.lessons.bar.notes)
    assert page_text.note.isVisible()
    assert page_text.note.text.text() == "Ask them first."
    course.next_page()
    assert not page_text.note.isVisible()


def test_that_the_combo_and_the_dots_go_elsewhere(course, qtbot):
    course.open_lesson("alpha", 0)
    dots = course.lessons.column.pager.dots
    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=dots.dot_rect(2).center().toPoint())
    assert course.place == "Lesson 1, page 3 of 3"
    course.lessons.bar.lesson_chosen.emit("gamma")
    assert course.place == "Lesson 3, page 1 of 1"
    press(course.lessons.bar.contents)
    assert course.shown == "contents"
    settle(course, qtbot)


def test_that_a_lab_stands_alone(course, qtbot):
    course.open_lab("activations")
    settle(course, qtbot)
    assert course.place == "Lab: Slope of an activation"
    assert not course.lessons.column.isVisible()
    qtbot.waitUntil(lambda: course.stage.width() == course.width())
    course.next_page()
    course.open_lesson("alpha")
    settle(course, qtbot)
    assert course.lessons.column.isVisible()
    qtbot.waitUntil(lambda: course.lessons.column.width() == 432)


def test_that_a_scene_runs_is_updated_and_goes_to_the_playground(course, qtbot):
    course.open_lesson("delta")
    settle(course, qtbot)
    course.update_once()
    qtbot.waitUntil(lambda: course.on_painted() or course.stage.counter_text == "1", timeout=20000)
    with qtbot.waitSignal(course.run_changed):
        course.run_or_pause()
    assert course.is_running
    assert course.lessons.bar.run.text() == "Pause"
    course.show_contents()
    qtbot.waitUntil(lambda: course.on_painted() or not course.stage.is_running, timeout=20000)
    course.open_lesson("delta")
    settle(course, qtbot)
    with qtbot.waitSignal(course.playground_requested) as taken:
        press(course.lessons.bar.playground)
    assert isinstance(taken.args[0], Setup)


@pytest.mark.parametrize("width", [1208, 1368, 1848])
def test_that_the_text_keeps_its_width_beside_the_scene(course, qtbot, width):
    course.resize(width, 700)
    course.open_lesson("alpha")
    settle(course, qtbot)
    column = course.lessons.column
    assert column.width() == 432
    course.lessons._splitter.setSizes([100, width - 101])
    assert column.width() == 360
    course.lessons._splitter.setSizes([900, width - 901])
    assert column.width() == 480
    course.open_lesson("gamma")
    assert column.width() == 480
    course.lessons.reset_widths()
    assert column.width() == 432


def test_that_tab_has_somewhere_to_go_everywhere(course, qtbot, folders):
    assert course.tab_parts()
    course.open_lesson("alpha")
    assert next(part.widget for part in course.tab_parts()) is course.lessons.bar
    course.writing.mend(folders.user / "mine.md")
    assert next(part.widget for part in course.tab_parts()) is course.editor.bar
    settle(course, qtbot)
