"""Every NumPy line on the tape is run, in order, without a warning, and gives the array that stands beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS
from engine.spec import LayerSpec, NetworkSpec
from engine.step.row import Equation
from engine.step.tape import Tape, record_tape
from tests.engine.networks import HIDDEN, network_spec
from tests.engine.step.moments import all_specs, moment_of, name_of, saturated_tape, tape_of


def assert_close(found: Any, array: np.ndarray[Any, Any]) -> None:
    """To 1e-12, of the entry itself, or of the largest one where terms have cancelled."""
    if array.shape != (1, 1):
        assert np.shape(found) == array.shape
    np.testing.assert_allclose(found, array, rtol=1e-12, atol=1e-14 * float(np.abs(array).max()))


def run_lines(tape: Tape) -> int:
    """Run the lines that the update goes on with, and each other equation's in the state that it stands in."""
    namespace, count = tape.namespace(), 0
    for row in tape.rows:
        for equation in row.equations[: row.main + 1]:
            assert_operands(equation, namespace)
            exec(equation.numpy, namespace)
            assert_close(namespace[equation.result.variable], equation.result.array)
            count += 1
        for equation in row.equations[row.main + 1 :]:
            beside = dict(namespace)
            exec(equation.numpy, beside)
            found = beside[equation.result.variable]
            np.testing.assert_allclose(found, equation.result.array, rtol=1e-12, atol=1e-14)
            count += 1
    return count


def assert_operands(equation: Equation, namespace: dict[str, Any]) -> None:
    for operand in equation.operands:
        assert_close(eval(operand.variable, namespace), operand.array)


@pytest.mark.parametrize("spec", list(all_specs()), ids=name_of)
def test_that_every_line_gives_its_array(spec: NetworkSpec) -> None:
    assert run_lines(tape_of(spec)) >= 14


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("columns", ["batch", 2])
def test_that_the_lines_of_optimisers_give_their_arrays_in_the_middle_of_a_run(
    optimizer: str, columns: Any
) -> None:
    spec = network_spec((3, 4, 3, 2), ("relu", "tanh", "softmax"), "categorical_cross_entropy", l2=0.1)
    tape = tape_of(spec, 9, columns, updates=7, optimizer=optimizer, batch_size=4)
    run_lines(tape)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_that_lines_hold_for_units_that_are_saturated_far_beyond_what_exp_can_do(hidden: str) -> None:
    spec = network_spec((2, 3, 1), (hidden, "sigmoid"), "binary_cross_entropy")
    moment = moment_of(spec)
    for size in (30.0, 800.0, 1e5):
        run_lines(record_tape(replace(moment, W=tuple(size * W for W in moment.W))))


@pytest.mark.parametrize(
    ("cost", "output"), [("binary_cross_entropy", "sigmoid"), ("categorical_cross_entropy", "softmax")]
)
@pytest.mark.parametrize("size", [1.0, 10.0, 60.0, 300.0, 2000.0, 1e6])
def test_that_lines_hold_where_outputs_have_rounded_to_0_or_1(cost: str, output: str, size: float) -> None:
    tape = saturated_tape(cost, output, size)
    run_lines(tape)
    assert all(np.isfinite(row.value).all() for row in tape.rows)
    shortcut, chain = tape.row("dZ", 2).equations
    np.testing.assert_allclose(chain.result.array, shortcut.result.array, rtol=1e-12, atol=1e-14)


def test_that_the_friendly_line_stands_wherever_it_is_right() -> None:
    tape = tape_of(network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy"))
    lines = {row.name: row.numpy for row in tape.rows}
    assert lines["Z[1]"] == "Z1 = W1 @ X + b1"
    assert lines["A[1]"] == "A1 = 1 / (1 + np.exp(-Z1))"
    assert lines["J"] == "J = -(1 / m) * np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))"
    assert lines["dZ[2]"] == "dZ2 = A2 - Y"
    assert lines["dZ[1]"] == "dZ1 = dA1 * (A1 * (1 - A1))"
    assert lines["dW[1]"] == "dW1 = (1 / m) * dZ1 @ X.T"
    assert lines["db[1]"] == "db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)"
    assert lines["dA[1]"] == "dA1 = W2.T @ dZ2"
    assert lines["W[1]"] == "W1 = W1 - alpha * dW1"
    assert not [remark for row in tape.rows for remark in row.remarks if remark.kind == "rounded"]


def test_that_another_line_is_explained_where_the_friendly_one_would_fail() -> None:
    tape = saturated_tape("binary_cross_entropy", "sigmoid", 2000.0)
    rounded = {
        row.name: remark.text for row in tape.rows for remark in row.remarks if remark.kind == "rounded"
    }
    assert set(rounded) == {"A[2]", "J", "dA[2]"}
    assert "overflows" in rounded["A[2]"]
    assert "J is computed from Z[2]" in rounded["J"]


def test_that_a_memory_comes_before_the_parameter_that_it_moves() -> None:
    tape = tape_of(network_spec((2, 3, 1), ("tanh", "linear")), optimizer="adam")
    assert tape.row("W", 1).numpy.split("\n") == [
        "vW1 = 0.9 * vW1 + 0.1 * dW1",
        "sW1 = 0.999 * sW1 + 0.001 * dW1 ** 2",
        "W1 = W1 - alpha * (vW1 / (1 - 0.9**t)) / (np.sqrt(sW1 / (1 - 0.999**t)) + 1e-8)",
    ]


@pytest.mark.parametrize("slope", [0.01, 0.5, 1.0, 3.0, -0.2])
def test_that_a_leaky_relu_has_its_own_slope_in_the_line(slope: float) -> None:
    layers = (LayerSpec(3, "leaky_relu", slope), LayerSpec(1, "linear"))
    tape = tape_of(NetworkSpec(2, layers, "mean_squared_error"))
    run_lines(tape)
    assert repr(slope) in tape.row("A", 1).numpy
