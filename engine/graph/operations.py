"""What the functions of a graph do with numbers: values and local derivatives. Plain floats, nothing vectorised.

A value that doesn't exist raises DomainFault; one that is too large comes back as inf or raises OverflowError. A
slope that doesn't exist is nan. Slopes take the operands and then the result, and give one number for each operand.
"""

from __future__ import annotations

import math

from engine.graph.fault import DomainFault
from engine.graph.number_text import number_words

LEAKY_SLOPE = 0.01

Slopes = tuple[float, ...]


def divide(a: float, b: float) -> float:
    """a / b."""
    if b == 0:
        raise DomainFault(f"{number_words(a)} divided by 0: only by numbers other than 0")
    return a / b


def divide_slopes(a: float, b: float, r: float) -> Slopes:
    """1/b and -a/b^2."""
    return 1 / b, -(r / b)


def power(a: float, b: float) -> float:
    """a ** b as in Python, real numbers only; 0 ** 0 is 1."""
    if a == 0 and b < 0:
        raise DomainFault(f"0 to the power {number_words(b)} divides by 0: only powers from 0 on")
    if a < 0 and not b.is_integer():
        raise DomainFault(f"{number_words(a)} to the power {number_words(b)}: only of numbers from 0 on")
    return math.pow(a, b)


def power_slopes(a: float, b: float, r: float) -> Slopes:
    """b a^(b-1) and a^b log a. At a = 0 the second is the slope of 0^b, which is 0 for every b > 0."""
    if a > 0:
        return b * math.pow(a, b - 1), r * math.log(a)
    if a < 0:
        return b * math.pow(a, b - 1), math.nan
    by_base = 0.0 if b == 0 or b > 1 else 1.0 if b == 1 else math.nan
    return by_base, 0.0 if b > 0 else math.nan


def log(a: float) -> float:
    """The natural logarithm."""
    if a <= 0:
        raise DomainFault(f"log of {number_words(a)}: only of numbers above 0")
    return math.log(a)


def sqrt(a: float) -> float:
    """The square root."""
    if a < 0:
        raise DomainFault(f"sqrt of {number_words(a)}: only of numbers from 0 on")
    return math.sqrt(a)


def sqrt_slopes(a: float, r: float) -> Slopes:
    """1/(2 sqrt a); at 0 it is infinite."""
    return (1 / (2 * r) if r > 0 else math.nan,)


def sigmoid(a: float) -> float:
    """1/(1 + e^-a), written so that no exponential overflows."""
    return 1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))


def relu(a: float) -> float:
    """max(0, a)."""
    return max(a, 0.0)


def relu_slopes(a: float, r: float) -> Slopes:
    """1 from 0 on, as in the notes."""
    return (1.0 if a >= 0 else 0.0,)


def leaky_relu(a: float, slope: float = LEAKY_SLOPE) -> float:
    """a from 0 on, slope * a below."""
    return a if a >= 0 else slope * a


def leaky_relu_slopes(a: float, *rest: float) -> Slopes:
    """By a: 1 from 0 on, else the slope; by the slope: a below 0, else 0."""
    if len(rest) == 1:
        return (1.0 if a >= 0 else LEAKY_SLOPE,)
    return (1.0, 0.0) if a >= 0 else (rest[0], a)


def maximum_slopes(a: float, b: float, r: float) -> Slopes:
    """1 for the larger one; at a tie for the first."""
    return (1.0, 0.0) if a >= b else (0.0, 1.0)


def minimum_slopes(a: float, b: float, r: float) -> Slopes:
    """1 for the smaller one; at a tie for the first."""
    return (1.0, 0.0) if a <= b else (0.0, 1.0)


def absolute_slopes(a: float, r: float) -> Slopes:
    """The sign of a; 0 at 0."""
    return (math.copysign(1.0, a) if a else 0.0,)
