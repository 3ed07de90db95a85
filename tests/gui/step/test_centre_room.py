"""Everything in the middle of the Step workspace has its place, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from gui import formulas
from gui.step.centre import StepCentre
from gui.step.selection import Cell
from tests.gui.step.centres import SIZES, step_to, values
from tests.gui.step.small_tapes import small_tape
from tests.gui.step.tapes import start_network, tall_network, worked_example


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [worked_example, start_network, tall_network])
def test_that_everything_has_its_place_on_every_row(centre, size, make):
    for key in ("chain", "check", "why"):
        centre.add_page(key, key, QWidget())
    centre.resize(*size)
    tape = make()
    centre.set_tape(tape)
    for row in tape.rows:
        centre.show_row(row.index)
        k, i = (side - 1 for side in row.value.shape)
        centre.show_cell(Cell(row.main, k, i))
        page = centre.numbers
        head = centre.head.geometry()
        assert head.right() < centre.width()
        assert head.bottom() <= centre.tabs.y()
        assert page.equations.geometry().bottom() < page.sum_bar.y()
        assert page.sum_bar.geometry().bottom() < page.check_line.y()
        assert page.check_line.geometry().bottom() <= page.height(), row.name
        area = page.equations
        # Of what is said about them nothing is cut: it may all be left to scrolling.
        whole = area.remarks.y() if area.remarks.isVisible() else area.widget().height()
        assert area.height() >= min(140, whole)
        place = page.equations.panels[row.main].view.cell_rect(k, i)
        assert place is not None, row.name


def test_that_all_numbers_of_the_worked_example_are_on_the_screen_to_eight_decimals(centre):
    tape = worked_example()
    for symbol, layer, expected in (
        ("Z", 1, (0.32, 0.04, 0.24)),
        ("A", 1, (0.57932425, 0.50999867, 0.55971365)),
        ("Z", 2, (0.09568300,)),
        ("A", 2, (0.52390252,)),
        ("J", None, (0.64644965,)),
        ("dZ", 2, (-0.47609748,)),
        ("dZ", 1, (-0.03480858, 0.02379535, -0.04693070)),
        ("db", 2, (-0.47609748,)),
        ("b", 1, (0.10348086, -0.10237954, 0.05469307)),
    ):
        step_to(centre, tape, symbol, layer)
        for k, value in enumerate(expected):
            centre.show_cell(Cell(tape.row(symbol, layer).main, k, 0))
            assert values(centre)[0] == f"{value:.8f}".replace("-", "−")


def test_that_the_hint_is_one_line_and_the_matrices_have_the_room(centre):
    step_to(centre, start_network(), "Z", 1)
    page = centre.numbers
    free = page.equations.height()
    assert page.sum_bar.height() == 28
    assert page.check_line.isHidden()
    assert page.equations.widget().height() <= free
    centre.show_cell(Cell(0, 1, 2))
    assert page.sum_bar.height() > 28
    assert page.check_line.isVisible()
    assert page.equations.height() <= free


@pytest.mark.parametrize("symbol", ["Z", "dZ", "dW"])
def test_that_nothing_jumps_from_number_to_number(qtbot, centre, symbol):
    tape = start_network()
    step_to(centre, tape, symbol, 2)
    page = centre.numbers
    centre.show_cell(Cell(0, 0, 0))
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
    tops, sizes = set(), set()
    rows, columns = tape.row(symbol, 2).value.shape
    for k in range(rows):
        for i in range(columns):
            centre.show_cell(Cell(0, k, i))
            arrangement = page.equations.panels[0].view.picture.arrangement
            tops.add(page.sum_bar.y())
            sizes.add((arrangement.width, arrangement.height))
    assert len(tops) == len(sizes) == 1


@pytest.mark.parametrize("size", SIZES)
def test_that_a_selected_number_and_the_name_of_its_matrix_are_in_sight(centre, size):
    centre.resize(*size)
    for tape in (start_network(), small_tape(8, 8, 8, optimizer="adam")):
        centre.set_tape(tape)
        for row in tape.rows:
            centre.show_row(row.index)
            for index, equation in enumerate(row.equations):
                k, i = (side - 1 for side in equation.result.array.shape)
                centre.show_cell(Cell(index, k, i))
                area = centre.numbers.equations
                view = area.panels[index].view
                place = view.cell_rect(k, i)
                top = area.verticalScrollBar().value() - area.panels[index].y() - view.y()
                assert top <= place.y
                assert place.bottom <= top + area.viewport().height()
                name = view.picture.name_y(len(view.picture.shown) - 1)
                assert top <= name - 14 <= place.y - 28, row.name


def test_that_no_remark_is_cut_through_its_letters(centre):
    tape = tall_network()
    centre.set_tape(tape)
    places = set()
    for height in range(400, 640, 8):
        centre.resize(714, height)
        for row in tape.rows:
            centre.show_row(row.index)
            area = centre.numbers.equations
            if area.remarks.isVisible() and not area.horizontalScrollBar().isVisible():
                above = area.remarks.y() - area.verticalScrollBar().value()
                places.add(is_whole := above + area.remarks.height() <= area.viewport().height())
                assert is_whole or above >= area.viewport().height(), (row.name, height)
    assert places == {True, False}


@pytest.mark.parametrize("height", range(330, 480, 6))
def test_that_the_area_tells_its_matrices_what_is_seen_of_them(centre, height):
    centre.resize(640, height)
    step_to(centre, start_network(), "Z", 1)
    area = centre.numbers.equations
    for place in (0, area.verticalScrollBar().maximum()):
        area.verticalScrollBar().setValue(place)
        panel = area.panels[0]
        picture = panel.view.picture
        above = panel.y() + panel.view.y() - area.verticalScrollBar().value()
        assert picture.bottom == area.viewport().height() - above
        assert picture.top == max(0, -above)


def test_that_a_centre_on_a_stage_leaves_more_room_to_the_matrices(qtbot, look):
    heads, pages = [], []
    for is_tight in (False, True):
        centre = StepCentre(look, is_tight=is_tight)
        qtbot.addWidget(centre)
        centre.resize(735, 703)
        step_to(centre, worked_example(), "dW", 1)
        qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
        pixels = centre.head.formula_pixels()
        heads.append((centre.head.height(), pixels))
        pages.append((centre.pages.height(), centre.head.width()))
    (usual, _), (low, pixels) = heads
    assert low <= usual - 16
    assert pixels >= 26
    assert pages[1][0] >= pages[0][0] + 24
    assert pages[1][1] == pages[0][1] + 24
