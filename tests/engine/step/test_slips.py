"""Every slip is found where it is made: the wrong numbers here are worked out apart, by plain loops or by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.setup import Setup
from engine.step.exercises import load_preset, new_exercise
from engine.step.pencil import Place, judge
from engine.step.slips import SLIPS, label_of
from tests.engine.step.by_hand import SLOPE, G, Update
from tests.engine.step.test_exercises import update_of
from tests.engine.step.verdicts import numbers, row_index, tape_of, verdict_on

Wrong = Callable[[Setup, Update], float]

sigmoid_slope = SLOPE["sigmoid"]

# The worked example: 2-3-1, m = 1, sigmoid and cross-entropy. Exact a[2] = 0.52390252, dz[2] = -0.47609748.
C9: list[tuple[str, int, int, int, Wrong, str]] = [
    ("Z", 1, 0, 0, lambda s, u: -0.32, "sign"),
    ("Z", 1, 0, 0, lambda s, u: 0.22, "bias_forgotten"),
    ("Z", 1, 1, 0, lambda s, u: 0.14 + 0.1, "bias_taken_away"),
    ("Z", 2, 0, 0, lambda s, u: 0.3 * 0.32 - 0.2 * 0.04 + 0.4 * 0.24 - 0.2, "z_for_a"),
    ("A", 1, 0, 0, lambda s, u: 0.32, "activation_forgotten"),
    ("A", 1, 0, 0, lambda s, u: sigmoid_slope(0.32), "slope_for_g"),
    ("A", 1, 0, 0, lambda s, u: 1 / (1 + math.exp(0.32)), "turned_power"),
    ("A", 1, 0, 0, lambda s, u: math.tanh(0.32), "other_activation"),
    ("A", 1, 0, 0, lambda s, u: G["sigmoid"](G["sigmoid"](0.32)), "g_of_a"),
    ("A", 2, 0, 0, lambda s, u: 0.0523903, "factor_ten"),
    ("A", 2, 0, 0, lambda s, u: 52.390252, "factor_ten"),
    ("J", 2, 0, 0, lambda s, u: math.log(u.before.A[2][0][0]), "sign"),
    ("J", 2, 0, 0, lambda s, u: -math.log10(u.before.A[2][0][0]), "log_base"),
    ("J", 2, 0, 0, lambda s, u: -math.log2(u.before.A[2][0][0]), "log_base"),
    ("J", 2, 0, 0, lambda s, u: -math.log(1 - u.before.A[2][0][0]), "labels_turned"),
    ("dA", 2, 0, 0, lambda s, u: u.before.A[2][0][0] - 1, "dZ_for_dA"),
    ("dA", 2, 0, 0, lambda s, u: 1 / u.before.A[2][0][0], "sign"),
    ("dZ", 2, 0, 0, lambda s, u: 0.47609748, "sign"),
    ("dZ", 2, 0, 0, lambda s, u: -1 / u.before.A[2][0][0], "missing_slope"),
    ("dZ", 2, 0, 0, lambda s, u: -0.47609748 * sigmoid_slope(u.before.Z[2][0][0]), "extra_slope"),
    ("dW", 2, 0, 0, lambda s, u: -0.47609748 * 0.52390252, "own_activation"),
    ("dW", 1, 0, 1, lambda s, u: -0.03480858 * u.before.A[1][1][0], "own_activation"),
    ("dW", 2, 0, 0, lambda s, u: -0.47609748 * 0.32, "z_for_a"),
    ("dW", 2, 0, 1, lambda s, u: -0.47609748, "db_for_dW"),
    ("dW", 1, 0, 0, lambda s, u: 0.3 * -0.47609748 * 0.5, "dA_for_dZ"),
    ("dW", 1, 0, 1, lambda s, u: 0.01044257, "sign"),
    ("db", 1, 1, 0, lambda s, u: -0.2 * -0.47609748, "dA_for_dZ"),
    ("db", 1, 0, 0, lambda s, u: -0.03480858 + 0.02379535 - 0.04693070, "units_melted"),
    ("dA", 1, 0, 0, lambda s, u: 0.3 * (-1 / u.before.A[2][0][0]), "dA_for_dZ"),
    ("dA", 1, 0, 0, lambda s, u: u.dW[2][0][0] * -0.47609748, "dW_for_W"),
    ("dA", 1, 0, 0, lambda s, u: u.W[1][0][0] * -0.47609748, "new_W"),
    ("dA", 1, 0, 0, lambda s, u: -0.014282924, "factor_ten"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924, "missing_slope"),
    ("dZ", 1, 0, 0, lambda s, u: 0.24370766, "dA_forgotten"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924 * sigmoid_slope(G["sigmoid"](0.32)), "slope_at_a"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924 * 0.32 * 0.68, "slope_from_z"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924 + 0.24370766, "plus_slope"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924 * 0.57932425, "g_for_slope"),
    ("dZ", 1, 0, 0, lambda s, u: -0.14282924 * 0.32, "z_for_slope"),
    ("dZ", 1, 2, 0, lambda s, u: 0.04693070, "sign"),
    ("new W", 2, 0, 0, lambda s, u: 0.3 - 0.027581482, "plus_for_minus"),
    ("new W", 2, 0, 0, lambda s, u: 0.3 + 0.27581482, "alpha_forgotten"),
    ("new W", 2, 0, 0, lambda s, u: -0.27581482, "gradient_alone"),
    ("new W", 2, 0, 0, lambda s, u: -0.027581482, "step_alone"),
    ("new W", 2, 0, 0, lambda s, u: 0.3, "old_value"),
    ("new b", 2, 0, 0, lambda s, u: -0.2 - 0.047609748, "plus_for_minus"),
    ("new b", 2, 0, 0, lambda s, u: -0.47609748, "gradient_alone"),
    ("new b", 1, 0, 0, lambda s, u: 0.1 + 0.03480858, "alpha_forgotten"),
    ("A", 1, 0, 0, lambda s, u: 0.50999867, "other_cell"),
]


@pytest.mark.parametrize(("symbol", "layer", "k", "i", "wrong", "slip"), C9)
def test_that_a_slip_in_the_worked_example_is_found(symbol, layer, k, i, wrong, slip):
    setup = load_preset("worked-example")
    verdict = verdict_on(tape_of(setup), symbol, layer, k, i, wrong(setup, update_of(setup)))
    assert (verdict.kind, verdict.slip) == ("wrong", slip)


def dot(left, right) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


# The net of C7: 3-4-1, m = 3, tanh then sigmoid, alpha = 0.5.
C7: list[tuple[str, int, int, int, Wrong, str]] = [
    ("Z", 1, 3, 2, lambda s, u: u.before.Z[1][3][2] + 0.3, "bias_forgotten"),
    ("J", 2, 0, 0, lambda s, u: 3 * u.before.J, "missing_1_m"),
    ("J", 2, 0, 0, lambda s, u: -math.log(u.before.A[2][0][2]), "sum_forgotten"),
    (
        "J",
        2,
        0,
        0,
        lambda s, u: -(math.log(u.before.A[2][0][0]) + math.log(u.before.A[2][0][2])) / 3,
        "one_part",
    ),
    ("dZ", 2, 0, 1, lambda s, u: u.dZ[2][0][1] / 3, "needless_1_m"),
    ("dA", 1, 0, 1, lambda s, u: -0.9 * u.dZ[2][0][1] / 3, "needless_1_m"),
    ("dZ", 1, 0, 1, lambda s, u: u.dZ[1][0][1] / 3, "needless_1_m"),
    (
        "dZ",
        1,
        0,
        0,
        lambda s, u: -0.9 * u.dZ[2][0][0] * SLOPE["tanh"](math.tanh(u.before.Z[1][0][0])),
        "slope_at_a",
    ),
    ("dZ", 1, 0, 0, lambda s, u: -0.9 * u.dZ[2][0][0] * (1 - u.before.Z[1][0][0] ** 2), "slope_from_z"),
    ("dW", 2, 0, 0, lambda s, u: dot(u.dZ[2][0], u.before.A[1][0]), "missing_1_m"),
    ("dW", 1, 0, 0, lambda s, u: dot(u.dZ[1][0], u.before.A[0][0]), "missing_1_m"),
    ("dW", 1, 2, 1, lambda s, u: u.dZ[1][2][2] * u.before.A[0][1][2], "sum_forgotten"),
    ("dW", 1, 2, 1, lambda s, u: u.dZ[1][2][0] * u.before.A[0][1][0] / 3, "sum_forgotten"),
    ("dW", 1, 2, 1, lambda s, u: dot(u.dZ[1][2], u.before.A[1][1]) / 3, "own_activation"),
    ("dW", 1, 2, 1, lambda s, u: sum(u.dZ[1][2]) / 3, "db_for_dW"),
    ("dW", 1, 2, 1, lambda s, u: u.dW[1][1][2], "other_cell"),
    ("dW", 2, 0, 1, lambda s, u: dot(u.dZ[2][0], u.before.A[1][1]) / 4, "divided_by_units"),
    ("db", 1, 0, 0, lambda s, u: sum(u.dZ[1][0]), "missing_1_m"),
    ("db", 1, 0, 0, lambda s, u: sum(u.dZ[1][0]) / 4, "divided_by_units"),
    ("db", 1, 0, 0, lambda s, u: u.dZ[1][0][2], "sum_forgotten"),
    ("db", 1, 0, 0, lambda s, u: sum(sum(row) for row in u.dZ[1]) / 3, "units_melted"),
    ("new W", 1, 1, 1, lambda s, u: -0.6 + 0.5 * u.dW[1][1][1], "plus_for_minus"),
    ("new b", 1, 1, 0, lambda s, u: 0.2 - u.db[1][1], "alpha_forgotten"),
]


@pytest.mark.parametrize(("symbol", "layer", "k", "i", "wrong", "slip"), C7)
def test_that_a_slip_with_three_examples_is_found(symbol, layer, k, i, wrong, slip):
    setup = load_preset("four-hidden")
    verdict = verdict_on(tape_of(setup), symbol, layer, k, i, wrong(setup, update_of(setup)))
    assert (verdict.kind, verdict.slip) == ("wrong", slip)


# 2-2-2 with the squared error: square matrices, so that a forgotten transpose gives a number.
SQUARE: list[tuple[str, int, int, int, Wrong, str]] = [
    ("Z", 1, 0, 0, lambda s, u: 0.15 * 0.05 + 0.25 * 0.1 + 0.35, "transpose"),
    ("J", 2, 0, 0, lambda s, u: 2 * u.before.J, "half_forgotten"),
    ("dA", 2, 0, 0, lambda s, u: 0.01 - u.before.A[2][0][0], "sign"),
    ("dZ", 2, 0, 0, lambda s, u: u.before.A[2][0][0] - 0.01, "missing_slope"),
    (
        "dZ",
        2,
        0,
        0,
        lambda s, u: (u.before.A[2][0][0] - 0.01) * sigmoid_slope(u.before.Z[1][0][0]),
        "slope_of_other_layer",
    ),
    ("dA", 1, 0, 0, lambda s, u: 0.4 * u.dZ[2][0][0] + 0.45 * u.dZ[2][1][0], "transpose"),
    ("dA", 1, 0, 0, lambda s, u: 0.4 * u.dZ[2][0][0], "sum_forgotten"),
    ("dA", 1, 0, 0, lambda s, u: 0.15 * u.dZ[2][0][0] + 0.25 * u.dZ[2][1][0], "other_layer"),
    (
        "dZ",
        1,
        0,
        0,
        lambda s, u: (0.4 * u.dZ[2][0][0] + 0.45 * u.dZ[2][1][0]) * sigmoid_slope(u.before.Z[1][0][0]),
        "transpose",
    ),
    (
        "dZ",
        1,
        0,
        0,
        lambda s, u: 0.5 * u.dZ[2][1][0] * sigmoid_slope(u.before.Z[1][0][0]),
        "sum_forgotten",
    ),
]


@pytest.mark.parametrize(("symbol", "layer", "k", "i", "wrong", "slip"), SQUARE)
def test_that_a_slip_with_square_matrices_is_found(symbol, layer, k, i, wrong, slip):
    setup = load_preset("two-two-two")
    verdict = verdict_on(tape_of(setup), symbol, layer, k, i, wrong(setup, update_of(setup)), 8)
    assert (verdict.kind, verdict.slip) == ("wrong", slip)


def test_that_e_to_the_z_without_its_sum_is_found_in_a_softmax():
    setup = new_exercise(5, (2, 3, 3), "tanh", 3)
    tape = tape_of(setup)
    z = float(tape.row("Z", 2).value[1, 2])
    verdict = verdict_on(tape, "A", 2, 1, 2, math.exp(z))
    assert (verdict.slip, verdict.hint) == ("not_normalised", "Divide by the sum of e^z over all units.")


def test_that_slips_with_regularisation_are_found():
    setup = load_preset("four-hidden")
    setup = replace(setup, network=replace(setup.network, l2=0.1))
    update = update_of(setup)  # the loops know no regularisation
    tape = tape_of(setup)
    w, dw = 0.7, update.dW[1][0][0]
    penalty = 0.05 * sum(v * v for W_l in numbers(setup)[2] for row in W_l for v in row)
    assert float(tape.row("dW", 1).value[0, 0]) == pytest.approx(dw + 0.1 * w)
    assert tape.cost_before == pytest.approx(update.before.J + penalty)
    forgotten = verdict_on(tape, "dW", 1, 0, 0, dw)
    assert forgotten.slip == "penalty_forgotten"
    assert forgotten.hint == "The slope of the regularisation term is missing."
    assert verdict_on(tape, "dW", 1, 0, 0, dw - 0.1 * w).slip == "penalty_taken_away"
    cost = verdict_on(tape, "J", 2, 0, 0, update.before.J)
    assert (cost.slip, cost.hint) == ("penalty_forgotten", "The regularisation term is missing.")


def test_that_plain_descent_is_found_under_another_optimiser():
    setup = load_preset("four-hidden")
    plain = update_of(setup).W[1][0][0]
    setup = replace(setup, training=replace(setup.training, optimizer="momentum"))
    verdict = verdict_on(tape_of(setup), "new W", 2, 0, 0, plain)
    assert verdict.slip == "plain_descent"
    assert verdict.hint == "That is plain gradient descent: here the optimiser is momentum."


def test_that_a_number_that_is_cut_off_or_rounded_too_early_or_short_is_found():
    tape = tape_of(load_preset("worked-example"))
    cut = verdict_on(tape, "dW", 2, 0, 0, -0.2758, 4)  # right
    assert cut.kind == "right"
    cut = verdict_on(tape, "dW", 2, 0, 2, -0.26647, 5)  # exact -0.26647826
    assert (cut.kind, cut.slip) == ("wrong", "cut_off")
    near = verdict_on(tape, "A", 2, 0, 0, 0.5241, 4)  # exact 0.52390
    assert (near.kind, near.slip) == ("wrong", "rounding")
    short = judge(tape, Place(row_index(tape, "A", 2), 0, 0), "0.52", {}, asked=4)
    assert (short.kind, short.slip, short.decimals) == ("wrong", "too_few_decimals", 4)
    assert short.hint == "Right as far as it goes: give 4 decimals."


def test_that_the_slips_of_the_notes_in_the_worked_example_are_named():
    tape = tape_of(load_preset("worked-example"))

    def slip_of(symbol, layer, k, i, text):
        return judge(tape, Place(row_index(tape, symbol, layer), k, i), text, {}).slip

    assert slip_of("A", 2, 0, 0, "0.0524") == "factor_ten"
    assert slip_of("dZ", 2, 0, 0, "-0.0476") == "factor_ten"
    assert slip_of("dA", 1, 1, 0, "0.00952") == "factor_ten"
    assert slip_of("dZ", 1, 0, 0, "-0.00348") == "factor_ten"
    assert slip_of("dW", 1, 0, 1, "0.0104") == "sign"
    assert slip_of("dW", 1, 2, 1, "0.0141") == "sign"
    assert slip_of("dZ", 1, 2, 0, "-0.0468") == "rounding"
    assert slip_of("A", 1, 2, 0, "0.559") == "cut_off"


def test_that_a_slip_after_an_own_wrong_number_is_found_too():
    tape = tape_of(load_preset("worked-example"))
    own = {Place(row_index(tape, "dZ", 2), 0, 0): "-0.4"}
    place = Place(row_index(tape, "dA", 1), 0, 0)
    assert judge(tape, place, "-0.12", own).kind == "right"
    verdict = judge(tape, place, "0.1200", own)
    assert (verdict.kind, verdict.slip) == ("wrong", "sign")


def test_that_where_two_slips_agree_the_simpler_one_is_named():
    setup = new_exercise(3, (2, 2, 1), "sigmoid", 10)
    tape = tape_of(setup)
    dw = float(tape.row("dW", 2).value[0, 0])
    assert verdict_on(tape, "dW", 2, 0, 0, 10 * dw).slip == "missing_1_m"


def test_that_a_zero_or_any_number_is_no_slip():
    tape = tape_of(load_preset("worked-example"))
    for value in (0.0, 7.123456, -3.3):
        verdict = verdict_on(tape, "dZ", 1, 0, 0, value)
        assert (verdict.kind, verdict.slip, verdict.hint) == ("wrong", "", "")


def test_that_every_slip_has_a_label_and_was_made_in_these_tests():
    tested = {row[5] for table in (C9, C7, SQUARE) for row in table}
    tested |= {"not_normalised", "penalty_forgotten", "penalty_taken_away", "plain_descent"}
    assert {slip.key for slip in SLIPS} <= tested
    for slip in SLIPS:
        assert label_of(slip.key)
        assert slip.hint.endswith((".", ")."))


@pytest.mark.parametrize("optimizer", ["gradient_descent", "momentum", "rmsprop", "adam"])
@pytest.mark.parametrize(
    ("sizes", "activation"), [((2, 3, 1), "relu"), ((2, 3, 3), "tanh"), ((2, 2, 2, 2, 1), "leaky_relu")]
)
def test_that_looking_for_slips_breaks_nowhere(optimizer, sizes, activation):
    setup = new_exercise(1, sizes, activation, 3)
    setup = replace(
        setup, training=replace(setup.training, optimizer=optimizer), network=replace(setup.network, l1=0.01)
    )
    tape = tape_of(setup, updates=2)
    for row in tape.rows:
        for k, i in np.ndindex(row.value.shape):
            assert judge(tape, Place(row.index, k, i), "123.456", {}).kind == "wrong"
