"""What the tape says about its own numbers: broadcasting, 1/m, dead and saturated units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.step.moment import Moment
from engine.step.row import Remark
from engine.step.tape import Tape, record_tape
from tests.engine.networks import network_spec
from tests.engine.step.moments import moment_of, tape_of


def with_bias(moment: Moment, l: int, k: int, value: float) -> Moment:
    b = [array.copy() for array in moment.b]
    b[l][k] = value
    return replace(moment, b=tuple(b))


def remarks(tape: Tape, symbol: str, l: int, kind: str) -> list[Remark]:
    return [remark for remark in tape.row(symbol, l).remarks if remark.kind == kind]


def test_that_broadcasting_is_named() -> None:
    tape = tape_of(network_spec((2, 3, 1), ("tanh", "linear")), 10)
    equation = tape.row("Z", 1).equation
    assert equation.broadcast == "b[1] (3, 1) is added to each of the 10 columns"
    assert equation.shapes == "(3, 2)(2, 10) + (3, 1) → (3, 10)"


def test_that_rows_say_whether_they_carry_one_over_m() -> None:
    tape = tape_of(network_spec((2, 3, 1), ("tanh", "linear")), 10)
    for l in (1, 2):
        for symbol in ("dA", "dZ"):
            assert "without 1/m" in remarks(tape, symbol, l, "per_example")[0].text
        for symbol in ("dW", "db"):
            assert "mean over the 10 examples" in remarks(tape, symbol, l, "mean")[0].text


@pytest.mark.parametrize(("columns", "where"), [("all", "z < 0 for all 7 examples"), (3, "z < 0")])
def test_that_a_dead_relu_is_said_where_it_happens(columns: str | int, where: str) -> None:
    spec = network_spec((2, 3, 1), ("relu", "linear"))
    tape = record_tape(with_bias(moment_of(spec, 7, columns), 1, 1, -100.0))  # type: ignore[arg-type]
    for symbol in ("A", "dZ"):
        found = [remark for remark in remarks(tape, symbol, 1, "dead") if remark.k == 1]
        assert [remark.text for remark in found] == [
            f"unit 2: {where}, slope 0.0000: nothing flows back through this unit"
        ]
    assert not tape.row("dZ", 1).value[1].any()


def test_that_a_living_relu_is_left_alone() -> None:
    spec = network_spec((2, 3, 1), ("relu", "linear"))
    moment = moment_of(spec)
    for k in range(3):
        moment = with_bias(moment, 1, k, 100.0)
    assert not remarks(record_tape(moment), "A", 1, "dead")


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh"])
def test_that_a_saturated_unit_is_said_where_it_happens(hidden: str) -> None:
    tape = record_tape(with_bias(moment_of(network_spec((2, 3, 1), (hidden, "linear"))), 1, 2, 40.0))
    found = remarks(tape, "dZ", 1, "saturated")
    assert [remark.k for remark in found] == [2]
    assert found[0].text == (
        "unit 3: saturated for all 7 examples, slope 0.0000: almost nothing flows back through this unit"
    )


def test_that_units_saturated_for_some_examples_are_counted() -> None:
    moment = moment_of(network_spec((2, 3, 1), ("tanh", "linear")))
    tape = record_tape(replace(moment, X=moment.X * np.array([1, 1, 1, 1e4, 1e4, 1e4, 1e4])))
    assert {remark.text for remark in remarks(tape, "A", 1, "saturated")} == {
        f"unit {k}: saturated for 4 of 7 examples, slope below 0.0001: almost nothing flows back from them"
        for k in (1, 2, 3)
    }


def test_that_a_saturated_output_is_not_said_to_block_what_the_shortcut_lets_through() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    tape = record_tape(with_bias(moment_of(spec), 2, 0, 40.0))
    assert "dZ = A − Y does not shrink with it" in remarks(tape, "dZ", 2, "saturated")[0].text
    squared = network_spec((2, 3, 1), ("tanh", "sigmoid"))
    tape = record_tape(with_bias(moment_of(squared), 2, 0, 40.0))
    assert "almost nothing flows back" in remarks(tape, "dZ", 2, "saturated")[0].text
