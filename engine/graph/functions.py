"""The table of functions: how each is typed, what it computes and its local derivatives.

How they look is in `engine.graph.looks`. A new function is one row here and one there.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass

from engine.graph import operations as on
from engine.graph.operations import Slopes


@dataclass(frozen=True)
class Function:
    """sign: as typed, "+" or "log"; "" for what is never typed. least, most: how many operands.

    value(operands...) gives a float. slopes(operands..., result) gives the local derivative by each operand, nan
    where there is none. precedence: of a sign, a higher one binds more tightly; 0 for a name with brackets.
    """

    key: str
    sign: str
    least: int
    most: int
    value: Callable[..., float]
    slopes: Callable[..., Slopes]
    precedence: int = 0
    is_commutative: bool = False


_ROWS = (
    Function("add", "+", 2, 2, operator.add, lambda a, b, r: (1.0, 1.0), 1, is_commutative=True),
    Function("subtract", "-", 2, 2, operator.sub, lambda a, b, r: (1.0, -1.0), 1),
    Function("multiply", "*", 2, 2, operator.mul, lambda a, b, r: (b, a), 2, is_commutative=True),
    Function("divide", "/", 2, 2, on.divide, on.divide_slopes, 2),
    Function("negate", "-", 1, 1, operator.neg, lambda a, r: (-1.0,), 3),
    Function("power", "**", 2, 2, on.power, on.power_slopes, 4),
    Function("identity", "", 1, 1, float, lambda a, r: (1.0,)),
    Function("exp", "exp", 1, 1, math.exp, lambda a, r: (r,)),
    Function("log", "log", 1, 1, on.log, lambda a, r: (1 / a,)),
    Function("sqrt", "sqrt", 1, 1, on.sqrt, on.sqrt_slopes),
    Function("sin", "sin", 1, 1, math.sin, lambda a, r: (math.cos(a),)),
    Function("cos", "cos", 1, 1, math.cos, lambda a, r: (-math.sin(a),)),
    Function("sigmoid", "sigmoid", 1, 1, on.sigmoid, lambda a, r: (r * (1 - r),)),
    Function("tanh", "tanh", 1, 1, math.tanh, lambda a, r: (1 - r * r,)),
    Function("relu", "relu", 1, 1, on.relu, on.relu_slopes),
    Function("leaky_relu", "leaky_relu", 1, 2, on.leaky_relu, on.leaky_relu_slopes),
    Function("max", "max", 2, 2, max, on.maximum_slopes),
    Function("min", "min", 2, 2, min, on.minimum_slopes),
    Function("abs", "abs", 1, 1, abs, on.absolute_slopes),
)

FUNCTIONS: dict[str, Function] = {row.key: row for row in _ROWS}

# By what is typed.
CALLED: dict[str, Function] = {row.sign: row for row in _ROWS if row.sign.isidentifier()}
BINARY: dict[str, Function] = {row.sign: row for row in _ROWS if row.precedence and row.least == 2}
NEGATE = FUNCTIONS["negate"]
