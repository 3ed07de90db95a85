"""The bar over a lesson: what it offers in which scene, and that it fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.course.bar import CourseBar


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1900, 60)
    bar = CourseBar(Appearance("light"), window)
    bar.set_lessons([("alpha", "1 · Alpha"), ("beta", "2 · Beta")])
    bar.resize(1208, 56)
    bar.kept_window = window  # a window that Python forgets is deleted
    window.show()
    return bar


def shown(bar):
    widgets = [w for w in bar.children() if isinstance(w, QWidget) and w.isVisible()]
    return sorted((w.geometry() for w in widgets), key=lambda rect: rect.left())


@pytest.mark.parametrize("width", [1000, 1208, 1368, 1848])
@pytest.mark.parametrize("controls", [set(), {"run", "update"}, {"run", "steps"}, {"steps"}])
def test_that_nothing_overlaps_or_is_cut(bar, qtbot, width, controls):
    bar.set_controls(controls)
    bar.set_place("graph")
    bar.resize(width, 56)
    qtbot.waitUntil(lambda: bar.width() == width)
    bar._row.activate()
    places = shown(bar)
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert places[0].left() >= 0
    assert places[-1].right() < width
    assert bar.playground.width() >= bar.playground.width_for(bar.playground.text())


def test_that_only_what_makes_sense_is_offered(bar):
    bar.set_controls({"run", "update"})
    assert bar.run.isVisible()
    assert bar.update_button.isVisible()
    assert not bar.next.isVisible()
    bar.set_controls({"steps"})
    assert bar.next.isVisible()
    assert not bar.update_button.isVisible()
    bar.set_controls(())
    assert not bar.run.isVisible()
    assert not bar.counter.isVisible()


def test_that_the_buttons_are_wishes(bar, qtbot):
    bar.set_controls({"run", "update", "steps"})
    bar.set_place("train")
    for button, signal in (
        (bar.reset, bar.restart_requested),
        (bar.again, bar.reset_requested),
        (bar.run, bar.run_requested),
        (bar.update_button, bar.update_requested),
        (bar.previous, bar.previous_requested),
        (bar.next, bar.next_requested),
        (bar.contents, bar.contents_requested),
        (bar.playground, bar.playground_requested),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.notes_toggled) as toggled:
        QTest.mouseClick(bar.notes, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]


def test_that_run_becomes_pause_without_moving_anything(bar):
    bar.set_controls({"run", "update"})
    before = shown(bar)
    bar.set_running(is_running=True)
    assert bar.run.text() == "Pause"
    assert shown(bar) == before


def test_that_a_run_that_no_other_goes_on_with_is_stopped_not_paused(bar):
    bar.set_controls({"run"})
    before = shown(bar)
    bar.set_running(is_running=True, end_word="Stop")
    assert (bar.run.text(), bar.run.icon_name) == ("Stop", "stop")
    assert shown(bar) == before
    bar.set_running(is_running=False, end_word="Stop")
    assert bar.run.text() == "Run"


def test_that_a_scene_that_counts_nothing_leaves_no_empty_cell(bar):
    bar.set_controls({"run"})
    bar.set_counter("Update", "0")
    counted = bar.lesson.mapTo(bar, bar.lesson.rect().topLeft()).x()
    bar.set_counter("", "")
    bar._row.activate()
    assert not bar.counter.isVisible()
    assert bar.lesson.mapTo(bar, bar.lesson.rect().topLeft()).x() < counted - bar.counter.width()
    bar.set_counter("Update", "300")
    assert bar.counter.isVisible()


def test_that_a_lessons_name_is_read_as_a_whole_where_there_is_room(bar, qtbot):
    bar.set_controls({"run", "update"})
    bar.set_place("train")
    bar.set_lessons([("long", "4 · Gradient descent and the bowl"), ("short", "1 · Alpha")])
    bar.resize(1368, 56)
    qtbot.waitUntil(lambda: bar.width() == 1368)
    assert bar.lesson.width() == bar.lesson.sizeHint().width()
    bar.set_lesson("short")
    assert bar.lesson.width() == bar.lesson.sizeHint().width()  # the bar stands still from lesson to lesson
    bar.resize(940, 56)
    qtbot.waitUntil(lambda: bar.width() == 940)
    assert bar.lesson.width() < bar.lesson.sizeHint().width()
    assert bar._needed() <= 940


def test_that_the_counter_has_faint_zeros_and_knows_words(bar):
    bar.set_counter("Update", "300")
    assert bar.counter.text() == "000,300"
    bar.set_counter("Row", "5 of 17")
    assert bar.counter.text() == "5 of 17"


def test_that_the_button_names_where_the_scene_goes(bar):
    for place, text in (("train", "Open in Train"), ("step", "Open in Step"), ("graph", "Open in Graph")):
        bar.set_place(place)
        assert bar.playground.text() == text
    bar.set_place("")
    assert not bar.playground.isVisible()


def test_that_a_lab_alone_has_its_title_instead_of_a_lesson(bar):
    bar.set_lesson("", "Slope of an activation")
    assert bar.title.isVisible()
    assert not bar.lesson.isVisible()
    bar.set_lesson("beta")
    assert bar.lesson.key() == "beta"
    assert not bar.title.isVisible()
