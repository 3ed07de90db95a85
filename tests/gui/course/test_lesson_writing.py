"""Lessons are written, saved and mended in the Course workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.lessons import parse_lesson
from tests.gui.course.courses import press, settle
from tests.gui.course.small_course import lesson, page


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
