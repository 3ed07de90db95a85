"""The book of the course: it has what the Graph workspace, lessons and labs write today, so that they open ready."""

from __future__ import annotations

import pytest

from engine.asset_paths import asset_path
from engine.graph import GALLERY
from engine.lessons import all_lessons
from gui.appearance import Appearance
from gui.course.page_text import PageText
from gui.course.question.answer import Answer
from gui.formula_books.course_catalogue import course_book
from gui.formula_books.make_book import typesetter
from gui.formulas import COURSE, shelf
from gui.formulas.book import TAPES, read_book
from gui.formulas.typesetter import Typesetter
from gui.graph.workspace import GraphWorkspace
from gui.labs.readouts import Readouts
from gui.labs.table import PLACES, make_lab

STALE = "the book of the course is out of date: run script/make_formulas course"
FEW = ("chain-rule", "used-twice", "two-two-one")


@pytest.fixture
def asked(qapp, qtbot, monkeypatch):
    """What the typesetter is asked for, by a new shelf that has read the book."""
    shelf.cache_clear()
    shelf().read_ahead(COURSE)
    qtbot.waitUntil(lambda: not shelf().is_waiting)
    found = []
    ask = Typesetter.ask

    def listen(typesetter, latex):
        found.append(latex)
        ask(typesetter, latex)

    monkeypatch.setattr(Typesetter, "ask", listen)
    yield found
    shelf().close()
    shelf.cache_clear()


def test_the_book_holds_what_graphs_lessons_and_labs_write_today():
    book = read_book(asset_path("formulas", COURSE)).formulas.keys()
    wanted = course_book() - read_book(asset_path("formulas", TAPES)).formulas.keys()
    assert not wanted - book, STALE
    assert not book - wanted, STALE


def test_the_book_was_made_by_the_typesetter_of_today():
    assert read_book(asset_path("formulas", COURSE)).made_with == typesetter(), STALE


def test_the_graph_workspace_opens_without_the_typesetter(qtbot, asked):
    workspace = GraphWorkspace(Appearance("light"))
    qtbot.addWidget(workspace)
    workspace.resize(1280, 720)
    workspace.show()
    for example in GALLERY:
        if example.key in FEW:
            workspace.model.open(example.text, example.at)
            qtbot.waitUntil(lambda: workspace.is_settled)
            for index in range(len(workspace.stepper.evaluation.events)):
                workspace.stepper.go_to(index)
                workspace.grab()
    workspace.close_down()
    assert not asked, STALE


def test_every_page_of_every_lesson_is_read_without_the_typesetter(qtbot, asked):
    page = PageText(Appearance("light"))
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()
    answer = Answer("1", is_right=True, is_explained=True)
    for lesson in all_lessons():
        for scene in lesson.scenes:
            page.set_page(lesson.title, "", scene.title, scene.text, scene.question, answer)
            page.set_note(scene.note, shown=True)
            page.grab()
    assert not asked, STALE


@pytest.mark.parametrize("key", PLACES)
def test_a_lab_names_the_formulas_that_it_draws(qtbot, key):
    lab = make_lab(key, Appearance("light"))
    qtbot.addWidget(lab)
    lab.resize(1440, 900)
    lab.show()
    drawn = {row.latex for readouts in lab.findChildren(Readouts) for row in readouts.rows() if row.latex}
    lab.close_down()
    assert drawn <= set(lab.latex)
