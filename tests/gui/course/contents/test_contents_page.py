"""The contents: chapters, lessons, labs, where one goes on, search, broken lessons, a dropped file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from engine.labs.table import LABS
from engine.lessons import lessons_in
from gui.appearance import Appearance
from gui.course.contents.geometry import column_widths, share_out
from gui.course.contents.hit_row import with_bold
from gui.course.contents.page import ContentsPage
from gui.course.library import gather
from gui.course.progress import ProgressBook
from gui.course.text.markdown import Span
from gui.settings import Settings
from tests.gui.course.small_course import write_course


@pytest.fixture
def folders(tmp_path):
    return write_course(tmp_path)


@pytest.fixture
def page(qtbot, folders):
    book = ProgressBook(Settings(temporary=True))
    page = ContentsPage(Appearance("light"), book)
    qtbot.addWidget(page)
    page.book = book
    page.set_library(gather(lessons_in(folders.own), lessons_in(folders.user)))
    page.resize(1208, 636)
    page.show()
    return page


def row_of(page, slug):
    return next(row for section in page.sections for row in section.rows if row.entry.slug == slug)


def test_that_lessons_stand_in_their_chapters_and_the_users_behind(page):
    names = [(s.accessibleName(), [row.entry.slug for row in s.rows]) for s in page.sections if s.rows]
    assert names == [
        ("C1 What a network is", ["alpha"]),
        ("C6 Activations", ["beta", "gamma"]),
        ("Your lessons", ["mine"]),
    ]


def test_that_every_lab_can_be_opened(page, qtbot):
    chips = {chip.key_of_lab: chip for section in page.sections for chip in section.chips}
    assert set(chips) == set(LABS)
    with qtbot.waitSignal(page.lab_requested) as asked:
        QTest.mouseClick(chips["activations"], Qt.MouseButton.LeftButton)
    assert asked.args == ["activations"]


def test_that_a_row_opens_its_lesson_where_one_stopped(page, qtbot):
    with qtbot.waitSignal(page.lesson_requested) as asked:
        QTest.mouseClick(row_of(page, "beta"), Qt.MouseButton.LeftButton)
    assert asked.args == ["beta", -1]


def test_that_a_row_says_how_far_one_is(page):
    assert row_of(page, "alpha").facts() == "7 min · 3 pages"
    page.book.see("alpha", 0)
    page.book.see("alpha", 1)
    page.refresh()
    assert row_of(page, "alpha").facts() == "page 2 of 3"
    assert row_of(page, "alpha").share == pytest.approx(2 / 3)
    assert row_of(page, "gamma").facts() == "7 min · 1 page"


def test_that_one_begins_with_the_first_lesson_and_goes_on_where_one_stopped(page, qtbot):
    assert page.aside.resume.text() == "Begin"
    with qtbot.waitSignal(page.lesson_requested) as asked:
        QTest.mouseClick(page.aside.resume, Qt.MouseButton.LeftButton)
    assert asked.args == ["alpha", 0]
    page.book.see("beta", 1)
    page.refresh()
    assert page.aside.resume.text() == "Continue"
    assert page.aside.page.text() == "To type"
    with qtbot.waitSignal(page.lesson_requested) as asked:
        QTest.mouseClick(page.aside.resume, Qt.MouseButton.LeftButton)
    assert asked.args == ["beta", 1]


def test_that_behind_a_finished_lesson_the_next_one_is_offered(page):
    for index in range(3):
        page.book.see("alpha", index)
    page.refresh()
    assert page.aside.lesson.text() == "2 · Beta"


def test_that_a_search_shows_pages_and_leads_to_them(page, qtbot):
    QTest.keyClicks(page.aside.search, "saturated")
    assert [(hit.entry.slug, hit.page) for hit in page.hits] == [("alpha", 2)]
    assert "1 page with" in page.listing.count.text()
    with qtbot.waitSignal(page.lesson_requested) as asked:
        QTest.mouseClick(page.hits[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["alpha", 2]
    QTest.keyClick(page.aside.search, Qt.Key.Key_Escape)
    assert page.hits == []
    assert all(section.isVisible() for section in page.sections)


def test_that_a_search_without_hits_says_so(page):
    page.aside.search.setText("zebra")
    assert page.listing.count.text() == "No page with “zebra”"


def test_that_found_words_are_bold():
    assert with_bold("The Slope of it", ((4, 9),)) == (
        Span("The "),
        Span("Slope", bold=True),
        Span(" of it"),
    )
    assert with_bold("a (b", ()) == (Span("a (b"),)


def test_that_a_broken_lesson_names_its_line_and_asks_for_the_editor(page, qtbot, folders):
    (broken,) = [row for section in page.sections for row in section.broken]
    assert broken.broken.fault.line > 1
    with qtbot.waitSignal(page.repair_requested) as asked:
        QTest.mouseClick(broken, Qt.MouseButton.LeftButton)
    assert asked.args == [folders.user / "torn.md", broken.broken.fault.line]


def test_that_the_own_lessons_have_their_buttons(page, qtbot):
    with qtbot.waitSignal(page.new_requested):
        QTest.mouseClick(page.aside.new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.folder_requested):
        QTest.mouseClick(page.aside.folder, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "taken"), [("lesson.md", True), ("table.csv", False)])
def test_that_a_dropped_lesson_is_taken_and_another_file_is_not(page, tmp_path, name, taken):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    dropped = []
    page.file_dropped.connect(dropped.append)
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    assert dropped == ([tmp_path / name] if taken else [])


@pytest.mark.parametrize("size", [(1208, 636), (1368, 816), (1848, 996)])
def test_that_sections_and_rows_stand_apart(page, size):
    page.resize(*size)
    places = [section.geometry() for section in page.sections]
    for index, place in enumerate(places):
        assert place.right() < page.listing.width()
        assert not any(place.intersects(other) for other in places[index + 1 :])
    for section in page.sections:
        inside = [w.geometry() for w in (*section.rows, *section.broken, *section.chips)]
        for index, place in enumerate(inside):
            assert section.rect().contains(place)
            assert not any(place.intersects(other) for other in inside[index + 1 :])


def test_that_columns_are_shared_out_in_order():
    assert share_out([100, 100, 100, 100], 2) == [0, 0, 1, 1]
    assert share_out([300, 100, 100], 2) == [0, 1, 1]
    assert share_out([10, 10], 1) == [0, 0]
    assert share_out([], 2) == []
    for heights in ([5, 9, 2, 40, 3], [1] * 9):
        assert all(a <= b for a, b in pairwise(share_out(heights, 2)))


def test_that_a_wide_page_has_two_columns():
    assert len(column_widths(860)) == 1
    assert len(column_widths(1500)) == 2


def test_that_there_may_be_no_lessons_at_all(qtbot):
    page = ContentsPage(Appearance("dark"), ProgressBook(Settings(temporary=True)))
    qtbot.addWidget(page)
    page.set_library(gather((), ()))
    page.resize(1208, 636)
    page.show()
    assert not page.aside.resume.isVisible()
