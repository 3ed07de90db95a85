"""The pages beside the numbers: the gradient check, the chain rule and the questions of a row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.step.check import check_gradient
from engine.step.paths import weight_paths
from engine.step.whys import WHYS
from gui.appearance import Appearance
from gui.step.break_button import BREAK, MEND
from gui.step.chain_panel import ChainPanel
from gui.step.chain_products import EDGE
from gui.step.check_panel import CheckPanel
from gui.step.check_words import verdict_color, verdict_of
from gui.step.selection import Cell
from gui.step.why_panel import WhyPanel
from gui.theme import load_theme
from tests.gui.step.tapes import diverged_network, start_network, tall_network, worked_example


def index_of(tape, name):
    return next(row.index for row in tape.rows if row.name == name)


@pytest.fixture
def check(qtbot):
    panel = CheckPanel(Appearance("light"))
    qtbot.addWidget(panel)
    panel.resize(700, 420)
    panel.set_tape(worked_example())
    panel.show()
    yield panel
    panel.close_down()


def test_that_backward_and_central_difference_agree_entry_by_entry(qtbot, check):
    check.show_row(index_of(worked_example(), "dW[1]"))
    qtbot.waitUntil(lambda: check.check is not None)
    assert check.check.agrees
    assert check.verdict.text().startswith("All 6 entries agree. Worst: row ")
    texts = [check.table.texts(index) for index in range(6)]
    assert texts[2][:2] == ("2, 1", "0.01189768")
    assert all(analytic == numeric for _, analytic, numeric, _ in texts)


def test_that_a_broken_derivative_is_found_and_can_be_mended(qtbot, check):
    check.show_row(index_of(worked_example(), "dW[1]"))
    qtbot.waitUntil(lambda: check.check is not None)
    qtbot.mouseClick(check.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(check.check.broken_text))
    assert check.button.text() == MEND
    assert "do not agree" in check.verdict.text()
    assert check.check.broken_text in check.verdict.text()
    qtbot.mouseClick(check.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not check.check.broken_text)
    assert check.button.text() == BREAK


@pytest.mark.parametrize(
    ("row", "symbol", "layer"), [("Z[2]", "dW", 2), ("b[1]", "db", 1), ("db[2]", "db", 2)]
)
def test_that_every_row_has_its_parameters_checked(qtbot, check, row, symbol, layer):
    check.show_row(index_of(worked_example(), row))
    qtbot.waitUntil(lambda: check.check is not None)
    assert (check.check.symbol, check.check.layer) == (symbol, layer)


def test_that_a_large_layer_is_sampled_with_the_selected_entry_among_them(qtbot, check):
    tape = tall_network()
    check.set_tape(tape)
    check.show_row(index_of(tape, "dW[2]"))
    check.show_cell(Cell(0, 17, 33))
    qtbot.waitUntil(lambda: check.check is not None and (17, 33) in check.check.entries)
    assert len(check.check.entries) < check.check.total_entries == 64 * 32
    assert "of 2048 entries, taken evenly," in check.verdict.text() or "do not agree" in check.verdict.text()


def test_that_a_hidden_check_does_not_run(qtbot, check):
    check.hide()
    check.show_row(index_of(worked_example(), "dW[2]"))
    assert not check.checker.is_busy
    check.show()
    qtbot.waitUntil(lambda: check.check is not None)


def test_that_a_layer_with_one_weight_says_so():
    found = check_gradient(worked_example().moment, "db", 2)
    assert verdict_of(found).startswith("The only entry agrees.")


def test_that_a_check_of_nothing_but_zeros_does_not_cheer(qtbot, check):
    tape = diverged_network()
    check.set_tape(tape)
    check.show_row(index_of(tape, "dW[1]"))
    qtbot.waitUntil(lambda: check.check is not None)
    assert check.verdict.text() == "The check can't tell: all 12 derivatives are 0, on both sides."
    assert verdict_color(check.check) == "warn"


def test_that_a_cost_in_which_no_difference_shows_is_named():
    found = check_gradient(diverged_network().moment, "db", 3)
    assert "can't tell: beside J = 1.5·10²⁸⁹ a step of 10⁻⁵ in one parameter is lost" in verdict_of(found)
    assert "The two do not agree" not in verdict_of(found)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_mending_is_not_the_primary_button(check, name):
    theme = load_theme(name)
    check.button.click()
    ground, border, text = check.button._colors(theme)
    assert ground != theme.color("ink")
    assert border == text == theme.color("err")


@pytest.fixture
def chain(qtbot):
    panel = ChainPanel(Appearance("dark"))
    qtbot.addWidget(panel)
    panel.resize(700, 420)
    panel.set_tape(worked_example())
    panel.show()
    return panel


def test_that_the_chain_rule_of_a_weight_is_a_product_with_its_numbers(chain):
    chain.show_row(index_of(worked_example(), "dW[1]"))
    chain.show_cell(Cell(0, 1, 0))
    assert chain.title.text() == "dw[1] 2,1 = 0.01189768: the sum over one path"
    assert chain.title.latex == r"dw^{[1]}_{2,1}"
    assert chain.products.texts() == ["0.0119 = −0.4761 · (−0.2000) · 0.2499 · 0.5000"]


def test_that_the_paths_of_a_deeper_weight_add_up_to_its_derivative(chain):
    tape = start_network()
    chain.set_tape(tape)
    chain.show_row(index_of(tape, "dW[1]"))
    chain.show_cell(Cell(0, 3, 1))
    found = weight_paths(tape, 1, 3, 1)
    assert found.total + found.penalty == pytest.approx(tape.row("dW", 1).value[3, 1], rel=1e-12)
    assert "20 paths" in chain.title.text()
    assert "1/m = 0.1" in chain.hint.text()


def test_that_a_long_product_goes_on_below_and_nothing_is_cut_at_the_right(chain):
    tape = start_network()
    chain.set_tape(tape)
    chain.show_row(index_of(tape, "dW[1]"))
    heights = []
    for width in (1000, 500):
        chain.resize(width, 420)
        products = chain.products
        assert products.width() <= width
        for path, places in zip(weight_paths(tape, 1, 0, 0).paths, products._places, strict=True):
            ends = [
                EDGE + left + products._chip_width(factor)
                for factor, (left, _) in zip(path.factors, places.factors, strict=True)
            ]
            assert max(ends) <= products.width()
        heights.append(products.height())
    assert heights[1] > heights[0]


def test_that_a_row_of_biases_shows_a_bias(chain):
    chain.show_row(index_of(worked_example(), "db[2]"))
    assert chain.title.text().startswith("db[2] 1 = −0.47609748")
    assert chain.title.latex == r"db^{[2]}_{1}"


@pytest.fixture
def why(qtbot):
    panel = WhyPanel(Appearance("light"))
    qtbot.addWidget(panel)
    panel.resize(700, 420)
    panel.show()
    return panel


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ("dW[1]", "Why the transpose of X?"),
        ("dW[2]", "Why the transpose of A[1]?"),
        ("dW[2]", "Why A[1] and not A[2]?"),
        ("dW[1]", "Why 1/m?"),
        ("db[1]", "Why the sum over axis 1?"),
        ("dZ[2]", "Why A[2]\u00a0−\u00a0Y?"),
        ("dA[1]", "Why is W[2] transposed?"),
    ],
)
def test_that_the_usual_questions_are_answered_where_they_arise(why, row, question):
    why.show_row(worked_example().rows[index_of(worked_example(), row)])
    assert question in why.questions()


def test_that_every_row_of_every_tape_raises_questions_that_have_answers(why):
    for tape in (worked_example(), start_network(), tall_network()):
        for row in tape.rows:
            assert row.whys
            assert all(key in WHYS for key in row.whys)
            why.show_row(row)
            assert len(why.questions()) == len(row.whys)


def test_that_every_answer_belongs_to_some_row():
    tapes = (worked_example(), start_network(), tall_network())
    asked = {key for tape in tapes for row in tape.rows for key in row.whys}
    assert set(WHYS) - asked <= {"regularization_slope"}


def test_that_questions_are_written_only_once_somebody_looks(why):
    why.hide()
    why.show_row(worked_example().rows[0])
    assert why.questions() == ()
    why.show()
    assert why.questions()
