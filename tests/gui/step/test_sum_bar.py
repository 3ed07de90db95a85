"""A number written out: its words, their places, the bar."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.expansion import Expansion, Number
from engine.step.tape import record_tape
from gui import formulas
from gui.appearance import Appearance
from gui.formula_books.catalogue import small_moment
from gui.sheet.written import written_out
from gui.step.matrix.cells import shown_matrices
from gui.step.matrix.picture import operands_of
from gui.step.number_format import NumberFormat
from gui.step.sum_bar import SumBar
from gui.step.sum_geometry import LARGE, SMALL, flow
from gui.step.sum_painter import measure
from gui.step.sum_words import MOST, Word, written_sum
from tests.gui.step.small_tapes import small_tape
from tests.gui.step.tapes import diverged_network, start_network, tall_network, worked_example

LEFT = Qt.MouseButton.LeftButton


def matrices_of(row):
    return shown_matrices(operands_of(row.equation), NumberFormat())


def words(row, cell, show_all=False):
    written = written_sum(row.equation.expand(*cell), matrices_of(row), cell, show_all)
    return [word for group in written.groups for word in group]


def texts(row, cell, show_all=False):
    return [word.text for word in words(row, cell, show_all) if word.kind != "formula"]


def test_that_a_product_is_written_with_its_numbers():
    assert texts(worked_example().row("Z", 1), (1, 0)) == [
        *(
            "=",
            "=",
            "0.1000",
            "·",
            "0.5000",
            "+",
            "0.3000",
            "·",
            "0.3000",
            "+",
            "(",
            "−0.1000",
            ")",
            "=",
            "0.0400",
        )
    ]


def written(row, cell):
    return " ".join(texts(row, cell)[2:])


def test_that_a_minus_behind_an_operator_stands_in_brackets_and_at_the_beginning_bare():
    tape = worked_example()
    assert written(tape.row("Z", 1), (2, 0)) == "0.5000 · 0.5000 + ( −0.2000 ) · 0.3000 + 0.0500 = 0.2400"
    assert written(tape.row("dA", 1), (1, 0)) == "−0.2000 · ( −0.4761 ) = 0.0952"
    assert written(tape.row("dW", 1), (0, 0)) == "1 · ( −0.0348 ) · 0.5000 = −0.0174"


def test_that_step_and_the_sheets_put_the_same_brackets():
    tape = start_network()
    for row in tape.rows:
        expansion = row.equation.expand(0, 0)
        if row.symbol == "A" or len(expansion.terms) > 3:
            continue
        printed = written_out(expansion, "0", cut=True).removeprefix("= ").rpartition(" = ")[0]
        shown = "".join(texts(row, (0, 0))[2:-2])
        assert skeleton(shown) == skeleton(printed), row.name


def skeleton(text):
    """Brackets, signs and names without the digits."""
    return re.sub(r"[\d.]+(·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", "#", text.replace(" ", ""))


def test_that_the_square_of_a_negative_number_is_clear():
    tape = small_tape(2, 3, 1, optimizer="rmsprop")
    row = tape.row("W", 1)
    equation = row.equations[0]
    k, j = (int(place[0]) for place in np.nonzero(equation.operands[1].array < 0))
    matrices = shown_matrices(operands_of(equation), NumberFormat())
    groups = written_sum(equation.expand(k, j), matrices, (k, j), False).groups
    shown = [word.text for group in groups for word in group]
    assert shown[shown.index("²") - 1] == ")"


def test_that_an_exponent_is_raised_and_has_no_caret():
    row = start_network().row("A", 3)
    k, i = (int(place[0]) for place in np.nonzero(row.equation.operands[0].array < 0))
    found = [word for word in words(row, (k, i)) if word.kind != "formula"][2:]
    base, *power = found[:5]
    assert base.text == "1 / (1 + e"
    assert [word.text for word in power] == ["−", "(", power[2].text, ")"]
    assert power == [word for word in found if word.raised]
    assert power[2].text.startswith("−")
    raised, plain = (measure(word, LARGE) for word in (power[2], replace(power[2], raised=False)))
    assert raised[0] < plain[0]


def test_that_the_powers_of_a_softmax_are_raised_too():
    spec = NetworkSpec(2, (LayerSpec(3, "softmax"),), cost="categorical_cross_entropy")
    row = record_tape(small_moment(spec, TrainingSpec(), 1)).row("A", 1)
    found = [word for word in words(row, (0, 0)) if word.kind != "formula"][2:]
    assert [word.text for word in found if word.kind == "sign"] == [
        *("e", "/ (", "e", "+", "e", "+", "e", ")", "=")
    ]
    assert [word.raised for word in found if word.kind == "chip"] == [True] * 4


@pytest.mark.parametrize("optimizer", ["gradient_descent", "adam"])
def test_that_no_written_sum_shows_a_caret(optimizer):
    for tape in (small_tape(2, 3, 1, optimizer=optimizer), worked_example(), diverged_network()):
        for row in tape.rows:
            for equation in row.equations:
                matrices = shown_matrices(operands_of(equation), NumberFormat())
                for group in written_sum(equation.expand(0, 0), matrices, (0, 0), False).groups:
                    assert not any("^" in word.text for word in group if word.kind != "formula"), row.name


def test_that_a_raised_number_lies_above_the_middle_of_its_line_and_inside_the_bar():
    row = worked_example().row("A", 1)
    groups = written_sum(row.equation.expand(0, 0), matrices_of(row), (0, 0), False).without_rule
    placed = flow(groups, 650, measure)
    raised = [word for word in placed.words if word.word.raised]
    assert len(raised) == 2
    assert all(word.y - placed.size.lift - placed.size.raised.chip_height / 2 >= 0 for word in raised)
    assert placed.height == 60


def test_that_the_gradient_of_the_worked_example_is_that_of_the_board():
    row = worked_example().row("dW", 1)
    assert texts(row, (1, 0)) == ["=", "=", "1 ·", "0.0238", "·", "0.5000", "=", "0.0119"]
    symbol, rule = (word.text for word in words(row, (1, 0)) if word.kind == "formula")
    assert symbol == r"dw^{[1]}_{2,1}"
    assert r"\frac{1}{m}" in rule


def test_that_chips_have_the_colour_of_their_cells():
    row = worked_example().row("dZ", 1)
    matrices = matrices_of(row)
    chips = [word for word in words(row, (2, 0)) if word.kind == "chip"]
    assert [chip.shade for chip in chips] == [
        matrix.shade(float(matrix.operand.array[2, 0])) for matrix in matrices[:2]
    ]


def test_that_a_long_sum_shows_its_first_two_terms_and_its_last():
    row = start_network().row("db", 1)
    dZ = [f"{value:.4f}".replace("-", "−") for value in row.equation.operands[0].array[0]]
    shown = texts(row, (0, 0))
    numbers = [text for text in shown[2:] if text not in ("(", ")")]
    assert numbers == ["1/10 · (", dZ[0], "+", dZ[1], "+", "⋯", "+", dZ[9], "=", shown[-1]]
    assert "⋯" not in texts(row, (0, 0), show_all=True)
    assert [text for text in texts(row, (0, 0), show_all=True) if text in dZ] == dZ


def test_that_thousands_of_terms_are_written_up_to_a_limit():
    terms = tuple((Number(0.5, 0, 0, j),) for j in range(5000))
    matrices = matrices_of(worked_example().row("A", 2))
    written = written_sum(Expansion("z", "z", (), terms, (), 2500.0), matrices, (0, 0), True)
    chips = [word for group in written.groups for word in group if word.kind == "chip"]
    assert len(chips) == MOST
    assert written.hidden == 5000 - MOST
    assert written.terms == 5000


def test_that_the_value_is_the_cell_itself_however_the_sum_is_cut():
    row = tall_network().row("Z", 2)
    result = [word for word in words(row, (3, 4)) if word.kind == "result"]
    assert [word.text for word in result] == [f"{row.value[3, 4]:.4f}".replace("-", "−")]


def test_that_the_parts_of_the_penalty_are_summands_with_their_names_and_the_decimals_of_the_chips():
    layers = (LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid"))
    tape = record_tape(small_moment(NetworkSpec(2, layers, l1=0.01, l2=0.1), TrainingSpec()))
    row = tape.row("J")
    named = [word for word in words(row, (0, 0)) if word.kind == "named"]
    assert [word.name for word in named] == [
        *("λ₂/2 Σ (W[1])²", "λ₁ Σ |W[1]|", "λ₂/2 Σ (W[2])²", "λ₁ Σ |W[2]|")
    ]
    W = tape.moment.W[1]
    assert named[0].text == f"{0.05 * (W**2).sum():.4f}"
    assert named[1].text == f"{0.01 * abs(W).sum():.4f}"
    written = written_sum(row.equation.expand(0, 0), matrices_of(row), (0, 0), False)
    own = [group for group in written.groups if any(word.kind == "named" for word in group)]
    assert [[word.text for word in group[:-1]] for group in own] == [["+"]] * 4


def groups(count, width=1):
    return tuple((Word("chip", "0" * width),) for _ in range(count))


def measured(word, size):
    return len(word.text) * size.numbers + 2.0 * size.chip_padding, float(size.chip_height)


def test_that_a_short_sum_is_large_and_sixty_high():
    placed = flow(groups(4), 600, measured)
    assert placed.size is LARGE
    assert placed.height == 60
    assert {word.y for word in placed.words} == {30.0}


@pytest.mark.parametrize("count", [13, 20, 60, 200])
def test_that_a_long_sum_is_small_and_breaks_between_its_groups(count):
    placed = flow(groups(count, 3), 600, measured)
    assert placed.size is SMALL
    assert all(word.x >= 16 and word.x + word.width <= 584 for word in placed.words)
    assert placed.height >= placed.words[-1].y + SMALL.chip_height / 2
    lines = sorted({word.y for word in placed.words})
    assert len(lines) > 1
    assert min(below - above for above, below in pairwise(lines)) >= SMALL.chip_height


def test_that_brackets_stand_close_to_what_they_enclose():
    words = (Word("sign", "(", tight_right=True), Word("chip", "1"), Word("sign", ")", tight_left=True))
    opening, chip, closing = flow((words,), 600, measured).words
    assert chip.x - (opening.x + opening.width) == closing.x - (chip.x + chip.width) == 2


@pytest.fixture
def bar(qtbot, qapp):
    bar = SumBar(Appearance("light"))
    qtbot.addWidget(bar)
    bar.resize(650, 60)
    bar.show()
    yield bar
    qtbot.waitUntil(lambda: not formulas.shelf().is_waiting, timeout=10_000)


def show_sum(bar, row, cell):
    bar.canvas.show_sum(row.equation.expand(*cell), matrices_of(row), cell)
    bar.resize(650, bar.fit(650, 60, 150))


def test_that_without_a_number_the_bar_says_how_to_select_one(bar):
    bar.canvas.clear("dW[1]")
    assert bar.fit(650, 60, 150) == 60
    assert "dW[1]" in bar.canvas.accessibleDescription()
    assert bar.canvas.written is None


def test_that_the_bar_is_yellow_with_a_number(bar):
    show_sum(bar, worked_example().row("dW", 1), (1, 0))
    soft = Appearance("light").theme.color("spotsoft").name()
    assert bar.grab().toImage().pixelColor(640, 30).name() == soft


def test_that_show_all_writes_every_term_and_show_fewer_takes_them_back(qtbot, bar):
    row = start_network().row("dW", 1)
    show_sum(bar, row, (0, 0))
    button = bar.canvas.button
    assert button.isVisible()
    assert button.text() == "Show all 10"
    with qtbot.waitSignal(bar.height_changed, timeout=1000):
        qtbot.mouseClick(button, LEFT)
    assert bar.canvas.written.hidden == 0
    assert bar.fit(650, 60, 150) == 150
    qtbot.mouseClick(button, LEFT)
    assert bar.canvas.written.hidden == 7


def test_that_another_number_keeps_all_terms_and_another_row_does_not(qtbot, bar):
    row = start_network().row("dW", 1)
    show_sum(bar, row, (0, 0))
    qtbot.mouseClick(bar.canvas.button, LEFT)
    show_sum(bar, row, (1, 1))
    assert bar.canvas.written.hidden == 0
    bar.canvas.clear("db[1]")
    show_sum(bar, row, (0, 0))
    assert bar.canvas.written.hidden == 7


def test_that_a_short_sum_has_no_button(bar):
    show_sum(bar, worked_example().row("dW", 1), (1, 0))
    assert not bar.canvas.button.isVisible()


def test_that_where_it_gets_too_high_the_rule_gives_way_to_the_numbers(bar):
    row = worked_example().row("J")
    bar.canvas.show_sum(row.equation.expand(0, 0), matrices_of(row), (0, 0))
    assert bar.canvas.fit(400, 60, 400) > bar.canvas.fit(400, 60, 100)


@pytest.mark.parametrize("room", [360, 500, 580])
def test_that_a_term_that_no_line_can_hold_is_broken_between_its_numbers(qtbot, room):
    bar = SumBar(Appearance("light"))
    qtbot.addWidget(bar)
    spec = NetworkSpec(4, (LayerSpec(4, "tanh"), LayerSpec(1, "sigmoid")))
    row = record_tape(small_moment(spec, TrainingSpec(optimizer="adam", alpha=0.003), 1)).row("W", 1)
    groups = written_sum(row.equation.expand(0, 0), matrices_of(row), (0, 0), True).without_rule
    placed = flow(
        groups, room, lambda word, size: (60.0 if word.kind == "chip" else 9.0 * len(word.text), 20.0)
    )
    assert max(word.x + word.width for word in placed.words) <= room - 16
    assert [word.word for word in placed.words] == [word for group in groups for word in group]
    firsts = [b.word for a, b in pairwise(placed.words) if b.y > a.y]
    assert firsts
    assert not any(word.tight_left for word in firsts)
