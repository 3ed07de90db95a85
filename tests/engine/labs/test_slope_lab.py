"""The numbers of the slope lab: those of the course (C3), and derivatives against central differences."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.slope import FUNCTIONS, course
from engine.labs.table import facts


@pytest.mark.parametrize(
    ("function", "nudge", "f", "f_nudged", "slope"),
    [
        ("3a", 0.001, 6, 6.003, 3),
        ("a^2", 0.001, 4, 4.004001, 4),
        ("a^2", 0.0001, 4, 4.00040001, 4),
        ("a^3", 0.001, 8, 8.012006001, 12),
    ],
)
def test_that_the_numbers_are_those_of_the_course(function, nudge, f, f_nudged, slope):
    found = facts("slope", {"function": function, "a": 2, "nudge": nudge})
    assert found["f"] == f
    assert found["f_nudged"] == pytest.approx(f_nudged, abs=1e-12)
    assert found["slope"] == slope
    assert found["ratio"] == pytest.approx((f_nudged - f) / nudge, rel=1e-9)


def test_that_the_logarithm_at_2_is_that_of_the_course():
    found = facts("slope", {"function": "log a", "a": 2, "nudge": 0.001})
    assert [round(found[key], 6) for key in ("f", "f_nudged", "slope")] == [0.693147, 0.693647, 0.5]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_that_every_derivative_agrees_with_central_differences(function):
    row, a = FUNCTIONS[function], np.array([0.3, 1.0, 2.9])
    differences = (row.f(a + 1e-6) - row.f(a - 1e-6)) / 2e-6
    assert row.slope(a) == pytest.approx(differences, rel=1e-6)


def test_that_the_quotient_comes_to_the_slope_as_the_nudge_shrinks():
    gaps = []
    for nudge in (1, 0.1, 0.01, 0.001):
        found = facts("slope", {"function": "a^3", "a": 1.5, "nudge": nudge})
        gaps.append(found["ratio"] - found["slope"])
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] == pytest.approx(3 * 1.5 * 0.001, rel=1e-3)


def test_that_a_logarithm_of_nothing_has_no_numbers():
    assert "f" not in facts("slope", {"function": "log a", "a": 0})
    a, f = course("log a", 0, 4)
    assert a[0] > 0
    assert np.isfinite(f).all()
