"""Numbers are selected, walked over and copied in the middle of the Step workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui import formulas
from gui.step.centre import StepCentre
from gui.step.number_format import NumberFormat
from gui.step.selection import Cell
from tests.gui.step.centres import cell_middle, shown_cell, step_to, values
from tests.gui.step.tapes import start_network, tall_network, worked_example

LEFT = Qt.MouseButton.LeftButton

CTRL = Qt.KeyboardModifier.ControlModifier


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


def test_that_the_words_of_other_formats_are_shown_and_the_number_stays_selected(centre):
    step_to(centre, worked_example(), "dW", 1)
    centre.show_cell(Cell(0, 1, 0))
    centre.set_number_format(NumberFormat("decimals", 6))
    result = centre.numbers.equations.panels[0].view.picture.matrices[-1]
    assert result.text(1, 0) == "0.011898"
    assert shown_cell(centre) == (0, 1, 0)
    assert centre.numbers.sum_bar.canvas.written.groups[-1][-1].text == "0.011898"


def test_that_a_selected_number_stays_in_sight_when_the_map_becomes_numbers(qtbot, centre):
    step_to(centre, tall_network(), "Z", 2)
    centre.show_cell(Cell(0, 25, 7))
    qtbot.mouseClick(centre.map_button, LEFT)
    assert centre.numbers.equations.panels[0].view.cell_rect(25, 7) is not None
