"""The middle of the Step workspace, used as a person does."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.row import Remark
from engine.step.tape import record_tape
from gui.formula_books.catalogue import small_moment
from gui.step.equations_area import FULL_CHAIN
from gui.step.number_format import NumberFormat
from gui.step.remark_list import shortened
from gui.step.selection import Cell
from tests.gui.step.centres import cell_middle, shown_cell, step_to, values
from tests.gui.step.small_tapes import small_tape
from tests.gui.step.tapes import tall_network, worked_example

LEFT = Qt.MouseButton.LeftButton


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


def test_that_what_is_under_the_mouse_takes_the_place_of_the_hint(qtbot, centre):
    step_to(centre, worked_example(), "dW", 1)
    before = centre.numbers.sum_bar.grab().toImage()
    view, at = cell_middle(centre, 0, 1, 0)
    qtbot.mouseMove(view, QPoint(1, 1))  # an earlier test may have left the mouse at this very number
    with qtbot.waitSignal(centre.value_hovered, timeout=1000):
        qtbot.mouseMove(view, at)
    assert centre.numbers.sum_bar.grab().toImage() != before


def test_that_numbers_that_round_to_nothing_are_spoken_of(centre):
    moment = small_moment(NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid"))), TrainingSpec(), 1)
    moment.W[2].flags.writeable = True
    moment.W[2][...] = 1e-9
    step_to(centre, record_tape(moment), "Z", 2)
    assert any("too small for 4 decimals" in text for text in centre.numbers.equations.remarks.texts)
    centre.set_number_format(NumberFormat("digits", 4))
    assert not any("too small" in text for text in centre.numbers.equations.remarks.texts)
