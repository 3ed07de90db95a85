from __future__ import annotations

import math

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from tests.engine.networks import HIDDEN

KINKS = {"relu": [0.0], "leaky_relu": [0.0]}
Z = np.array([[-3.0, -1.5, -0.4, -0.01, 0.02, 0.3, 1.1, 2.5]])


def test_that_the_table_holds_what_the_notes_name() -> None:
    assert list(ACTIVATIONS) == ["sigmoid", "tanh", "relu", "leaky_relu", "linear", "softmax"]
    assert [key for key in ACTIVATIONS if not ACTIVATIONS[key].hidden] == ["softmax"]


@pytest.mark.parametrize("key", HIDDEN)
def test_that_each_slope_is_the_derivative_of_its_activation(key: str) -> None:
    row, epsilon = ACTIVATIONS[key], 1e-6
    assert not np.isin(Z, KINKS.get(key, [])).any()
    numeric = (row.g(Z + epsilon, 0.3) - row.g(Z - epsilon, 0.3)) / (2 * epsilon)
    np.testing.assert_allclose(row.slope(Z, row.g(Z, 0.3), 0.3), numeric, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("key", ["relu", "leaky_relu"])
def test_that_the_slope_at_zero_is_one(key: str) -> None:
    zero = np.zeros((1, 1))
    assert ACTIVATIONS[key].slope(zero, zero, 0.01)[0, 0] == 1


@pytest.mark.parametrize("slope", [0.01, 0.5, 2.0, -0.1])
def test_that_leaky_relu_has_its_slope_below_zero_and_one_above(slope: float) -> None:
    A = ACTIVATIONS["leaky_relu"].g(np.array([[-2.0, 0.0, 3.0]]), slope)
    np.testing.assert_array_equal(A, [[-2 * slope, 0, 3]])


@pytest.mark.parametrize("key", list(ACTIVATIONS))
@pytest.mark.parametrize("size", [1000.0, 1e300])
def test_that_no_activation_warns_or_breaks_far_out(key: str, size: float) -> None:
    far = np.array([[-size, 0.0, size], [size, 0.0, -size]])
    with np.errstate(all="raise", under="ignore"):
        A = ACTIVATIONS[key].g(far, 0.01)
    assert np.isfinite(A).all()


def test_that_sigmoid_keeps_its_digits_where_it_is_tiny() -> None:
    A = ACTIVATIONS["sigmoid"].g(np.array([[-40.0, 40.0]]), 0)
    assert A[0, 0] == pytest.approx(math.exp(-40), rel=1e-14)
    assert A[0, 1] == 1


def test_that_softmax_columns_are_probabilities_and_its_slope_is_the_diagonal() -> None:
    row, columns = ACTIVATIONS["softmax"], np.random.default_rng(0).standard_normal((4, 5))
    A = row.g(columns, 0)
    np.testing.assert_allclose(A.sum(axis=0), 1, rtol=1e-14)
    for k in range(4):
        nudge = 1e-6 * np.eye(4)[:, k : k + 1]
        numeric = (row.g(columns + nudge, 0) - row.g(columns - nudge, 0))[k] / 2e-6
        np.testing.assert_allclose(row.slope(columns, A, 0)[k], numeric, rtol=1e-8)


@pytest.mark.parametrize("key", list(ACTIVATIONS))
def test_that_float32_stays_float32(key: str) -> None:
    row, narrow = ACTIVATIONS[key], Z.astype(np.float32)
    A = row.g(narrow, 0.01)
    assert A.dtype == row.slope(narrow, A, 0.01).dtype == np.float32
