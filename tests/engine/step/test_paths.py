"""The chain rule along paths: together they are the derivative, and the largest come first."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from engine.spec import NetworkSpec
from engine.step.paths import weight_paths
from tests.engine.networks import network_spec
from tests.engine.step.moments import all_specs, name_of, tape_of

DEEP = network_spec((3, 4, 3, 2, 2), ("tanh", "sigmoid", "tanh", "softmax"), "categorical_cross_entropy")


@pytest.mark.parametrize("spec", list(all_specs()), ids=name_of)
@pytest.mark.parametrize("columns", ["all", 2])
def test_that_the_paths_of_every_weight_and_bias_sum_to_its_derivative(
    spec: NetworkSpec, columns: str | int
) -> None:
    tape = tape_of(spec, 3, columns)  # type: ignore[arg-type]
    for l in range(1, spec.L + 1):
        rows, inputs = spec.sizes[l], spec.sizes[l - 1]
        for k, j in product(range(rows), [*range(inputs), None]):
            found = weight_paths(tape, l, k, j)
            assert found.is_whole
            expected = tape.row("db", l).value[k, 0] if j is None else tape.row("dW", l).value[k, j]
            assert found.value == expected
            assert found.total + found.penalty == pytest.approx(expected, rel=1e-12, abs=1e-14)
            assert math.fsum(path.product for path in found.paths) == pytest.approx(found.total)


def test_that_the_paths_of_one_example_sum_to_the_derivative_of_its_loss() -> None:
    tape = tape_of(DEEP, 5)
    for i in range(5):
        found = weight_paths(tape, 1, 2, 1, example=i)
        assert {path.example for path in found.paths} == {i}
        expected = tape.row("dZ", 1).value[2, i] * tape.moment.X[1, i]
        assert found.value == pytest.approx(expected, rel=1e-15)
        assert found.total == pytest.approx(expected, rel=1e-12)
        assert r"\frac{1}{m}" not in {factor.latex for factor in found.paths[0].factors}


def test_that_a_path_is_the_product_of_its_factors() -> None:
    tape = tape_of(DEEP, 5)
    for path in weight_paths(tape, 2, 1, 3).paths:
        assert path.product == pytest.approx(math.prod(factor.value for factor in path.factors), rel=1e-13)
        assert path.units[0] == 1
        assert len(path.units) == 3


def test_that_a_chain_reads_from_the_loss_to_the_weight() -> None:
    spec = network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy")
    found = weight_paths(tape_of(spec, columns=0), 1, 1, 0)
    assert [factor.latex for factor in found.paths[0].factors] == [
        "dz^{[2]}_{1}",
        "w^{[2]}_{1,2}",
        "g'(z^{[1]}_{2})",
        "x_{1}",
    ]
    assert (found.count, found.paths[0].units) == (1, (1, 0))


def test_that_an_output_without_a_shortcut_shows_both_derivatives() -> None:
    found = weight_paths(tape_of(network_spec((2, 3, 1), ("tanh", "sigmoid")), columns=0), 2, 0, None)
    assert [factor.latex for factor in found.paths[0].factors] == ["da^{[2]}_{1}", "g'(z^{[2]}_{1})"]


def test_that_the_mean_over_examples_carries_one_over_m() -> None:
    found = weight_paths(tape_of(DEEP, 5), 4, 0, 1)
    factors = found.paths[0].factors
    assert (factors[0].latex, factors[0].value) == ("1/m", 0.2)
    assert factors[-1].latex == f"a^{{[3]({found.paths[0].example + 1})}}_{{2}}"


def test_that_the_largest_paths_come_first_and_the_rest_still_counts() -> None:
    tape = tape_of(DEEP, 5)
    everything = weight_paths(tape, 1, 0, 0, limit=10_000)
    assert everything.is_whole
    assert everything.count == 3 * 2 * 2 * 5
    some = weight_paths(tape, 1, 0, 0, limit=7)
    sizes = sorted((abs(path.product) for path in everything.paths), reverse=True)
    np.testing.assert_allclose([abs(path.product) for path in some.paths], sizes[:7], rtol=1e-12)
    assert (some.count, some.is_whole) == (everything.count, False)
    assert some.total == pytest.approx(everything.total, rel=1e-12)


def test_that_a_network_with_more_paths_than_anyone_can_count_answers_at_once() -> None:
    sizes = (4, *(12 for _ in range(14)), 1)
    tape = tape_of(network_spec(sizes, ("tanh",) * 14 + ("linear",)), 6)
    found = weight_paths(tape, 1, 0, 0)
    assert found.count == 6 * 12**13
    assert len(found.paths) == 24
    assert found.total == pytest.approx(found.value, rel=1e-9, abs=1e-15)
