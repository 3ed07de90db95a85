"""Every cell of every row, written out with its numbers, is that cell."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS
from engine.spec import NetworkSpec
from engine.step.expansion import Expansion, Number, Terms, added
from engine.step.row import Equation, Row
from engine.step.tape import Tape
from tests.engine.networks import network_spec
from tests.engine.step.moments import all_specs, cells, name_of, saturated_tape, tape_of

C9 = network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy")


def numbers(expansion: Expansion) -> list[Number]:
    parts = (expansion.opening, *expansion.terms, expansion.closing)
    return [token for part in parts for token in part if isinstance(token, Number)]


def assert_sums(row: Row) -> int:
    count = 0
    for index, k, i in cells(row):
        equation = row.equations[index]
        expansion, cell = equation.expand(k, i), float(equation.result.array[k, i])
        size = max(1.0, *(abs(number.value) for number in numbers(expansion)))
        assert expansion.total == pytest.approx(cell, rel=1e-12, abs=1e-12 * size), (row.name, index, k, i)
        assert_numbers_are_the_operands(equation, expansion)
        count += 1
    return count


def assert_numbers_are_the_operands(equation: Equation, expansion: Expansion) -> None:
    for number in numbers(expansion):
        if number.operand is not None:
            assert number.value == equation.operands[number.operand].array[number.row, number.column]


def written(expansion: Expansion) -> str:
    def text(part: tuple[str | Number, ...]) -> str:
        return "".join(token if isinstance(token, str) else f"{token.value:.4g}" for token in part)

    terms = " + ".join(text(term) for term in expansion.terms)
    return text(expansion.opening) + terms + text(expansion.closing)


def assert_all_sum(tape: Tape) -> None:
    assert sum(assert_sums(row) for row in tape.rows) > 50


@pytest.mark.parametrize("spec", list(all_specs()), ids=name_of)
def test_that_every_cell_of_every_row_is_its_sum(spec: NetworkSpec) -> None:
    assert_all_sum(tape_of(spec))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_this_holds_for_every_optimiser_in_the_middle_of_a_run(optimizer: str) -> None:
    spec = network_spec((3, 4, 3, 2), ("relu", "leaky_relu", "softmax"), "categorical_cross_entropy", l1=0.1)
    assert_all_sum(tape_of(spec, updates=7, optimizer=optimizer, batch_size=3))


def test_that_this_holds_for_one_example_and_for_layers_of_one_unit() -> None:
    assert_all_sum(tape_of(network_spec((1, 1, 1), ("sigmoid", "tanh"), l2=0.5), 9, "all"))
    assert_all_sum(tape_of(network_spec((6, 9, 3), ("tanh", "sigmoid"), "binary_cross_entropy"), columns=2))


@pytest.mark.parametrize(
    ("cost", "output"), [("binary_cross_entropy", "sigmoid"), ("categorical_cross_entropy", "softmax")]
)
@pytest.mark.parametrize("size", [60.0, 600.0])
def test_that_this_holds_where_outputs_have_rounded(cost: str, output: str, size: float) -> None:
    for row in saturated_tape(cost, output, size).rows:
        assert assert_sums(row)


def test_that_a_sum_reads_as_on_the_blackboard() -> None:
    tape = tape_of(C9, columns=0)
    z = tape.row("Z", 1).equation.expand(1, 0)
    W, X, b = (operand.array for operand in tape.row("Z", 1).equation.operands)
    assert z.symbol == "z^{[1]}_{2}"
    assert z.general == r"\sum_{j} w^{[1]}_{2,j}\, x_{j} + b^{[1]}_{2}"
    assert written(z) == f"{W[1, 0]:.4g} · {X[0, 0]:.4g} + {W[1, 1]:.4g} · {X[1, 0]:.4g} + {b[1, 0]:.4g}"
    dw = tape.row("dW", 1).equation.expand(1, 0)
    assert (dw.symbol, dw.general) == ("dw^{[1]}_{2,1}", r"\frac{1}{m}\, dz^{[1]}_{2}\, x_{1}")
    assert written(dw).startswith("1 · ")


def test_that_columns_are_named_where_there_are_several() -> None:
    tape = tape_of(C9, m=7)
    assert tape.row("Z", 2).equation.expand(0, 3).symbol == "z^{[2](4)}_{1}"
    assert (
        tape.row("Z", 2).equation.expand(0, 3).general
        == r"\sum_{j} w^{[2]}_{1,j}\, a^{[1](4)}_{j} + b^{[2]}_{1}"
    )
    dw = tape.row("dW", 1).equation.expand(1, 0)
    assert dw.general == r"\frac{1}{m}\, \sum_{i} dz^{[1](i)}_{2}\, x_{1}^{(i)}"
    assert len(dw.terms) == 7
    assert written(dw).startswith("1/7 · (")
    assert written(dw).endswith(")")


def test_that_the_cost_is_written_with_its_losses_and_its_penalty() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "linear"), l1=0.1, l2=0.2)
    expansion = tape_of(spec, m=4).row("J").equation.expand(0, 0)
    assert len(expansion.terms) == 4
    text = written(expansion)
    assert re.match(r"1/8 · \(\(.* − .*\)² \+ ", text)
    assert "λ₂/2 Σ (W[1])² = " in text
    assert "λ₁ Σ |W[2]| = " in text


def test_that_classes_without_a_label_are_left_out_of_the_cost() -> None:
    spec = network_spec((2, 3, 5), ("tanh", "softmax"), "categorical_cross_entropy")
    assert len(tape_of(spec, m=4).row("J").equation.expand(0, 0).terms) == 4


def test_that_terms_are_made_when_they_are_looked_at() -> None:
    made: list[int] = []

    def make(index: int) -> tuple[Number]:
        made.append(index)
        return (Number(float(index)),)

    terms = Terms(12288, make)
    assert (len(terms), made) == (12288, [])
    assert terms[-1] == (Number(12287.0),)
    assert terms[:2] == ((Number(0.0),), (Number(1.0),))
    assert made == [12287, 0, 1]
    with pytest.raises(IndexError):
        terms[12288]


def test_that_sums_are_rounded_once_and_survive_infinity() -> None:
    assert added([1e16, 1.0, -1e16]) == 1.0
    assert math.isnan(added([math.inf, -math.inf]))
    assert added([1e308, 1e308, -1e308]) in (1e308, math.inf)
    assert np.isclose(added([0.1] * 10), 1.0, rtol=0, atol=0)
