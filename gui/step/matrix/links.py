"""Which rows and columns of an equation's matrices belong together, so that they are scrolled together. No Qt.

In W A the columns of W and the rows of A are the same units; in dZ Aᵀ they are the same examples.
"""

from __future__ import annotations

from collections.abc import Sequence

Shape = tuple[int, int]
PRODUCT = "·"


class _Axes:
    """Axis numbers that can be joined: each leads to the one that stands for its group."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, axis: int) -> int:
        while self._parents[axis] != axis:
            axis = self._parents[axis]
        return axis

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[high] = low


def linked_axes(shapes: Sequence[Shape], product: tuple[int, int] | None) -> list[tuple[int, int]]:
    """For each matrix the group of its rows and the group of its columns; the last matrix is the result.

    product: the two matrices of a matrix product, or None. Others join the result, element by element.
    """
    axes = _Axes(2 * len(shapes))
    result = len(shapes) - 1
    for matrix in range(result):
        if product is None or matrix not in product:
            for side in (0, 1):
                if shapes[matrix][side] == shapes[result][side]:
                    axes.join(2 * matrix + side, 2 * result + side)
    if product is not None:
        left, right = product
        axes.join(2 * left, 2 * result)
        axes.join(2 * right + 1, 2 * result + 1)
        axes.join(2 * left + 1, 2 * right)
    return [(axes.find(2 * matrix), axes.find(2 * matrix + 1)) for matrix in range(len(shapes))]


def product_in(layout: Sequence[str | int], shapes: Sequence[Shape]) -> tuple[int, int] | None:
    """The operands of the matrix product in a layout, the last shape being the result's; None where there is none."""
    rows, columns = shapes[-1]
    for before, sign, after in zip(layout, layout[1:], layout[2:], strict=False):
        if isinstance(before, int) and isinstance(after, int) and str(sign).strip() == PRODUCT:
            left, right = shapes[before], shapes[after]
            if left[0] == rows and right[1] == columns and left[1] == right[0]:
                return before, after
    return None
