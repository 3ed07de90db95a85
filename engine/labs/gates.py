"""The lab of gates (C8): parity by a tree of XOR gates, against one hidden layer of AND gates.

Circuit theory: with AND, OR and NOT, parity of n inputs takes depth log2 n and a number of gates that grows with n, or
one hidden layer of 2^(n-1) gates. This says nothing about ReLU units: n of them in one layer compute parity exactly
(`relu_parity`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

Bits = tuple[int, ...]
LEAST, MOST = 2, 16
GATES_OF_XOR = 4  # OR, AND, NOT, AND


@dataclass(frozen=True)
class Signal:
    """What leaves one place of a level: a gate, or a signal that is handed on where it has no partner.

    sources: its places in the level before.
    """

    kind: Literal["input", "xor", "handed"]
    sources: tuple[int, ...] = ()


Tree = tuple[tuple[Signal, ...], ...]


def tree(n: int) -> Tree:
    """The levels of the tree, the n inputs first, one signal last."""
    levels = [tuple(Signal("input") for _ in range(n))]
    while len(levels[-1]) > 1:
        count = len(levels[-1])
        pairs = [Signal("xor", (i, i + 1)) for i in range(0, count - 1, 2)]
        levels.append((*pairs, *([Signal("handed", (count - 1,))] if count % 2 else [])))
    return tuple(levels)


def depth(n: int) -> int:
    """How many XOR gates stand one behind the other: log2 n, rounded up."""
    return len(tree(n)) - 1


def gate_count(n: int) -> int:
    """XOR gates of the tree, counted."""
    return sum(signal.kind == "xor" for level in tree(n) for signal in level)


def xor(a: int, b: int) -> int:
    """(a OR b) AND NOT (a AND b)."""
    return (a | b) & (1 - (a & b))


def run_tree(bits: Bits) -> tuple[Bits, ...]:
    """The values on every level, the inputs first."""
    values = [bits]
    for level in tree(len(bits))[1:]:
        before = values[-1]
        values.append(tuple(_value(signal, before) for signal in level))
    return tuple(values)


def _value(signal: Signal, before: Bits) -> int:
    inputs = [before[place] for place in signal.sources]
    return xor(*inputs) if signal.kind == "xor" else inputs[0]


@lru_cache(maxsize=MOST)
def flat_gates(n: int) -> NDArray[np.int64]:
    """The one hidden layer: an AND gate for each input with an odd number of ones, which it alone answers with 1.

    Each is the number that its pattern is in binary: a one takes the input itself, a zero takes it through NOT.
    """
    patterns = np.arange(2**n)
    is_odd = np.zeros(len(patterns), np.bool_)
    for i in range(n):
        is_odd ^= ((patterns >> i) & 1).astype(np.bool_)
    return patterns[is_odd]


def pattern_of(gate: int, n: int) -> Bits:
    """The pattern of an AND gate, x_1 first."""
    return tuple((gate >> (n - 1 - i)) & 1 for i in range(n))


def run_flat(bits: Bits) -> tuple[int | None, int]:
    """Which place of `flat_gates` says 1, None for none; and what the OR behind them says.

    An AND of inputs and negated inputs is 1 where its pattern is the input, bit by bit.
    """
    number = int("".join(map(str, bits)), 2)
    lit = np.flatnonzero(flat_gates(len(bits)) == number)
    return (int(lit[0]) if len(lit) else None), int(len(lit) > 0)


def shown_gates(count: int, lit: int | None, most: int) -> tuple[int | None, ...]:
    """Which of so many gates are drawn where at most `most` places are free: ends and the lit one; None is a gap."""
    if count <= most:
        return tuple(range(count))
    ends = (most - 3) // 2
    wanted = {*range(ends), *range(count - ends, count)} | ({lit} if lit is not None else {ends})
    shown: list[int | None] = []
    for gate in sorted(wanted):
        last = shown[-1] if shown else None
        if last is not None and gate > last + 1:
            shown.append(None)
        shown.append(gate)
    return tuple(shown)


def relu_parity(n: int) -> Network:
    """n ReLU units in one layer compute parity: weights 1, biases 0, -1, ..., -(n-1), output 1, -2, +2, ... (C8)."""
    spec = NetworkSpec(n, (LayerSpec(n, "relu"), LayerSpec(1, "linear")), cost="mean_squared_error")
    network = Network(spec)
    signs = [1.0] + [-2.0 if k % 2 else 2.0 for k in range(1, n)]
    network.set_parameters([np.ones((n, n)), [signs]], [-np.arange(float(n)).reshape(n, 1), [[0.0]]])
    return network


def relu_answer(bits: Bits) -> float:
    """What the ReLU network says."""
    return float(relu_parity(len(bits)).forward(np.array(bits, dtype=float).reshape(-1, 1))[0, 0])


def bits_of(settings: Settings) -> Bits:
    """The inputs, those that are not given 0. Raises ValueError for anything but 0 and 1."""
    text, n = str(settings["bits"]), int(settings["inputs"])
    if set(text) - {"0", "1"}:
        raise ValueError(f"bits must be made of 0 and 1, not {text!r}")
    return tuple(int(letter) for letter in text[:n].ljust(n, "0"))


def facts(settings: Settings) -> dict[str, float]:
    """depth, gates (XOR) and basic_gates (AND, OR, NOT) of the tree, flat_gates; parity and what the ReLU units say."""
    n, bits = int(settings["inputs"]), bits_of(settings)
    return {
        "inputs": n,
        "depth": depth(n),
        "gates": gate_count(n),
        "basic_gates": GATES_OF_XOR * gate_count(n),
        "flat_gates": len(flat_gates(n)),
        "ones": sum(bits),
        "parity": run_tree(bits)[-1][0],
        "relu_units": n,
        "relu_answer": relu_answer(bits),
    }


ROW = LabRow(
    "depth-gates",
    "Gates: deep or wide",
    "C8",
    "Parity by a tree of gates, or by one layer of very many",
    {
        "inputs": Setting(8, LEAST, MOST, about="n, how many inputs"),
        "bits": Setting("1011", about="the inputs as 0 and 1; what is missing is 0"),
    },
    facts,
)
