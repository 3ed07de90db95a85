"""The middle of the Step workspace, used as a person does."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.row import Remark
from engine.step.tape import record_tape
from gui import formulas
from gui.appearance import Appearance
from gui.formulas.catalogue import small_moment
from gui.step.centre import StepCentre
from gui.step.equations_area import FULL_CHAIN
from gui.step.number_format import NumberFormat
from gui.step.remark_list import shortened
from gui.step.selection import Cell
from tests.gui.step.small_tapes import small_tape
from tests.gui.step.tapes import start_network, tall_network, worked_example

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SIZES = ((640, 572), (714, 548), (1100, 800))


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def centre(qtbot, look):
    """A centre that shows at once what it asks for, as the window does."""
    centre = StepCentre(look)
    qtbot.addWidget(centre)
    centre.resize(714, 548)
    centre.cell_requested.connect(centre.show_cell)
    centre.show()
    yield centre
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)


def step_to(centre, tape, symbol, layer=None):
    centre.set_tape(tape)
    centre.show_row(tape.row(symbol, layer).index)


def shown_cell(centre):
    cells = [
        (index, *panel.view.picture.cell)
        for index, panel in enumerate(centre.numbers.equations.panels)
        if panel.view.picture.cell is not None
    ]
    return cells[0] if cells else None


def values(centre):
    return [piece.value for piece in centre.numbers.check_line.pieces]


def cell_middle(centre, equation, k, i):
    """The middle of a number in the coordinates of its view, and the view."""
    view = centre.numbers.equations.panels[equation].view
    place = view.cell_rect(k, i)
    return view, QPoint(round(place.x + place.width / 2), round(place.y + place.height / 2))


def test_that_a_click_selects_a_number_and_a_second_one_lets_it_go(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    view, at = cell_middle(centre, 0, 1, 0)
    qtbot.mouseClick(view, LEFT, pos=at)
    assert shown_cell(centre) == (0, 1, 0)
    assert values(centre)[:2] == ["0.01189768", "0.01189768"]
    qtbot.mouseClick(view, LEFT, pos=at)
    assert shown_cell(centre) is None
    assert values(centre) == []


def test_that_it_only_asks_and_another_decides(qtbot, look):
    centre = StepCentre(look)
    qtbot.addWidget(centre)
    centre.resize(714, 548)
    step_to(centre, worked_example(), "dW", 1)
    centre.show()
    view, at = cell_middle(centre, 0, 1, 0)
    with qtbot.waitSignal(centre.cell_requested, timeout=1000) as asked:
        qtbot.mouseClick(view, LEFT, pos=at)
    assert asked.args == [Cell(0, 1, 0)]
    assert shown_cell(centre) is None


def test_that_ctrl_and_arrows_walk_over_the_result_and_stop_at_its_edges(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    view = centre.numbers.equations.panels[0].view
    seen = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Left,
    ):
        qtbot.keyClick(view, key, CTRL)
        seen.append(shown_cell(centre)[1:])
    assert seen == [(0, 0), (1, 0), (1, 1), (1, 1), (0, 1), (0, 0)]


def test_that_every_number_of_a_wide_result_is_reached_by_keys(qtbot, centre):
    step_to(centre, start_network(), "A", 1)
    for i in range(10):
        qtbot.keyClick(centre, Qt.Key.Key_Right, CTRL)
        assert shown_cell(centre) == (0, 0, i)
        assert centre.numbers.equations.panels[0].view.cell_rect(0, i) is not None


def test_that_bare_arrow_keys_are_left_to_the_window(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    with qtbot.assertNotEmitted(centre.cell_requested):
        qtbot.keyClick(centre.numbers.equations.panels[0].view, Qt.Key.Key_Right)


def test_that_escape_lets_the_number_go(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    qtbot.keyClick(centre, Qt.Key.Key_Escape)
    assert shown_cell(centre) is None


def test_that_ctrl_c_copies_the_selected_number_in_full(qtbot, centre):
    tape = worked_example()
    step_to(centre, tape, "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    qtbot.keyClick(centre, Qt.Key.Key_C, CTRL)
    assert float(QGuiApplication.clipboard().text()) == tape.row("dW", 1).value[1, 0]


def test_that_another_row_selects_nothing(centre):
    step_to(centre, worked_example(), "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    step_to(centre, worked_example(), "db", 1)
    assert shown_cell(centre) is None
    assert centre.numbers.sum_bar.canvas.written is None


def test_that_going_back_shows_exactly_what_was(centre, qtbot):
    tape = worked_example()
    centre.set_tape(tape)
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
    pictures = []
    for order in (range(len(tape.rows)), reversed(range(len(tape.rows)))):
        taken = {}
        for index in order:
            centre.show_row(index)
            qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)
            taken[index] = centre.grab().toImage()
        pictures.append(taken)
    assert pictures[0] == pictures[1]


def test_that_the_full_chain_stands_below_the_shortcut_with_its_name(qtbot, centre):
    step_to(centre, worked_example(), "dZ", 2)
    shortcut, chain = centre.numbers.equations.panels
    assert (shortcut.words, chain.words) == ("", FULL_CHAIN)
    assert chain.y() > shortcut.y() + shortcut.height()
    view, at = cell_middle(centre, 1, 0, 0)
    qtbot.mouseClick(view, LEFT, pos=at)
    assert shown_cell(centre) == (1, 0, 0)
    assert values(centre) == ["−0.47609748"]


def test_that_an_optimiser_with_memory_stacks_its_equations_and_lines(centre):
    step_to(centre, small_tape(2, 3, 1, optimizer="adam"), "W", 1)
    panels = centre.numbers.equations.panels
    assert [panel.equation.result.name for panel in panels] == ["vW[1]", "sW[1]", "W[1]"]
    assert [panel.y() for panel in panels] == sorted(panel.y() for panel in panels)
    assert len(centre.head.numpy_line.code.splitlines()) == 3


def test_that_before_and_after_are_told_apart_in_an_update(centre):
    step_to(centre, worked_example(), "W", 1)
    picture = centre.numbers.equations.panels[0].view.picture
    assert [picture.label(index) for index in range(3)] == ["(3, 2) before", "(3, 2)", "(3, 2) after"]


def test_that_the_words_of_other_formats_are_shown_and_the_number_stays_selected(centre):
    step_to(centre, worked_example(), "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    centre.set_number_format(NumberFormat("decimals", 6))
    result = centre.numbers.equations.panels[0].view.picture.matrices[-1]
    assert result.text(1, 0) == "0.011898"
    assert shown_cell(centre) == (0, 1, 0)
    assert centre.numbers.sum_bar.canvas.written.groups[-1][-1].text == "0.011898"


def test_that_the_number_under_the_mouse_is_said_below_and_outside(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    view, at = cell_middle(centre, 0, 1, 0)
    with qtbot.waitSignal(centre.value_hovered, timeout=1000) as hovered:
        qtbot.mouseMove(view, at)
    assert hovered.args == ["dW[1], row 2, column 1: 0.01189768"]
    assert centre.numbers.check_line.text == hovered.args[0]


def test_that_large_matrices_begin_as_a_map_and_can_be_numbers(qtbot, centre):
    step_to(centre, tall_network(), "Z", 2)
    button, picture = centre.map_button, centre.numbers.equations.panels[0].view.picture
    assert button.isVisible()
    assert (button.text(), picture.is_map) == ("Numbers", True)
    qtbot.mouseClick(button, LEFT)
    assert (button.text(), picture.is_map) == ("Map", False)
    step_to(centre, tall_network(), "A", 2)
    assert not centre.numbers.is_map
    step_to(centre, worked_example(), "A", 1)
    assert not button.isVisible()


def test_that_a_selected_number_stays_in_sight_when_the_map_becomes_numbers(qtbot, centre):
    step_to(centre, tall_network(), "Z", 2)
    centre.show_cell(Cell(0, 25, 7))
    qtbot.mouseClick(centre.map_button, LEFT)
    assert centre.numbers.equations.panels[0].view.cell_rect(25, 7) is not None


def test_that_remarks_are_written_below_and_marked_at_their_rows(centre):
    spec = NetworkSpec(2, (LayerSpec(3, "relu"), LayerSpec(1, "sigmoid")))
    moment = small_moment(spec, TrainingSpec(), 1)
    moment.b[1].flags.writeable = True
    moment.b[1][1] = -50.0
    step_to(centre, record_tape(moment), "A", 1)
    assert any("unit 2" in text for text in centre.numbers.equations.remarks.texts)
    assert 1 in centre.numbers.equations.panels[0].view.picture.marks


def test_that_many_alike_remarks_are_summed_up():
    remarks = [Remark("dead", f"unit {k + 1}: dead", k) for k in range(20)] + [
        Remark("per_example", "per example")
    ]
    texts = [remark.text for remark in shortened(remarks)]
    assert texts == ["unit 1: dead", "unit 2: dead", "unit 3: dead", "17 more units are dead", "per example"]


def test_that_another_page_takes_the_place_of_the_numbers(qtbot, centre):
    assert not centre.tabs.isVisible()
    page = QWidget()
    centre.add_page("why", "Why?", page)
    step_to(centre, worked_example(), "dW", 1)
    with qtbot.waitSignal(centre.page_chosen, timeout=1000) as chosen:
        qtbot.mouseClick(centre.tabs, LEFT, pos=centre.tabs.tab_rect(1).center().toPoint())
    assert chosen.args == ["why"]
    assert centre.page == "why"
    assert page.isVisible()
    assert not centre.numbers.isVisible()
    assert page.width() == centre.width()
    centre.show_page("numbers")
    assert centre.numbers.isVisible()


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
        assert page.equations.height() >= min(140, page.equations.widget().height())
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


def test_that_both_themes_are_painted(centre, look):
    step_to(centre, worked_example(), "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    assert centre.grab().toImage().pixelColor(3, 3).name() == look.theme.color("panel").name()
    look.choose("dark")
    image = centre.grab().toImage()
    assert image.pixelColor(3, 3).name() == look.theme.color("panel").name()
    assert image.pixelColor(3, 300).name() == look.theme.color("panel").name()


def test_that_a_row_that_is_not_finite_is_shown_as_such(centre):
    spec = NetworkSpec(2, (LayerSpec(3, "relu"), LayerSpec(1, "linear")), cost="mean_squared_error")
    moment = small_moment(spec, TrainingSpec(), 2)
    moment.X.flags.writeable = True
    moment.X[...] = 1e308
    tape = record_tape(moment)
    assert not np.isfinite(tape.row("J").value).any()
    centre.set_tape(tape)
    for row in tape.rows:
        centre.show_row(row.index)
        centre.show_cell(Cell(row.main, 0, 0))
        shown = centre.numbers.sum_bar.canvas.written.groups[-1][-1].text
        value = row.value[0, 0]
        assert np.isfinite(value) or shown in ("NaN", "∞", "−∞"), row.name
        assert centre.grab().toImage().pixelColor(3, 3) == centre._appearance.theme.color("panel")


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


def test_that_what_is_under_the_mouse_takes_the_place_of_the_hint(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    before = centre.numbers.sum_bar.grab().toImage()
    view, at = cell_middle(centre, 0, 1, 0)
    qtbot.mouseMove(view, QPoint(1, 1))  # an earlier test may have left the mouse at this very number
    with qtbot.waitSignal(centre.value_hovered, timeout=1000):
        qtbot.mouseMove(view, at)
    assert centre.numbers.sum_bar.grab().toImage() != before


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


def test_that_numbers_that_round_to_nothing_are_spoken_of(centre):
    moment = small_moment(NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid"))), TrainingSpec(), 1)
    moment.W[2].flags.writeable = True
    moment.W[2][...] = 1e-9
    step_to(centre, record_tape(moment), "Z", 2)
    assert any("too small for 4 decimals" in text for text in centre.numbers.equations.remarks.texts)
    centre.set_number_format(NumberFormat("digits", 4))
    assert not any("too small" in text for text in centre.numbers.equations.remarks.texts)
