"""Examples as the plan wants them: one contiguous row each, with a column of ones behind the inputs.

A batch is then `rows[a:b].T`, of shape (n[0] + 1, m) with a last row of ones, without copying; its product
with [W | b] gives Z with the bias in it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network import Network, ShapeError
from engine.rows import Rows, with_ones

Array = NDArray[np.floating]


class Examples:
    """m training examples, then m_test test examples: `rows` (m + m_test, n[0] + 1), `labels` (m + m_test, n[L])."""

    def __init__(self, rows: Rows, labels: Rows, m: int) -> None:
        self.rows = rows
        self.labels = labels
        self.m = m
        self.m_test: int = rows.m - m

    @classmethod
    def fitting(cls, network: Network, rows: Rows, labels: Rows, m: int) -> Examples:
        """These rows themselves, uncopied where they have the network's dtype. Raises ShapeError."""
        sizes = network.spec.sizes
        if (rows.n, labels.n) != (sizes[0] + 1, sizes[-1]):
            found, needed = f"({rows.n - 1}, m) and ({labels.n}, m)", f"({sizes[0]}, m) and ({sizes[-1]}, m)"
            raise ShapeError(f"X and Y have shapes {found}, they must have shapes {needed}")
        if network.dtype != rows.values.dtype:
            rows, labels = rows.laid_out(network.dtype), labels.laid_out(network.dtype)
        return cls(rows, labels, m)

    @classmethod
    def checked(
        cls,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        X_test: ArrayLike | None = None,
        Y_test: ArrayLike | None = None,
    ) -> Examples:
        """Copies in the network's dtype. Raises ShapeError; test examples may be None or have no column."""
        X, Y = network.as_examples(X, Y)
        m = X.shape[1]
        if X_test is not None and Y_test is not None and np.shape(X_test)[-1:] != (0,):
            X_test, Y_test = network.as_examples(X_test, Y_test, "_test")
            X, Y = np.hstack((X, X_test)), np.hstack((Y, Y_test))
        return cls(Rows(with_ones(X, network.dtype)), Rows(Y.T.copy()), m)

    @property
    def X(self) -> Array:
        """The training inputs, (n[0], m): a view where the rows are laid out, of a large table a copy."""
        return self.rows.part(slice(0, self.m))[:, :-1].T

    @property
    def Y(self) -> Array:
        """The training labels, (n[L], m): a view, or of a large table a copy."""
        return self.labels.part(slice(0, self.m)).T

    def taken(self, chosen: NDArray[np.integer]) -> tuple[Array, Array]:
        """X (n[0], k) and Y (n[L], k) of these examples, copied."""
        return self.rows.part(chosen)[:, :-1].T, self.labels.part(chosen).T

    def sample(self, most: int) -> tuple[Array, Array]:
        """X and Y of at most so many evenly taken training examples, copied."""
        return self.taken(np.arange(0, self.m, -(-self.m // most)))

    def mean_input(self) -> Array:
        """The mean of X over the training examples, (n[0],)."""
        sums = [rows[:, :-1].T.sum(axis=1) for rows in self.rows.parts(self.m)]
        return np.asarray(np.sum(sums, axis=0) / self.m)
