"""How a written-out update (`engine.step`) writes each cost: formulas, NumPy lines and single terms.

Where A has rounded to 0 or 1 the usual lines would divide by 0 or take log 0; each cost brings lines that start
from Z for that case, and the same numbers come out. In LaTeX \\A stands for A[L]; in NumPy {A} and {Z}.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

# Limits that keep 1/a and e^z inside the doubles: beyond them the product with the slope is the same.
SMALLEST = 1e-300
LARGEST_POWER = 690.0


@dataclass(frozen=True)
class LossLine:
    """J = factor/m times the sum of term(z, a, y, log_sum) over units and examples; log_sum is log sum_j e^z_j.

    numpy: J without the penalty; written: one term with its numbers {z}, {a}, {y}, {log_sum}; total(A, Y): the sum
    of all terms as the NumPy line computes it (of a line from Z nobody asks for it).
    """

    factor: float
    numpy: str
    written: str
    term: Callable[[float, float, float, float], float]
    total: Callable[[Array, Array], float] | None = None


@dataclass(frozen=True)
class ArrayLine:
    """An array of Z, A and Y, (n[L], m): the NumPy expression, one cell with its numbers, and the arithmetic."""

    numpy: str
    written: str
    compute: Callable[[Array, Array, Array], Array]


@dataclass(frozen=True)
class CostLines:
    """formula, brief: J; dA_formula, dA_brief: dA[L], LaTeX. dA and slope where A has rounded: the *_from_Z.

    slope_from_Z stands in for g'(Z), or for A itself where the output is a softmax. None: the usual line always does.
    only_labelled: terms of units with y = 0 vanish and are left out.
    """

    formula: str
    brief: str
    dA_formula: str
    dA_brief: str
    J: LossLine
    dA: ArrayLine
    J_from_Z: LossLine | None = None
    dA_from_Z: ArrayLine | None = None
    slope_from_Z: ArrayLine | None = None
    only_labelled: bool = False


def _power(Z: Array) -> Array:
    """1 + e^z, cut off where it would overflow."""
    return np.asarray(1 + np.exp(np.minimum(Z, LARGEST_POWER)))


def _log(value: float) -> float:
    return math.log(value) if value > 0 else -math.inf


def _cross_entropy_term(z: float, a: float, y: float, log_sum: float) -> float:
    return (y * _log(a) if y else 0.0) + ((1 - y) * _log(1 - a) if y != 1 else 0.0)


def _cross_entropy_term_from_z(z: float, a: float, y: float, log_sum: float) -> float:
    return max(z, 0.0) - y * z + math.log1p(math.exp(-abs(z)))


BINARY_LINES = CostLines(
    formula=r"-\frac{1}{m} \sum \left( Y \log \A + (1 - Y) \log (1 - \A) \right)",
    brief=r"-\frac{1}{m} \sum \left( Y \log \A + \cdots \right)",
    dA_formula=r"-\frac{Y}{\A} + \frac{1 - Y}{1 - \A}",
    dA_brief=r"-Y / \A + \cdots",
    J=LossLine(
        -1,
        "-(1 / m) * np.sum(Y * np.log({A}) + (1 - Y) * np.log(1 - {A}))",
        "{y} · log({a}) + (1 − {y}) · log(1 − {a})",
        _cross_entropy_term,
        lambda A, Y: float(np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))),
    ),
    J_from_Z=LossLine(
        1,
        "(1 / m) * np.sum(np.maximum({Z}, 0) - Y * {Z} + np.log1p(np.exp(-np.abs({Z}))))",
        "max(0, {z}) − {y} · {z} + log(1 + e^(−|{z}|))",
        _cross_entropy_term_from_z,
    ),
    dA=ArrayLine(
        "-Y / {A} + (1 - Y) / (1 - {A})",
        "−{y} / {a} + (1 − {y}) / (1 − {a})",
        lambda Z, A, Y: -Y / A + (1 - Y) / (1 - A),
    ),
    dA_from_Z=ArrayLine(
        "(1 - Y) * (1 + np.exp(np.minimum({Z}, 690))) - Y * (1 + np.exp(np.minimum(-{Z}, 690)))",
        "(1 − {y}) · (1 + e^({z})) − {y} · (1 + e^(−{z}))",
        lambda Z, A, Y: (1 - Y) * _power(Z) - Y * _power(-Z),
    ),
    slope_from_Z=ArrayLine(
        "(1 / ((1 + np.exp(np.minimum({Z}, 690))) * (1 + np.exp(np.minimum(-{Z}, 690)))))",
        "1 / ((1 + e^({z})) · (1 + e^(−{z})))",
        lambda Z, A, Y: 1 / (_power(Z) * _power(-Z)),
    ),
)

CATEGORICAL_LINES = CostLines(
    formula=r"-\frac{1}{m} \sum_{i} \sum_{k} Y \log \A",
    brief=r"-\frac{1}{m} \sum \sum Y \log \A",
    dA_formula=r"-\frac{Y}{\A}",
    dA_brief=r"-Y / \A",
    J=LossLine(
        -1,
        "-(1 / m) * np.sum(Y * np.log({A}))",
        "{y} · log({a})",
        lambda z, a, y, log_sum: y * _log(a),
        lambda A, Y: float(np.sum(Y * np.log(A))),
    ),
    J_from_Z=LossLine(
        -1,
        "-(1 / m) * np.sum(Y * ({Z} - {Z}.max(axis=0) "
        "- np.log(np.sum(np.exp({Z} - {Z}.max(axis=0)), axis=0))))",
        "{y} · ({z} − {log_sum})",
        lambda z, a, y, log_sum: y * (z - log_sum),
    ),
    dA=ArrayLine("-Y / {A}", "−{y} / {a}", lambda Z, A, Y: -Y / A),
    dA_from_Z=ArrayLine(
        "-Y / np.maximum({A}, 1e-300)",
        "−{y} / max({a}, 1e-300)",
        lambda Z, A, Y: -Y / np.maximum(A, SMALLEST),
    ),
    slope_from_Z=ArrayLine(
        "np.maximum({A}, 1e-300)", "max({a}, 1e-300)", lambda Z, A, Y: np.maximum(A, SMALLEST)
    ),
    only_labelled=True,
)

SQUARED_LINES = CostLines(
    formula=r"\frac{1}{2m} \sum \left( \A - Y \right)^{2}",
    brief=r"\frac{1}{2m} \sum \left( \A - Y \right)^{2}",
    dA_formula=r"\A - Y",
    dA_brief=r"\A - Y",
    J=LossLine(
        0.5,
        "(1 / (2 * m)) * np.sum(({A} - Y) ** 2)",
        "({a} − {y})²",
        lambda z, a, y, log_sum: (a - y) * (a - y),  # ** raises an error where this is infinite
        lambda A, Y: float(np.sum((A - Y) ** 2)),
    ),
    dA=ArrayLine("{A} - Y", "{a} − {y}", lambda Z, A, Y: A - Y),
)
