"""The table of optimisers: what one update does to the parameters, given the gradient.

They work on one flat vector of all parameters, in place; element by element that is the same as on W
and b apart. The bound plan has faster forms of these; this file is what they must agree with.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
State = dict[str, Array]


@dataclass(frozen=True)
class UpdateLine:
    """One line of an update as `engine.step` writes it, the same for each W[l] and b[l] (called W here).

    result: "W" or a name of the optimiser's memory. formula: LaTeX of \\W, \\g (the gradient), \\v, \\s. numpy: what
    stands right of "=", of {W}, {g}, {v}, {s}, alpha and t. written: one cell with its numbers, {alpha} and {t}
    included; `operands` names the arrays in the order in which they stand there. value(numbers): that cell.
    """

    result: str
    formula: str
    numpy: str
    written: str
    operands: tuple[str, ...]
    value: Callable[[Mapping[str, float]], float]


@dataclass(frozen=True)
class Optimizer:
    """update(theta, gradient, state, alpha, t) changes theta and state in place.

    state holds one vector of theta's shape, at first 0, for each name in `memory`; t counts this
    optimiser's updates from 1. The formula is LaTeX, for W; it holds for b alike. lines: the same line by line, W
    last; brief: the last one, short; meaning: a sentence about {what}, the weights or the biases.
    """

    key: str
    label: str
    memory: tuple[str, ...]
    update: Callable[[Array, Array, State, float, int], None]
    formula: str
    lines: tuple[UpdateLine, ...]
    brief: str
    meaning: str


def _gradient_descent(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    theta -= alpha * gradient


def _momentum(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    v = state["v"]
    v[:] = 0.9 * v + 0.1 * gradient
    theta -= alpha * v


def _rmsprop(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    s = state["s"]
    s[:] = 0.9 * s + 0.1 * gradient**2
    theta -= alpha * gradient / (np.sqrt(s) + 1e-8)


def _adam(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    v, s = state["v"], state["s"]
    v[:] = 0.9 * v + 0.1 * gradient
    s[:] = 0.999 * s + 0.001 * gradient**2
    v_corrected = v / (1 - 0.9**t)
    s_corrected = s / (1 - 0.999**t)
    theta -= alpha * v_corrected / (np.sqrt(s_corrected) + 1e-8)


_VELOCITY = UpdateLine(
    "v",
    r"\v := 0.9\, \v + 0.1\, \g",
    "0.9 * {v} + 0.1 * {g}",
    "0.9 · {v} + 0.1 · {g}",
    ("v", "g"),
    lambda n: 0.9 * n["v"] + 0.1 * n["g"],
)


def _squares(share: str, rest: str) -> UpdateLine:
    """s := share s + rest g^2; both are decimals as text, so that the line reads as the formula does."""
    kept, fresh = float(share), float(rest)
    return UpdateLine(
        "s",
        rf"\s := {share}\, \s + {rest}\, (\g)^{{2}}",
        f"{share} * {{s}} + {rest} * {{g}} ** 2",
        f"{share} · {{s}} + {rest} · {{g}}²",
        ("s", "g"),
        lambda n: kept * n["s"] + fresh * (n["g"] * n["g"]),  # ** raises an error where this is infinite
    )


_ROWS = (
    Optimizer(
        "gradient_descent",
        "Gradient descent",
        (),
        _gradient_descent,
        r"W \leftarrow W - \alpha\, dW",
        (
            UpdateLine(
                "W",
                r"\W := \W - \alpha\, \g",
                "{W} - alpha * {g}",
                "{W} − {alpha} · {g}",
                ("W", "g"),
                lambda n: n["W"] - n["alpha"] * n["g"],
            ),
        ),
        r"\W := \W - \alpha\, \g",
        "The {what} go a little way against their gradient: downhill.",
    ),
    Optimizer(
        "momentum",
        "Momentum",
        ("v",),
        _momentum,
        r"v \leftarrow 0.9\, v + 0.1\, dW, \quad W \leftarrow W - \alpha\, v",
        (
            _VELOCITY,
            UpdateLine(
                "W",
                r"\W := \W - \alpha\, \v",
                "{W} - alpha * {v}",
                "{W} − {alpha} · {v}",
                ("W", "v"),
                lambda n: n["W"] - n["alpha"] * n["v"],
            ),
        ),
        r"\W := \W - \alpha\, \v",
        "The {what} go against v, the moving average of their gradients.",
    ),
    Optimizer(
        "rmsprop",
        "RMSprop",
        ("s",),
        _rmsprop,
        r"s \leftarrow 0.9\, s + 0.1\, dW^2, \quad W \leftarrow W - \alpha \frac{dW}{\sqrt{s} + 10^{-8}}",
        (
            _squares("0.9", "0.1"),
            UpdateLine(
                "W",
                r"\W := \W - \alpha\, \frac{\g}{\sqrt{\s} + 10^{-8}}",
                "{W} - alpha * {g} / (np.sqrt({s}) + 1e-8)",
                "{W} − {alpha} · {g} / (√{s} + 1e-8)",
                ("W", "g", "s"),
                lambda n: n["W"] - n["alpha"] * n["g"] / (math.sqrt(n["s"]) + 1e-8),
            ),
        ),
        r"\W := \W - \alpha\, \g / \sqrt{\s}",
        "The {what} go against their gradient, each divided by the size that it usually has.",
    ),
    Optimizer(
        "adam",
        "Adam",
        ("v", "s"),
        _adam,
        r"v \leftarrow 0.9\, v + 0.1\, dW, \quad s \leftarrow 0.999\, s + 0.001\, dW^2, \quad "
        r"W \leftarrow W - \alpha \frac{v / (1 - 0.9^t)}{\sqrt{s / (1 - 0.999^t)} + 10^{-8}}",
        (
            _VELOCITY,
            _squares("0.999", "0.001"),
            UpdateLine(
                "W",
                r"\W := \W - \alpha\, \frac{\v / (1 - 0.9^{t})}{\sqrt{\s / (1 - 0.999^{t})} + 10^{-8}}",
                "{W} - alpha * ({v} / (1 - 0.9**t)) / (np.sqrt({s} / (1 - 0.999**t)) + 1e-8)",
                "{W} − {alpha} · ({v} / (1 − 0.9^{t})) / (√({s} / (1 − 0.999^{t})) + 1e-8)",
                ("W", "v", "s"),
                lambda n: (
                    n["W"]
                    - n["alpha"]
                    * (n["v"] / (1 - 0.9 ** n["t"]))
                    / (math.sqrt(n["s"] / (1 - 0.999 ** n["t"])) + 1e-8)
                ),
            ),
        ),
        r"\W := \W - \alpha\, \v / \sqrt{\s} \cdots",
        "The {what} go against the average of their gradients, each divided by its usual size.",
    ),
)

OPTIMIZERS: dict[str, Optimizer] = {row.key: row for row in _ROWS}
