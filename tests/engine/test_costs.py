from __future__ import annotations

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from tests.engine.networks import all_ends, examples_for, network_spec


def test_that_the_table_holds_what_the_design_names() -> None:
    assert list(COSTS) == ["binary_cross_entropy", "categorical_cross_entropy", "mean_squared_error"]


@pytest.mark.parametrize(("cost", "output"), list(all_ends()))
def test_that_dZ_is_the_derivative_of_each_examples_loss(cost: str, output: str) -> None:
    row, g, epsilon = COSTS[cost], ACTIVATIONS[output], 1e-6
    spec = network_spec((3, 3), (output,), cost)
    Z, Y = examples_for(spec, 5)
    A = g.g(Z, 0.2)
    dZ = row.dZ(A, Y) if row.dZ is not None else row.dA(A, Y) * g.slope(Z, A, 0.2)
    for k in range(3):
        nudge = epsilon * np.eye(3)[:, k : k + 1]
        above = row.losses(Z + nudge, g.g(Z + nudge, 0.2), Y)
        below = row.losses(Z - nudge, g.g(Z - nudge, 0.2), Y)
        np.testing.assert_allclose(dZ[k], (above - below) / (2 * epsilon), rtol=1e-7, atol=1e-9)


def test_that_dA_times_the_slope_is_the_short_form_for_binary_cross_entropy() -> None:
    row, g = COSTS["binary_cross_entropy"], ACTIVATIONS["sigmoid"]
    Z, Y = examples_for(network_spec((2, 2), ("sigmoid",), row.key), 7)
    A = g.g(Z, 0)
    assert row.dZ is not None
    np.testing.assert_allclose(row.dA(A, Y) * g.slope(Z, A, 0), row.dZ(A, Y), rtol=1e-13)


def test_that_dA_through_the_jacobian_is_the_short_form_for_softmax() -> None:
    row, g = COSTS["categorical_cross_entropy"], ACTIVATIONS["softmax"]
    Z, Y = examples_for(network_spec((3, 3), ("softmax",), row.key), 4)
    A = g.g(Z, 0)
    assert row.dZ is not None
    for i in range(4):
        jacobian = np.diag(A[:, i]) - np.outer(A[:, i], A[:, i])
        np.testing.assert_allclose(jacobian @ row.dA(A, Y)[:, i], row.dZ(A, Y)[:, i], atol=1e-14)


@pytest.mark.parametrize(("z", "y", "loss"), [(1000, 1, 0), (1000, 0, 1000), (-1000, 1, 1000), (-1000, 0, 0)])
def test_that_binary_cross_entropy_is_exact_far_out(z: float, y: float, loss: float) -> None:
    Z, Y = np.array([[float(z)]]), np.array([[float(y)]])
    with np.errstate(all="raise", under="ignore"):
        A = ACTIVATIONS["sigmoid"].g(Z, 0)
        assert COSTS["binary_cross_entropy"].losses(Z, A, Y)[0] == loss


def test_that_binary_cross_entropy_does_not_round_a_tiny_loss_away() -> None:
    Z, Y = np.array([[40.0]]), np.array([[1.0]])
    A = ACTIVATIONS["sigmoid"].g(Z, 0)
    assert COSTS["binary_cross_entropy"].losses(Z, A, Y)[0] == pytest.approx(np.exp(-40), rel=1e-12)


def test_that_categorical_cross_entropy_is_exact_far_out() -> None:
    Z, Y = np.array([[1000.0, 1000.0], [-1000.0, -1000.0]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    with np.errstate(all="raise", under="ignore"):
        A = ACTIVATIONS["softmax"].g(Z, 0)
        np.testing.assert_array_equal(COSTS["categorical_cross_entropy"].losses(Z, A, Y), [0, 2000])


def test_that_squared_error_has_its_half() -> None:
    A, Y = np.array([[3.0], [1.0]]), np.array([[1.0], [0.0]])
    assert COSTS["mean_squared_error"].losses(A, A, Y)[0] == 2.5


def test_that_hits_count_a_tie_as_the_upper_class_and_need_every_output_right() -> None:
    hits = COSTS["binary_cross_entropy"].hits
    assert hits is not None
    A, Y = np.array([[0.5, 0.4, 0.9], [0.9, 0.1, 0.2]]), np.array([[1.0, 1.0, 1.0], [1.0, 0.0, 1.0]])
    np.testing.assert_array_equal(hits(A, Y), [True, False, False])
