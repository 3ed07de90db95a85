"""A new activation, cost or optimiser is one row of its table: the tape writes it without knowing it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS, Activation
from engine.cost_lines import ArrayLine, CostLines, LossLine
from engine.costs import COSTS
from engine.optimizers import OPTIMIZERS, Array, Optimizer, UpdateLine
from engine.step.check import check_gradient
from tests.engine.networks import network_spec
from tests.engine.step.moments import tape_of
from tests.engine.step.test_expansion import assert_all_sum
from tests.engine.step.test_numpy_lines import run_lines

SOFTSIGN = Activation(
    "softsign",
    "softsign",
    lambda Z, slope: Z / (1 + np.abs(Z)),
    lambda Z, A, slope: 1 / (1 + np.abs(Z)) ** 2,
    r"\frac{z}{1 + |z|}",
    r"\frac{1}{(1 + |z|)^2}",
    matrix_formula=r"\frac{\Z}{1 + |\Z|}",
    numpy="{Z} / (1 + np.abs({Z}))",
    slope_numpy="(1 / (1 + np.abs({Z})) ** 2)",
    slope_text="1 / (1 + |z|)²",
    written="{z} / (1 + |{z}|)",
)

FOURTH_POWER = replace(
    COSTS["mean_squared_error"],
    key="fourth_power",
    losses=lambda Z, A, Y: ((A - Y) ** 4).sum(axis=0) / 4,
    dA=lambda A, Y: (A - Y) ** 3,
    lines=CostLines(
        formula=r"\frac{1}{4m} \sum (\A - Y)^{4}",
        brief=r"\frac{1}{4m} \sum (\A - Y)^{4}",
        dA_formula=r"(\A - Y)^{3}",
        dA_brief=r"(\A - Y)^{3}",
        J=LossLine(
            0.25,
            "(1 / (4 * m)) * np.sum(({A} - Y) ** 4)",
            "({a} − {y})⁴",
            lambda z, a, y, log_sum: (a - y) ** 4,
        ),
        dA=ArrayLine("({A} - Y) ** 3", "({a} − {y})³", lambda Z, A, Y: (A - Y) ** 3),
    ),
)


def _adagrad(theta: Array, gradient: Array, state: dict[str, Array], alpha: float, t: int) -> None:
    state["total"] += gradient**2
    theta -= alpha * gradient / (np.sqrt(state["total"]) + 1e-8)


ADAGRAD = Optimizer(
    "adagrad",
    "AdaGrad",
    ("total",),
    _adagrad,
    "",
    (
        UpdateLine(
            "total",
            r"\total := \total + (\g)^{2}",
            "{total} + {g} ** 2",
            "{total} + {g}²",
            ("total", "g"),
            lambda n: n["total"] + n["g"] ** 2,
        ),
        UpdateLine(
            "W",
            r"\W := \W - \alpha\, \frac{\g}{\sqrt{\total}}",
            "{W} - alpha * {g} / (np.sqrt({total}) + 1e-8)",
            "{W} − {alpha} · {g} / (√{total} + 1e-8)",
            ("W", "g", "total"),
            lambda n: n["W"] - n["alpha"] * n["g"] / (n["total"] ** 0.5 + 1e-8),
        ),
    ),
    r"\W := \W - \alpha\, \g / \sqrt{\total}",
    "The {what} go against their gradient, in steps that grow smaller.",
)


def test_that_an_activation_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTIVATIONS, "softsign", SOFTSIGN)
    tape = tape_of(network_spec((3, 4, 2), ("softsign", "tanh")))
    run_lines(tape)
    assert_all_sum(tape)
    assert tape.row("A", 1).equation.formula == r"A^{[1]} = \frac{Z^{[1]}}{1 + |Z^{[1]}|}"
    found = check_gradient(tape.moment, "dW", 1)
    assert found is not None
    assert found.agrees


def test_that_a_cost_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COSTS, "fourth_power", FOURTH_POWER)
    tape = tape_of(network_spec((3, 4, 2), ("tanh", "sigmoid"), "fourth_power", l2=0.1))
    run_lines(tape)
    assert_all_sum(tape)
    assert tape.row("J").equation.layout[:6] == ("1/4m Σ (", "(", 1, "−", 0, ")⁴")


def test_that_an_optimiser_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OPTIMIZERS, "adagrad", ADAGRAD)
    tape = tape_of(network_spec((3, 4, 2), ("tanh", "linear")), optimizer="adagrad", updates=3)
    run_lines(tape)
    assert_all_sum(tape)
    memory = tape.row("W", 1).equations[0]
    assert memory.result.latex == r"\mathrm{total}_{W}^{[1]}"
    assert memory.expand(1, 2).symbol == r"\mathrm{total}^{[1]}_{2,3}"
