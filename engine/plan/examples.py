"""Examples as the plan wants them: one contiguous row each, with a column of ones behind the inputs.

A batch is then `rows[a:b].T`, of shape (n[0] + 1, m) with a last row of ones, without copying; its product
with [W | b] gives Z with the bias in it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network import Network

Array = NDArray[np.floating]


class Examples:
    """Training examples first, then test examples: X_rows (m + m_test, n[0] + 1), Y_rows (m + m_test, n[L])."""

    def __init__(self, X: Array, Y: Array, X_test: Array | None, Y_test: Array | None) -> None:
        self.m = X.shape[1]
        self.m_test = 0 if X_test is None else X_test.shape[1]
        self.X_rows: Array = np.ones((self.m + self.m_test, X.shape[0] + 1), X.dtype)
        self.Y_rows: Array = np.empty((self.m + self.m_test, Y.shape[0]), Y.dtype)
        self.X_rows[: self.m, :-1] = X.T
        self.Y_rows[: self.m] = Y.T
        if X_test is not None and Y_test is not None:
            self.X_rows[self.m :, :-1] = X_test.T
            self.Y_rows[self.m :] = Y_test.T

    @classmethod
    def checked(
        cls,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        X_test: ArrayLike | None,
        Y_test: ArrayLike | None,
    ) -> Examples:
        """Examples in the network's dtype. Raises ShapeError; test examples may be None or have no column."""
        X, Y = network.as_examples(X, Y)
        if X_test is None or Y_test is None or np.shape(X_test)[-1:] == (0,):
            return cls(X, Y, None, None)
        return cls(X, Y, *network.as_examples(X_test, Y_test, "_test"))

    @property
    def X(self) -> Array:
        """The training inputs, (n[0], m): a view."""
        return self.X_rows[: self.m, :-1].T

    @property
    def Y(self) -> Array:
        """The training labels, (n[L], m): a view."""
        return self.Y_rows[: self.m].T
