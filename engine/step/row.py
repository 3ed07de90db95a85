"""The words of a tape: one operation of an update with its formula, NumPy line, operands, result and meaning.

Everything here is frozen and knows no drawing: the window, the terminal and printed sheets read the same rows.
Names: `symbol` is one of Z A J dA dZ dW db W b; layers count from 1; cells (k, i) count from 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.step.expansion import Expansion

Array = NDArray[np.floating]
Phase = Literal["forward", "cost", "backward", "update"]
PHASES: tuple[Phase, ...] = ("forward", "cost", "backward", "update")


@dataclass(frozen=True, eq=False)
class Operand:
    """One array of an equation, 2-D, as it stands there (a transposed one is transposed already).

    name: plain text such as "dZ[1]" or "X'"; latex: r"dZ^{[1]}"; variable: what it is called in the NumPy lines:
    "dZ1", "X.T", or the expression that gives it, "(A1 * (1 - A1))". symbol and layer say whose numbers they are
    ("X" and layer 0 for the inputs, "Y" for the labels, "g'" for slopes, "vW", "sb" for an optimiser's memory).
    """

    name: str
    latex: str
    variable: str
    symbol: str
    layer: int
    array: Array
    is_transposed: bool = False


@dataclass(frozen=True, eq=False)
class Equation:
    """result = operands joined as `layout` says.

    layout: what stands right of "=": an int is an operand's index, a str a sign or a short factor, for example
    ("1/m", 0, "·", 1). formula: the whole as LaTeX; numpy: the line (or lines) that really compute
    `result.variable` from the operands' variables; shapes: "(3, 1)(1, 2) → (3, 2)"; broadcast: a sentence, or "";
    expand(k, i): the sum behind one cell of the result.
    """

    formula: str
    numpy: str
    layout: tuple[str | int, ...]
    operands: tuple[Operand, ...]
    result: Operand
    shapes: str
    broadcast: str
    expand: Callable[[int, int], Expansion]
    note: str = ""


@dataclass(frozen=True)
class Remark:
    """Something about these very numbers: unit k (from 0) of layer l, or the whole row where k is None.

    kind: "dead", "saturated", "rounded", "per_example" or "mean", for icons and filters.
    """

    kind: str
    text: str
    k: int | None = None


@dataclass(frozen=True, eq=False)
class Row:
    """One operation of the tape. `index` counts from 0.

    brief: LaTeX for a list, short. equations: usually one; `main` is the one whose result is the row's value (of an
    optimiser with memory the moments come first; of dZ[L] the full chain stands behind the shortcut that is used).
    meaning: one short sentence. whys: keys of `engine.step.whys.WHYS` that a reader of this row may ask.
    """

    index: int
    symbol: str
    layer: int
    phase: Phase
    brief: str
    equations: tuple[Equation, ...]
    main: int
    meaning: str
    remarks: tuple[Remark, ...] = ()
    whys: tuple[str, ...] = ()

    @property
    def equation(self) -> Equation:
        """The equation whose result the update goes on with."""
        return self.equations[self.main]

    @property
    def value(self) -> Array:
        """The result, 2-D; J is (1, 1)."""
        return self.equation.result.array

    @property
    def numpy(self) -> str:
        """The NumPy lines that the update goes on with: those of the main equation and of what stands before it."""
        return "\n".join(equation.numpy for equation in self.equations[: self.main + 1])

    @property
    def name(self) -> str:
        """Plain text: "dW[1]", "J"."""
        return self.symbol if self.symbol == "J" else f"{self.symbol}[{self.layer}]"
