"""The foot of a lesson: buttons, dots, and what they say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.appearance import Appearance
from gui.course.pager import CONTENTS, NEXT_LESSON, NEXT_PAGE, Pager
from gui.course.pager_geometry import dot_at, dot_places

TITLES = ("A beginning", "A middle", "An end")


@pytest.fixture
def pager(qtbot):
    pager = Pager(Appearance("light"))
    qtbot.addWidget(pager)
    pager.resize(432, 64)
    pager.show()
    return pager


def test_that_the_buttons_ask_for_pages(pager, qtbot):
    pager.set_pages(TITLES, 1, {0, 1})
    with qtbot.waitSignal(pager.back_requested):
        QTest.mouseClick(pager.back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pager.next_requested):
        QTest.mouseClick(pager.next, Qt.MouseButton.LeftButton)


def test_that_a_dot_leads_to_its_page_and_names_it(pager, qtbot):
    pager.set_pages(TITLES, 0, {0})
    with qtbot.waitSignal(pager.page_requested) as asked:
        QTest.mouseClick(pager.dots, Qt.MouseButton.LeftButton, pos=pager.dots.dot_rect(2).center().toPoint())
    assert asked.args == [2]
    assert pager.dots.hint(2) == "3 · An end"


def test_that_there_is_no_page_before_the_first(pager):
    pager.set_pages(TITLES, 0, {0})
    assert not pager.back.isEnabled()


def test_that_the_last_page_leads_to_the_next_lesson_or_to_the_contents(pager):
    pager.set_pages(TITLES, 1, {0, 1}, "2 · Beta")
    assert pager.next.text() == NEXT_PAGE
    pager.set_pages(TITLES, 2, {0, 1, 2}, "2 · Beta")
    assert pager.next.text() == NEXT_LESSON
    assert "2 · Beta" in pager.next.toolTip()
    pager.set_pages(TITLES, 2, {0, 1, 2}, "")
    assert pager.next.text() == CONTENTS


@pytest.mark.parametrize("width", [360, 432, 480])
def test_that_the_pager_fits(pager, width):
    pager.resize(width, 64)
    pager.set_pages(["A page"] * 12, 11, set(), "Next")
    places = [pager.back.geometry(), pager.dots.geometry(), pager.next.geometry()]
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert places[-1].right() < width
    assert pager.next.width() >= pager.next.width_for(pager.next.text())


@pytest.mark.parametrize("count", [1, 2, 6, 10, 30, 60])
@pytest.mark.parametrize("room", [60.0, 120.0, 200.0])
def test_that_dots_stay_apart_and_the_current_one_is_long(count, room):
    places = dot_places(count, count // 2, room)
    assert all(a.x + a.width <= b.x + 1e-9 for a, b in pairwise(places))
    assert max(range(count), key=lambda i: places[i].width) == count // 2


def test_that_a_place_between_dots_belongs_to_the_nearer_one():
    places = dot_places(3, 0, 100)
    assert dot_at(places, places[1].x + 1) == 1
    assert dot_at(places, -50) == -1
