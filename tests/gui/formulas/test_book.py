"""The bundled books: they have what tapes write, they are what ziamath gives, and every formula of them can be seen.

Of the book of the course: test_course_book.py.
"""

from __future__ import annotations

import itertools

import pytest

from engine.activations import ACTIVATIONS
from engine.asset_paths import asset_path
from engine.costs import COSTS
from engine.optimizers import OPTIMIZERS
from engine.step.tape import record_tape
from gui.formula_books.catalogue import DEEPEST, cell_latex, small_moment, specs, tape_latex, unit_latex
from gui.formulas import Shelf
from gui.formulas.book import CELLS, COURSE, TAPES, Book, Library, read_book, write_book
from gui.formulas.typeset import typeset
from tests.gui.formulas.formula_pictures import ink_of

STALE = "the books of formulas are out of date: run script/make_formulas"
SAMPLE = 40
BOOKS = {name: read_book(asset_path("formulas", name)) for name in (TAPES, CELLS, COURSE)}


@pytest.mark.parametrize("depth", [1, 2, DEEPEST])
def test_the_book_has_every_formula_of_a_tape(depth):
    book = BOOKS[TAPES].formulas
    for spec, training in specs(depth):
        missing = [
            latex for latex in tape_latex(record_tape(small_moment(spec, training))) if latex not in book
        ]
        assert not missing, STALE


@pytest.mark.parametrize("m", [1, 3])
def test_the_book_has_the_written_out_sums_of_small_networks(m):
    books = BOOKS[TAPES].formulas.keys() | BOOKS[CELLS].formulas.keys()
    for spec, training in specs(2, 3):
        missing = [
            latex for latex in cell_latex(record_tape(small_moment(spec, training, m))) if latex not in books
        ]
        assert not missing, STALE


def test_the_book_has_the_names_of_units():
    assert set(unit_latex()) <= set(BOOKS[TAPES].formulas), STALE


def test_the_catalogue_takes_every_entry_of_every_table():
    made = list(specs(2))
    assert {spec.cost for spec, _ in made} == set(COSTS)
    assert {training.optimizer for _, training in made} == set(OPTIMIZERS)
    used = {layer.activation for spec, _ in made for layer in spec.layers}
    assert used == set(ACTIVATIONS)
    assert {(bool(spec.l1), bool(spec.l2)) for spec, _ in made} == set(
        itertools.product((False, True), repeat=2)
    )


@pytest.mark.parametrize("name", [TAPES, CELLS])
def test_a_book_is_what_ziamath_gives_today(name):
    book = BOOKS[name]
    names = sorted(book.formulas)
    for latex in names[:: len(names) // SAMPLE]:
        made = typeset(latex)
        assert book.formulas[latex] == made.composition.pack(), f"{STALE} ({latex})"
        for mark in made.composition.marks:
            assert book.outlines[mark.glyph] == made.outlines[mark.glyph], f"{STALE} ({latex})"


@pytest.mark.parametrize("name", BOOKS)
def test_every_formula_of_a_book_has_ink_and_none_is_cut(qapp, name):
    shelf = Shelf()
    for latex in BOOKS[name].formulas:
        ink = ink_of(shelf.render(latex), 16)
        assert 0.03 < ink.dark / ink.area < 0.6, latex
        assert ink.dark > 10, latex
        assert ink.outside == 0, latex


def test_the_cells_are_read_only_when_something_is_not_among_the_tapes():
    library = Library()
    latex = next(iter(BOOKS[CELLS].formulas))
    assert library.at_once(latex) is None
    assert library.find(latex) is not None
    assert library.at_once(latex) == library.find(latex)


def test_the_course_is_read_only_when_something_is_in_neither_of_the_others(tmp_path):
    for name, latex in ((TAPES, "a"), (CELLS, "b"), (COURSE, "c")):
        write_book(Book({latex: "1 1 1||"}, {}), tmp_path / name)
    library = Library(tmp_path)
    assert library.find("b") is not None
    assert library.at_once("c") is None
    assert library.find("c") is not None
    assert library.at_once("c") is not None


def test_a_book_that_is_read_ahead_answers_at_once_and_no_other_is_read(tmp_path, caplog):
    write_book(Book({"a": "1 1 1||"}, {}), tmp_path / TAPES)
    write_book(Book({"c": "1 1 1||"}, {}), tmp_path / COURSE)
    library = Library(tmp_path)
    library.read(COURSE)
    assert library.at_once("c") is not None
    assert library.find("c") is not None
    assert not caplog.records  # of the missing book of cells


def test_a_book_comes_back_from_its_file_and_is_the_same_bytes_each_time(tmp_path):
    book = Book({"b": "1 2 3|4 5 6 7|", "a": "1 1 1||"}, {12: "M 0 0 Z", 4: "M 1 1 Z"}, "a typesetter 1.0")
    paths = [tmp_path / "one.gz", tmp_path / "folder" / "two.gz"]
    for path in paths:
        write_book(book, path)
        assert read_book(path) == book
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_missing_book_is_an_empty_one_and_said_in_the_log(tmp_path, caplog):
    assert Library(tmp_path).find("Z^{[1]}") is None
    assert caplog.text.count("can't be read") == 3


@pytest.mark.parametrize("kept", [0, 5, 500])
def test_a_damaged_book_is_an_empty_one(tmp_path, caplog, kept):
    path = tmp_path / TAPES
    path.write_bytes(asset_path("formulas", TAPES).read_bytes()[:kept])
    assert read_book(path) == Book({}, {})
    assert caplog.records
