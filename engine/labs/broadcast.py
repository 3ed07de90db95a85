"""NumPy's broadcasting of two shapes: which axis stretches, what comes out, and which axis is to blame.

The rule: the shapes are written with their last axes one below the other, missing axes in front count as 1; on every
axis the lengths must be equal, or one of them 1, and that one acts as if repeated. Nothing is copied.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.labs.shape_text import Shape, shape_text

Array = NDArray[np.floating]
Fit = Literal["same", "left", "right", "clash"]
MOST_AXES, MOST_NUMBERS = 4, 100_000
OPERATORS: dict[str, Callable[[Array, Array], Array]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
}


@dataclass(frozen=True)
class AxisFit:
    """One axis of the result. left, right: the operands' lengths, None for an axis that the shape does not have.

    fit: "same", the side that stretches, or "clash". result: the length that comes out, None for a clash.
    """

    left: int | None
    right: int | None
    fit: Fit

    @property
    def result(self) -> int | None:
        """The length of the result along this axis."""
        return None if self.fit == "clash" else max(self.left or 1, self.right or 1)


@dataclass(frozen=True)
class Broadcast:
    """Two shapes and their axes, those of the result in its order."""

    left: Shape
    right: Shape
    axes: tuple[AxisFit, ...]

    @property
    def result(self) -> Shape | None:
        """The shape that comes out, None where the two don't fit."""
        lengths = [axis.result for axis in self.axes]
        return None if None in lengths else tuple(length for length in lengths if length is not None)

    @property
    def blamed(self) -> tuple[int, ...]:
        """The axes that don't fit, counted from 0 with the last axes one below the other."""
        return tuple(i for i, axis in enumerate(self.axes) if axis.fit == "clash")


def broadcast(left: Shape, right: Shape) -> Broadcast:
    """How two shapes fit."""
    pairs = list(zip_longest(reversed(left), reversed(right)))
    return Broadcast(left, right, tuple(AxisFit(a, b, _fit(a, b)) for a, b in reversed(pairs)))


def compute(left: Array, right: Array, operator: str) -> tuple[Array | None, str]:
    """What NumPy makes of left operator right: the result and "", or None and NumPy's own error text."""
    try:
        return OPERATORS[operator](left, right), ""
    except ValueError as error:
        return None, str(error).strip()


def require_small(left: Shape, right: Shape) -> None:
    """Raise ValueError for shapes that are too long to be computed while somebody types."""
    for shape in (left, right, broadcast(left, right).result or ()):
        if len(shape) > MOST_AXES:
            raise ValueError(f"{shape_text(shape)} has {len(shape)} axes; at most {MOST_AXES} are shown here")
        if math.prod(shape) > MOST_NUMBERS:
            raise ValueError(
                f"{shape_text(shape)} is {math.prod(shape)} numbers; at most {MOST_NUMBERS} here"
            )


def sentences(fit: Broadcast) -> tuple[str, ...]:
    """What happens on every axis that stretches, the last axis first: NumPy begins there. Or which axis is to blame."""
    said = [
        _sentence(axis, number, fit)
        for number, axis in enumerate(fit.axes)
        if not fit.blamed or number in fit.blamed
    ]
    told = tuple(text for text in reversed(said) if text)
    return told or ("The shapes are the same: nothing stretches.",)


def _sentence(axis: AxisFit, number: int, fit: Broadcast) -> str:
    if axis.fit == "same":
        return ""
    if axis.fit == "clash":
        return f"Axis {number} is to blame: {axis.left} against {axis.right}. They must be equal, or one of them 1."
    is_left = axis.fit == "left"
    own, other = (axis.left, axis.right) if is_left else (axis.right, axis.left)
    if own is not None:
        return f"Axis {number}: the 1 of the {axis.fit} array stretches to {other}."
    shape = shape_text(fit.left if is_left else fit.right)
    return f"Axis {number}: {shape} has none, so it gets a 1 in front, which stretches to {other}."


def _fit(left: int | None, right: int | None) -> Fit:
    # A length of 1 beside a missing axis: nothing is repeated.
    if (left or 1) == (right or 1):
        return "same"
    if (left or 1) == 1:
        return "left"
    return "right" if (right or 1) == 1 else "clash"
