"""The loop that a student writes after the notes: dictionaries, one NumPy expression a formula.

It is what the engine is measured against, so it must be a fair one: no cost is computed while training,
nothing is converted or copied needlessly, and no derivative is computed that is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
Arrays = dict[str, Array]


def sigmoid(Z: Array) -> Array:
    """1/(1 + e^-z)."""
    return 1 / (1 + np.exp(-Z))


def softmax(Z: Array) -> Array:
    """e^z over the sum of its column."""
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)


def relu(Z: Array) -> Array:
    """max(0, z)."""
    return np.maximum(0, Z)


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "sigmoid": sigmoid,
    "softmax": softmax,
    "tanh": np.tanh,
    "relu": relu,
}


def slope(activation: str, A: Array) -> Array:
    """g'(Z), from A."""
    if activation == "tanh":
        return 1 - A**2
    if activation == "relu":
        return A > 0
    return A * (1 - A)


def initialize(sizes: Sequence[int], dtype: str, seed: int) -> Arrays:
    """W1, b1, W2, b2 ... in a dictionary."""
    generator = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(sizes)):
        W = generator.standard_normal((sizes[l], sizes[l - 1])) * np.sqrt(1 / sizes[l - 1])
        parameters[f"W{l}"] = W.astype(dtype)
        parameters[f"b{l}"] = np.zeros((sizes[l], 1), dtype)
    return parameters


def forward(X: Array, parameters: Arrays, activations: Sequence[str]) -> Arrays:
    """Z and A of every layer in a dictionary."""
    cache = {"A0": X}
    for l, activation in enumerate(activations, start=1):
        cache[f"Z{l}"] = np.dot(parameters[f"W{l}"], cache[f"A{l - 1}"]) + parameters[f"b{l}"]
        cache[f"A{l}"] = ACTIVATIONS[activation](cache[f"Z{l}"])
    return cache


def backward(Y: Array, cache: Arrays, parameters: Arrays, activations: Sequence[str]) -> Arrays:
    """dW and db of every layer; dA of the inputs is left out."""
    L, m = len(activations), Y.shape[1]
    gradients = {}
    dZ = cache[f"A{L}"] - Y
    for l in range(L, 0, -1):
        gradients[f"dW{l}"] = np.dot(dZ, cache[f"A{l - 1}"].T) / m
        gradients[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = np.dot(parameters[f"W{l}"].T, dZ)
            dZ = dA * slope(activations[l - 2], cache[f"A{l - 1}"])
    return gradients


def update(parameters: Arrays, gradients: Arrays, alpha: float) -> None:
    """Gradient descent, in place."""
    for l in range(1, len(parameters) // 2 + 1):
        parameters[f"W{l}"] -= alpha * gradients[f"dW{l}"]
        parameters[f"b{l}"] -= alpha * gradients[f"db{l}"]


class Adam:
    """Adam array by array, as it is usually written down."""

    def __init__(self, parameters: Arrays) -> None:
        self.v = {key: np.zeros_like(value) for key, value in parameters.items()}
        self.s = {key: np.zeros_like(value) for key, value in parameters.items()}
        self.t = 0

    def update(self, parameters: Arrays, gradients: Arrays, alpha: float) -> None:
        """One update, in place."""
        self.t += 1
        for key in parameters:
            gradient = gradients["d" + key]
            self.v[key] = 0.9 * self.v[key] + 0.1 * gradient
            self.s[key] = 0.999 * self.s[key] + 0.001 * gradient**2
            v = self.v[key] / (1 - 0.9**self.t)
            s = self.s[key] / (1 - 0.999**self.t)
            parameters[key] -= alpha * v / (np.sqrt(s) + 1e-8)


def batches(X: Array, Y: Array, size: int, generator: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Shuffled mini-batches for ever; the full batch as it is."""
    m = X.shape[1]
    while True:
        if size < m:
            order = generator.permutation(m)
            X_shuffled, Y_shuffled = X[:, order], Y[:, order]
        else:
            X_shuffled, Y_shuffled = X, Y
        for start in range(0, m, size):
            yield X_shuffled[:, start : start + size], Y_shuffled[:, start : start + size]


class Textbook:
    """The loop itself, on batches of X (n[0], m), Y (n[L], m)."""

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        X: Array,
        Y: Array,
        batch_size: int,
        alpha: float,
        dtype: str,
        adam: bool = False,
    ) -> None:
        self.activations = activations
        self.alpha = alpha
        self.parameters = initialize(sizes, dtype, seed=0)
        self.batches = batches(X.astype(dtype), Y.astype(dtype), batch_size, np.random.default_rng(0))
        self.adam = Adam(self.parameters) if adam else None

    def run(self, n: int) -> None:
        """Make n updates."""
        for _ in range(n):
            X, Y = next(self.batches)
            cache = forward(X, self.parameters, self.activations)
            gradients = backward(Y, cache, self.parameters, self.activations)
            if self.adam is None:
                update(self.parameters, gradients, self.alpha)
            else:
                self.adam.update(self.parameters, gradients, self.alpha)
