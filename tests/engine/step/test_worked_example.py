"""The worked example of the course (C9): every number that it prints stands on the tape, to the printed digits."""

from __future__ import annotations

import numpy as np
import pytest

from engine.run import build
from engine.step.exercises import load_preset
from engine.step.moment import take_moment
from engine.step.tape import Tape, record_tape

VALUES = {
    ("Z", 1): [[0.32], [0.04], [0.24]],
    ("A", 1): [[0.57932425], [0.50999867], [0.55971365]],
    ("Z", 2): [[0.09568300]],
    ("A", 2): [[0.52390252]],
    ("J", 2): [[0.64644965]],
    ("dZ", 2): [[-0.47609748]],
    ("dW", 2): [[-0.27581482, -0.24280908, -0.26647826]],
    ("db", 2): [[-0.47609748]],
    ("dA", 1): [[-0.14282924], [0.09521950], [-0.19043899]],
    ("dZ", 1): [[-0.03480858], [0.02379535], [-0.04693070]],
    ("db", 1): [[-0.03480858], [0.02379535], [-0.04693070]],
    ("dW", 1): [[-0.01740429, -0.01044257], [0.01189768, 0.00713861], [-0.02346535, -0.01407921]],
    ("W", 1): [[0.20174043, 0.40104426], [0.09881023, 0.29928614], [0.50234653, -0.19859208]],
    ("b", 1): [[0.10348086], [-0.10237954], [0.05469307]],
    ("W", 2): [[0.32758148, -0.17571909, 0.42664783]],
    ("b", 2): [[-0.15239025]],
}


@pytest.fixture(name="tape", scope="module")
def _tape() -> Tape:
    _, _, trainer = build(load_preset("worked-example"))
    return record_tape(take_moment(trainer))


@pytest.mark.parametrize("place", VALUES)
def test_that_a_row_shows_the_numbers_of_the_course(tape: Tape, place: tuple[str, int]) -> None:
    np.testing.assert_array_equal(tape.row(*place).value.round(8), VALUES[place])


def test_that_the_slopes_are_an_operand(tape: Tape) -> None:
    slopes = tape.row("dZ", 1).equation.operands[1]
    assert slopes.name == "g'(Z[1])"
    np.testing.assert_array_equal(slopes.array.round(8), [[0.24370766], [0.24990003], [0.24643428]])


def test_that_the_new_loss_is_the_courses(tape: Tape) -> None:
    assert (round(tape.cost_before, 8), round(tape.cost_after, 8)) == (0.64644965, 0.60367517)


def test_that_formulas_are_the_courses(tape: Tape) -> None:
    formulas = [row.equation.formula for row in tape.rows]
    assert formulas == [
        r"Z^{[1]} = W^{[1]} X + b^{[1]}",
        r"A^{[1]} = \sigma(Z^{[1]})",
        r"Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}",
        r"A^{[2]} = \sigma(Z^{[2]})",
        r"J = -\frac{1}{m} \sum \left( Y \log A^{[2]} + (1 - Y) \log (1 - A^{[2]}) \right)",
        r"dA^{[2]} = -\frac{Y}{A^{[2]}} + \frac{1 - Y}{1 - A^{[2]}}",
        r"dZ^{[2]} = A^{[2]} - Y",
        r"dW^{[2]} = \frac{1}{m}\, dZ^{[2]} A^{[1]T}",
        r"db^{[2]} = \frac{1}{m} \sum_{i} dZ^{[2](i)}",
        r"dA^{[1]} = W^{[2]T} dZ^{[2]}",
        r"dZ^{[1]} = dA^{[1]} * g'(Z^{[1]})",
        r"dW^{[1]} = \frac{1}{m}\, dZ^{[1]} X^{T}",
        r"db^{[1]} = \frac{1}{m} \sum_{i} dZ^{[1](i)}",
        r"W^{[1]} := W^{[1]} - \alpha\, dW^{[1]}",
        r"b^{[1]} := b^{[1]} - \alpha\, db^{[1]}",
        r"W^{[2]} := W^{[2]} - \alpha\, dW^{[2]}",
        r"b^{[2]} := b^{[2]} - \alpha\, db^{[2]}",
    ]


def test_that_shapes_and_notes_say_what_one_example_means(tape: Tape) -> None:
    row = tape.row("dW", 1)
    assert row.equation.shapes == "(3, 1)(1, 2) → (3, 2)"
    assert row.equation.note == "m = 1, so 1/m = 1"
    assert tape.row("Z", 1).equation.broadcast == ""
    assert row.remarks == ()
