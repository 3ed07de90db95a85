from __future__ import annotations

import math

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS

GRADIENTS = [0.5, -2.0, 0.25, 1e-3]
ALPHA = 0.1


def gradient_descent() -> float:
    w = 1.0
    for g in GRADIENTS:
        w -= ALPHA * g
    return w


def momentum() -> float:
    w, v = 1.0, 0.0
    for g in GRADIENTS:
        v = 0.9 * v + 0.1 * g
        w -= ALPHA * v
    return w


def rmsprop() -> float:
    w, s = 1.0, 0.0
    for g in GRADIENTS:
        s = 0.9 * s + 0.1 * g * g
        w -= ALPHA * g / (math.sqrt(s) + 1e-8)
    return w


def adam() -> float:
    w, v, s = 1.0, 0.0, 0.0
    for t, g in enumerate(GRADIENTS, start=1):
        v, s = 0.9 * v + 0.1 * g, 0.999 * s + 0.001 * g * g
        w -= ALPHA * (v / (1 - 0.9**t)) / (math.sqrt(s / (1 - 0.999**t)) + 1e-8)
    return w


BY_HAND = {f.__name__: f for f in (gradient_descent, momentum, rmsprop, adam)}


def test_that_the_table_holds_what_the_design_names() -> None:
    assert list(OPTIMIZERS) == list(BY_HAND)


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_that_four_updates_are_the_same_by_hand(key: str) -> None:
    row = OPTIMIZERS[key]
    theta = np.array([1.0, 1.0])
    state = {name: np.zeros(2) for name in row.memory}
    for t, g in enumerate(GRADIENTS, start=1):
        row.update(theta, np.array([g, 0.0]), state, ALPHA, t)
    assert theta[0] == pytest.approx(BY_HAND[key](), rel=1e-14)
    assert theta[1] == 1
