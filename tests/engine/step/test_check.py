"""The gradient check of one layer: right where the backward pass is right, and loud where it is broken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.spec import NetworkSpec
from engine.step.check import LayerCheck, check_gradient
from engine.step.moment import Moment
from tests.engine.networks import network_spec
from tests.engine.step.moments import all_specs, moment_of, name_of


def checked(moment: Moment, symbol: str, l: int, **wishes: object) -> LayerCheck:
    found = check_gradient(moment, symbol, l, **wishes)  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize("spec", list(all_specs()), ids=name_of)
def test_that_the_backward_pass_agrees_with_central_differences(spec: NetworkSpec) -> None:
    moment = moment_of(spec, 5)
    for l in range(1, spec.L + 1):
        for symbol in ("dW", "db"):
            found = checked(moment, symbol, l)
            assert found.is_whole
            assert found.agrees, (symbol, l, found.error)
            assert found.error[~found.kinks].max() < 1e-6


@pytest.mark.parametrize("spec", list(all_specs()), ids=name_of)
def test_that_a_broken_derivative_does_not_agree_and_is_named(spec: NetworkSpec) -> None:
    moment = moment_of(spec, 5)
    for l in range(1, spec.L + 1):
        for symbol in ("dW", "db"):
            found = checked(moment, symbol, l, broken=True)
            assert not found.agrees
            assert found.error[found.worst] > 1e-3
            assert found.broken_text


def test_that_the_other_side_of_a_broken_check_is_right() -> None:
    moment = moment_of(network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy"), 5)
    right, wrong = checked(moment, "dW", 1), checked(moment, "dW", 1, broken=True)
    np.testing.assert_array_equal(right.numeric, wrong.numeric)
    assert wrong.broken_text == "g(z) = a in place of g'(z) = a (1 − a)"
    assert right.broken_text == ""


def test_that_db_of_several_examples_carries_one_over_m() -> None:
    moment = moment_of(network_spec((2, 3, 1), ("tanh", "linear")), 9, "all")
    found = checked(moment, "db", 1)
    assert found.entries == ((0, 0), (1, 0), (2, 0))
    assert found.agrees


def test_that_a_large_layer_is_sampled_evenly_with_the_asked_entry() -> None:
    moment = moment_of(network_spec((40, 30, 1), ("tanh", "linear")), 3)
    found = checked(moment, "dW", 1, limit=50, include=(29, 7))
    assert (29, 7) in found.entries
    assert len(found.entries) in (50, 51)
    assert (found.total_entries, found.is_whole) == (1200, False)
    assert len({k for k, _ in found.entries}) == 30
    assert found.agrees


def test_that_a_difference_across_a_kink_is_marked_and_not_held_against_it() -> None:
    spec = network_spec((2, 2, 1), ("relu", "linear"))
    moment = moment_of(spec, 3)
    W, b = ([array.copy() for array in arrays] for arrays in (moment.W, moment.b))
    b[1][0, 0] = -float(W[1][0] @ moment.X[:, 1])
    found = checked(replace(moment, b=tuple(b)), "db", 1)
    assert found.kinks.tolist() == [True, False]
    assert found.worst == 1
    assert found.agrees


def test_that_derivatives_too_small_to_be_measured_raise_no_alarm() -> None:
    moment = moment_of(network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy"), 5)
    b = [array.copy() for array in moment.b]
    b[1] += 30.0
    assert checked(replace(moment, b=tuple(b)), "dW", 1).agrees


def test_that_a_check_can_be_cancelled() -> None:
    moment = moment_of(network_spec((2, 3, 1), ("tanh", "linear")))
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) == 3

    assert check_gradient(moment, "dW", 1, cancelled=cancelled) is None
    assert len(asked) == 3


def test_that_a_check_can_tell_where_the_derivatives_stand_out_from_rounding() -> None:
    found = checked(moment_of(network_spec((2, 3, 1), ("tanh", "sigmoid"))), "dW", 1)
    assert found.can_tell
    assert not found.is_zero


@pytest.mark.parametrize(
    ("size", "cost"), [(0.0, 0.5), (1e144, 1e289), (1e-12, 1.0), (np.inf, 1.0), (1.0, np.nan)]
)
def test_that_it_cannot_tell_where_a_wrong_derivative_would_pass_as_well(size: float, cost: float) -> None:
    one, none = np.array([size]), np.zeros(1)
    with np.errstate(invalid="ignore"):
        error = one * 0.0
    found = LayerCheck("dW", 1, ((0, 0),), one, none, error, np.array([False]), 0, 1, cost)
    assert not found.can_tell
