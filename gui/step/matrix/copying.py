"""A matrix as text for other programs: NumPy code or a table with commas, in full precision. No Qt."""

from __future__ import annotations

import math

import numpy as np

from engine.step.row import Array, Operand

MOST_CELLS = 120_000  # more would hold the window up; the command line writes them


def is_copied(operand: Operand) -> bool:
    """Whether the matrix is small enough for the clipboard."""
    return operand.array.size <= MOST_CELLS


def number_code(value: float) -> str:
    """A number that reads back as exactly itself: 0.1, -2e-07, np.nan."""
    if math.isnan(value):
        return "np.nan"
    if math.isinf(value):
        return "np.inf" if value > 0 else "-np.inf"
    return repr(float(value))


def numpy_code(operand: Operand) -> str:
    """`dW1 = np.array([[...]])`; the name is left out where it is an expression such as X.T."""
    name = f"{operand.variable} = " if operand.variable.isidentifier() else ""
    rows = _rows(operand.array)
    indent = " " * len(f"{name}np.array([")
    body = f",\n{indent}".join(f"[{', '.join(row)}]" for row in rows)
    return f"{name}np.array([{body}])"


def csv_text(array: Array) -> str:
    """One line for each row, commas between, a point as decimal sign."""
    return "".join(",".join(row).replace("np.", "") + "\n" for row in _rows(array))


def _rows(array: Array) -> list[list[str]]:
    write = repr if bool(np.isfinite(array).all()) else number_code
    return [[write(value) for value in row] for row in array.tolist()]
