"""The Course workspace as a person uses it: contents, pages, answers, labs, the playground, the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.lessons import parse_lesson
from engine.setup import Setup
from gui.appearance import Appearance
from gui.course.workspace import CourseWorkspace
from gui.settings import Settings
from tests.gui.course.small_course import lesson, page, write_course

TRAIN = '```scene\nworkspace = "train"\n{more}```\n'


@pytest.fixture
def folders(tmp_path):
    folders = write_course(tmp_path)
    text = lesson("Delta", "C7", 4, page("Running", "Run it.", block=TRAIN))
    (folders.own / "delta.md").write_text(text, encoding="utf-8")
    return folders


@pytest.fixture
def course(qtbot, folders):
    settings = Settings(temporary=True)
    course = CourseWorkspace(Appearance("light"), settings, folders)
    qtbot.addWidget(course)
    course.settings = settings
    course.resize(1208, 636)
    course.show()
    qtbot.waitUntil(lambda: course.is_settled)
    yield course
    course.close_down()


def settle(course, qtbot):
    def is_settled():
        course.on_painted()
        return course.is_settled

    qtbot.waitUntil(is_settled, timeout=20000)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


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


def test_that_a_broken_lesson_is_mended_and_read_again(course, qtbot, folders):
    (broken,) = course.library.broken
    course.writing.mend(broken.path, broken.fault.line)
    assert course.shown == "editor"
    editor = course.editor
    settle(course, qtbot)
    assert editor.code.line == broken.fault.line
    assert broken.fault.line in editor.code.marked_lines
    press(editor.faults.rows[0])
    editor.code.setPlainText(editor.code.toPlainText().replace("lit = z", 'lit = ["z"]'))
    settle(course, qtbot)
    assert editor.faults.rows == []
    press(editor.bar.save)
    settle(course, qtbot)
    assert course.library.broken == ()
    assert parse_lesson((folders.user / "torn.md").read_text(encoding="utf-8")).title == "Torn"


def test_that_a_new_lesson_begins_with_this_screen_and_gets_its_name(course, qtbot, folders):
    course.writing.set_screen(lambda: page("Captured", "From the screen."))
    press(course.contents.aside.new)
    editor = course.editor
    assert "# Captured" in editor.code.toPlainText()
    settle(course, qtbot)
    assert editor.bar.name.text() == "my-lesson.md"
    press(editor.bar.page)
    assert editor.code.toPlainText().count("# Captured") == 2
    press(editor.bar.save)
    settle(course, qtbot)
    assert editor.path == folders.user / "my-lesson.md"
    assert [entry.slug for entry in course.library.users] == ["mine", "my-lesson"]


def test_that_the_preview_follows_the_cursor_and_shows_the_scene(course, qtbot, folders):
    course.writing.mend(folders.user / "mine.md")
    settle(course, qtbot)
    editor = course.editor
    assert editor.preview.page.title.text() == "My page"
    editor.code.setPlainText(editor.code.toPlainText() + page("Another page", "More words."))
    settle(course, qtbot)
    editor.code.go_to(editor.code.blockCount())
    assert editor.preview.page.title.text() == "Another page"
    choice = editor.preview.choice
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.part_rect(1).center().toPoint())
    assert course.stage.isVisible()
    assert course.stage.kind == "lab"


def test_that_changes_are_asked_about_before_they_are_lost(course, qtbot, folders):
    path = folders.user / "mine.md"
    before = path.read_text(encoding="utf-8")
    course.writing.mend(path)
    editor = course.editor
    QTest.keyClicks(editor.code, "x")
    press(editor.bar.leave)
    assert editor.bar.is_asking
    press(editor.bar.stay)
    assert course.shown == "editor"
    assert editor.has_changes
    press(editor.bar.leave)
    press(editor.bar.discard)
    assert course.shown == "contents"
    assert path.read_text(encoding="utf-8") == before
    settle(course, qtbot)


def test_that_changes_can_be_saved_on_the_way_out(course, qtbot, folders):
    path = folders.user / "mine.md"
    course.writing.mend(path)
    editor = course.editor
    editor.code.setPlainText(editor.code.toPlainText().replace("of mine", "of ours"))
    course.writing.new()
    assert editor.bar.is_asking
    press(editor.bar.keep)
    assert "of ours" in path.read_text(encoding="utf-8")
    assert editor.path is None
    assert "My lesson" in editor.code.toPlainText()
    settle(course, qtbot)


def test_that_another_name_makes_another_file_and_an_old_one_is_asked_about(course, qtbot, folders):
    course.writing.mend(folders.user / "mine.md")
    editor = course.editor
    editor.bar.name.setText("torn")
    press(editor.bar.save)
    assert editor.bar.is_asking
    press(editor.bar.stay)
    editor.bar.name.selectAll()
    QTest.keyClicks(editor.bar.name, "copy")
    QTest.keyClick(editor.bar.name, Qt.Key.Key_Return)
    assert (folders.user / "copy.md").exists()
    assert editor.path == folders.user / "copy.md"
    editor.bar.name.setText("torn")
    press(editor.bar.save)
    press(editor.bar.replace)
    assert editor.path == folders.user / "torn.md"
    settle(course, qtbot)


def test_that_a_lesson_that_comes_along_is_saved_into_the_users_folder(course, qtbot, folders):
    own = folders.own / "alpha.md"
    before = own.read_text(encoding="utf-8")
    course.writing.mend(own)
    QTest.keyClicks(course.editor.code, " ")
    press(course.editor.bar.save)
    assert own.read_text(encoding="utf-8") == before
    assert (folders.user / "alpha.md").exists()
    settle(course, qtbot)


def test_that_a_file_from_elsewhere_is_opened_and_stays(course, qtbot, tmp_path):
    path = tmp_path / "guest.md"
    path.write_text(lesson("Guest", "C2", 1, page("Hello", "From outside.")), encoding="utf-8")
    course.open_file(path)
    settle(course, qtbot)
    assert course.title == "Guest"
    course.editor.saved.emit(path)  # reads everything again
    settle(course, qtbot)
    assert course.library.find("guest") is not None


def test_that_a_broken_file_from_elsewhere_opens_in_the_editor(course, qtbot, tmp_path):
    path = tmp_path / "guest.md"
    path.write_text("no lesson at all", encoding="utf-8")
    course.open_file(path)
    assert course.shown == "editor"
    settle(course, qtbot)


def test_that_a_file_that_is_gone_is_told(course, qtbot, tmp_path):
    with qtbot.waitSignal(course.told) as told:
        course.open_file(tmp_path / "gone.md")
    assert told.args[1] == "err"
    assert course.shown == "contents"


def test_that_tab_has_somewhere_to_go_everywhere(course, qtbot, folders):
    assert course.tab_parts()
    course.open_lesson("alpha")
    assert next(part.widget for part in course.tab_parts()) is course.lessons.bar
    course.writing.mend(folders.user / "mine.md")
    assert next(part.widget for part in course.tab_parts()) is course.editor.bar
    settle(course, qtbot)
