"""The building blocks of an update: which rows belong to which box, how far they are, and what is written. No Qt.

A box is ("forward", l), ("cost", L), ("slope", L), ("backward", l) or ("update", l). The slope of J is dA[L];
dA[l-1] is made by the backward box of layer l and handed to the left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.activations import ACTIVATIONS
from engine.optimizers import OPTIMIZERS
from engine.step.row import Row
from engine.step.tape import Tape

Key = tuple[str, int]
State = Literal["done", "current", "next"]
INPUTS = "X = A^{[0]}"


@dataclass(frozen=True)
class Block:
    """A box with its rows, first and last included."""

    kind: str
    layer: int
    first: int
    last: int

    @property
    def key(self) -> Key:
        """What tells boxes apart."""
        return self.kind, self.layer

    @property
    def title(self) -> str:
        """Its name in full."""
        if self.kind in ("cost", "slope"):
            return "Cost J" if self.kind == "cost" else "Slope of J"
        return f"Layer {self.layer} {self.kind}"

    @property
    def short_title(self) -> str:
        """For a narrow box: an arrow says the direction."""
        arrows = {"forward": f"Layer {self.layer} \u2192", "backward": f"\u2190 Layer {self.layer}"}
        return arrows.get(self.kind, self.title)

    def state(self, row: int) -> State:
        """How far it is while the tape stands at a row."""
        return "next" if row < self.first else "done" if row > self.last else "current"

    @property
    def steps(self) -> str:
        """Its rows, counted from 1."""
        if self.first == self.last:
            return f"step {self.first + 1}"
        return f"steps {self.first + 1}\u2013{self.last + 1}"


def blocks_of(tape: Tape) -> dict[Key, Block]:
    """The boxes of a tape in the order of its rows."""
    L = tape.moment.spec.L
    rows: dict[Key, list[int]] = {}
    for row in tape.rows:
        rows.setdefault(_key(row, L), []).append(row.index)
    return {key: Block(*key, min(indices), max(indices)) for key, indices in rows.items()}


def detail(tape: Tape, block: Block, row: int) -> str:
    """The small line in a box, J's value apart."""
    state = block.state(row)
    if state == "current":
        return f"step {row + 1} \u00b7 now {tape.rows[row].name}"
    if block.kind == "forward":
        layer = tape.moment.spec.layer(block.layer)
        return f"linear \u2192 {ACTIVATIONS[layer.activation].label}"
    if block.kind == "slope":
        return "start here"
    if block.kind == "update" and state == "next":
        return OPTIMIZERS[tape.moment.training.optimizer].label
    return "done" if state == "done" else block.steps


def short_detail(tape: Tape, block: Block, row: int) -> str:
    """The same for a narrow box."""
    state = block.state(row)
    if state == "current":
        return f"now {tape.rows[row].name}"
    if block.kind == "forward":
        return ACTIVATIONS[tape.moment.spec.layer(block.layer).activation].label
    if block.kind == "slope":
        return "start here"
    return "done" if state == "done" else block.steps.removeprefix("steps ")


def value_latex(symbol: str, layer: int) -> str:
    """An array that is handed on: A^{[1]}, dW^{[2]}."""
    return f"{symbol}^{{[{layer}]}}"


def cache_latex(layer: int) -> str:
    """What a layer's forward box keeps for its backward box."""
    return rf"Z^{{[{layer}]}},\, W^{{[{layer}]}},\, A^{{[{layer - 1}]}}"


def block_latex(tape: Tape) -> Iterator[str]:
    """Every formula of the picture."""
    yield from (INPUTS, value_latex("dA", 0))
    for l in range(1, tape.moment.spec.L + 1):
        yield cache_latex(l)
        yield from (value_latex(symbol, l) for symbol in ("A", "dA", "dW", "db"))


def _key(row: Row, L: int) -> Key:
    if row.phase in ("forward", "update"):
        return row.phase, row.layer
    if row.phase == "cost":
        return "cost", L
    if row.symbol == "dA":
        return ("slope", L) if row.layer == L else ("backward", row.layer + 1)
    return "backward", row.layer
