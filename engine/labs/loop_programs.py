"""One update of logistic regression, written three times: two loops, one loop, none (C4).

The lab shows the bodies of these functions as they stand here: `engine.labs.loop_texts` keeps them, as a packaged
program has no source to read, and a test holds the two together.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def sigma(z: Any) -> Any:
    """The sigmoid, of a number or of an array."""
    return 1 / (1 + np.exp(-z))


def loss(a: Any, y: Any) -> Any:
    """Cross-entropy of one example, or of each."""
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def two_loops(w: Array, b: float, X: Array, Y: Array, alpha: float) -> tuple[Array, float, float]:
    """Over examples and features. w (n_x, 1), X (n_x, m), Y (1, m); gives the new w, the new b, and J before."""
    n_x, m = X.shape
    J = db = 0.0
    dw = np.zeros((n_x, 1))
    for i in range(m):
        x, y = X[:, i], Y[0, i]
        z = b
        for j in range(n_x):
            z += w[j, 0] * x[j]
        a = sigma(z)
        J += loss(a, y)
        dz = a - y
        for j in range(n_x):
            dw[j, 0] += x[j] * dz
        db += dz
    w = w - alpha * dw / m
    b = b - alpha * db / m
    return w, b, J / m


def one_loop(w: Array, b: float, X: Array, Y: Array, alpha: float) -> tuple[Array, float, float]:
    """Over examples; dw is a vector. Shapes and results as in `two_loops`."""
    n_x, m = X.shape
    J = db = 0.0
    dw = np.zeros((n_x, 1))
    for i in range(m):
        x = X[:, i : i + 1]
        y = Y[0, i]
        z = np.dot(w.T, x).item()
        a = sigma(z + b)
        J += loss(a, y)
        dz = a - y
        dw += x * dz
        db += dz
    w = w - alpha * dw / m
    b = b - alpha * db / m
    return w, b, J / m


def no_loop(w: Array, b: float, X: Array, Y: Array, alpha: float) -> tuple[Array, float, float]:
    """All examples at once. Shapes and results as in `two_loops`."""
    m = X.shape[1]
    Z = np.dot(w.T, X) + b
    A = sigma(Z)
    J = np.sum(loss(A, Y))
    dZ = A - Y
    dw = np.dot(X, dZ.T)
    db = np.sum(dZ)
    w = w - alpha * dw / m
    b = b - alpha * db / m
    return w, b, J / m
