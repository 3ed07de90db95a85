"""One update by gradient descent in plain Python loops over single numbers: no engine, no NumPy."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

Rows = list[list[float]]

G: dict[str, Callable[[float], float]] = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: z if z > 0 else 0.0,
    "linear": lambda z: z,
}
SLOPE: dict[str, Callable[[float], float]] = {
    "sigmoid": lambda z: G["sigmoid"](z) * (1 - G["sigmoid"](z)),
    "tanh": lambda z: 1 - math.tanh(z) ** 2,
    "relu": lambda z: 1.0 if z >= 0 else 0.0,
    "linear": lambda z: 1.0,
}


@dataclass
class Pass:
    """Lists by layer, entry 0 the inputs; Z[l][k][i], W[l][k][j], b[l][k]."""

    Z: list[Rows] = field(default_factory=lambda: [[]])
    A: list[Rows] = field(default_factory=list)
    J: float = 0.0


@dataclass
class Update:
    before: Pass
    after: Pass
    dZ: list[Rows]
    dW: list[Rows]
    db: list[list[float]]
    W: list[Rows]
    b: list[list[float]]


def forward(X: Rows, Y: Rows, W: list[Rows], b: list[list[float]], g: list[str], cost: str) -> Pass:
    """W, b, g: layer 1 first. cost: "cross_entropy" or "squared_error"."""
    done = Pass(A=[X])
    m = len(X[0])
    for W_l, b_l, g_l in zip(W, b, g, strict=True):
        A = done.A[-1]
        Z = []
        for k in range(len(W_l)):
            row = []
            for i in range(m):
                z = b_l[k]
                for j in range(len(A)):
                    z += W_l[k][j] * A[j][i]
                row.append(z)
            Z.append(row)
        done.Z.append(Z)
        done.A.append([[G[g_l](z) for z in row] for row in Z])
    for k, row in enumerate(done.A[-1]):
        for i, a in enumerate(row):
            y = Y[k][i]
            if cost == "cross_entropy":
                done.J -= (y * math.log(a) + (1 - y) * math.log(1 - a)) / m
            else:
                done.J += (a - y) ** 2 / (2 * m)
    return done


def one_update(
    X: Rows, Y: Rows, W: list[Rows], b: list[list[float]], g: list[str], cost: str, alpha: float
) -> Update:
    """Forward, backward and one step downhill."""
    before = forward(X, Y, W, b, g, cost)
    m, L = len(X[0]), len(W)
    dZ: list[Rows] = [[] for _ in range(L + 1)]
    for l in range(L, 0, -1):
        for k in range(len(W[l - 1])):
            row = []
            for i in range(m):
                if l == L:
                    dA = before.A[L][k][i] - Y[k][i]
                    slope = 1.0 if cost == "cross_entropy" else SLOPE[g[L - 1]](before.Z[L][k][i])
                else:
                    dA = sum(W[l][p][k] * dZ[l + 1][p][i] for p in range(len(W[l])))
                    slope = SLOPE[g[l - 1]](before.Z[l][k][i])
                row.append(dA * slope)
            dZ[l].append(row)
    dW: list[Rows] = [[]]
    db: list[list[float]] = [[]]
    for l in range(1, L + 1):
        A = before.A[l - 1]
        dW.append(
            [
                [sum(dZ[l][k][i] * A[j][i] for i in range(m)) / m for j in range(len(A))]
                for k in range(len(dZ[l]))
            ]
        )
        db.append([sum(row) / m for row in dZ[l]])
    new_W = [
        [[w - alpha * d for w, d in zip(*rows, strict=True)] for rows in zip(W[l], dW[l + 1], strict=True)]
        for l in range(L)
    ]
    new_b = [[v - alpha * d for v, d in zip(b[l], db[l + 1], strict=True)] for l in range(L)]
    return Update(before, forward(X, Y, new_W, new_b, g, cost), dZ, dW, db, new_W, new_b)
