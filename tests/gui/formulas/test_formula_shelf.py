"""The shelf: what the book has comes at once, anything else a moment later."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gui.formulas import Shelf
from gui.formulas.book import CELLS, COURSE, TAPES, Book, Library, write_book
from gui.formulas.typeset import typeset

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shelf(qapp, tmp_path):
    for name, latex in ((TAPES, "A^{[1]}"), (CELLS, "a^{[1]}_{2}"), (COURSE, "f = 3a")):
        made = typeset(latex)
        write_book(Book({latex: made.composition.pack()}, dict(made.outlines)), tmp_path / name)
    made_shelf = Shelf(Library(tmp_path))
    yield made_shelf
    made_shelf.close()


def test_a_formula_of_the_book_is_there_at_once(shelf):
    formula = shelf.get("A^{[1]}")
    assert formula is not None
    assert not formula.path.isEmpty()
    assert shelf.get("A^{[1]}") is formula
    assert not shelf.is_waiting


def test_a_cell_is_read_from_its_book_on_the_thread_and_others_are_then_there_at_once(qtbot, shelf):
    with qtbot.waitSignal(shelf.ready):
        assert shelf.get("a^{[1]}_{2}") is None
    assert shelf.get("a^{[1]}_{2}") is not None


def test_a_book_that_is_read_ahead_answers_at_once(qtbot, shelf):
    shelf.read_ahead(COURSE)
    qtbot.waitUntil(lambda: not shelf.is_waiting)
    assert shelf.get("f = 3a") is not None
    assert not shelf.is_waiting


def test_another_one_comes_by_signal_and_stays(qtbot, shelf):
    with qtbot.waitSignal(shelf.ready, check_params_cb=lambda latex: latex == "B^{[2]}"):
        assert shelf.get("B^{[2]}") is None
    formula = shelf.get("B^{[2]}")
    assert formula is not None
    assert not formula.is_fallback


def test_asking_often_typesets_once(qtbot, shelf):
    heard = []
    shelf.ready.connect(heard.append)
    for _ in range(20):
        shelf.get("c + d")
        shelf.get("e + f")
    qtbot.waitUntil(lambda: len(heard) == 2 and not shelf.is_waiting)
    assert sorted(heard) == ["c + d", "e + f"]


def test_what_is_made_but_has_not_arrived_is_not_made_again(qtbot, shelf):
    heard = []
    shelf.ready.connect(heard.append)
    assert shelf.get("c + d") is None
    for thread in threading.enumerate():
        if thread.name == "formulas":
            thread.join()  # without an event of Qt, which would bring it
    assert shelf.get("c + d") is None
    assert not shelf.is_waiting
    qtbot.waitUntil(lambda: heard == ["c + d"])
    assert shelf.get("c + d") is not None


def test_what_was_given_up_can_be_asked_for_again(qtbot, shelf):
    shelf.get("c + d")
    shelf.get("e + f")
    shelf.close()
    qtbot.waitUntil(lambda: shelf.get("e + f") is not None)


def test_latex_with_a_fault_becomes_readable_text(qtbot, shelf):
    with qtbot.waitSignal(shelf.ready):
        assert shelf.get(r"\frac{1}{") is None
    formula = shelf.get(r"\frac{1}{")
    assert formula is not None
    assert formula.is_fallback


def test_rendering_at_once_needs_no_thread(shelf):
    formula = shelf.render("g + h")
    assert not formula.path.isEmpty()
    assert shelf.get("g + h") is formula
    assert not shelf.is_waiting


def test_the_thread_ends_by_itself_when_nothing_is_left(qtbot, shelf):
    before = set(threading.enumerate())
    with qtbot.waitSignal(shelf.ready):
        shelf.get("k + l")
    qtbot.waitUntil(lambda: not shelf.is_waiting)
    qtbot.waitUntil(lambda: set(threading.enumerate()) <= before)


def test_closing_gives_up_what_waits(qtbot, shelf):
    for number in range(30):
        shelf.get(f"n = {number}")
    shelf.close()
    assert not shelf.is_waiting
    assert sum(shelf.get(f"n = {number}") is not None for number in range(30)) < 10


def test_the_book_does_without_ziamath():
    script = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from gui import formulas
assert formulas.get("Z^{[1]} = W^{[1]} X + b^{[1]}") is not None
assert not [name for name in sys.modules if name.startswith(("ziamath", "ziafont", "latex2mathml"))]
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
