"""What Step's drawing shows at a row: the numbers of edges and units that are known by then. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.step.row import Row
from engine.step.tape import Tape
from gui.step.links import WEIGHTS, active_layers, edge_layer

Array = NDArray[np.floating]

NEW = "new "  # before the weights that an update row makes


@dataclass(frozen=True, eq=False)
class Content:
    """edges: (n[l], n[l-1]) of the numbers on the edges into layer l = edge_layer, called edge_name.

    letters and values: per layer what its tiles show ("x", "z", "a"; None while nothing is known) for one example;
    dz: per layer, once its row is done; da: of the layer whose dA the row is. active: the columns that take part in
    the row. edge_scale, value_scale: the sizes with the strongest colours.
    """

    edge_layer: int
    edge_name: str
    edges: Array
    letters: tuple[str, ...]
    values: tuple[Array | None, ...]
    dz: tuple[Array | None, ...]
    da: tuple[Array | None, ...]
    active: frozenset[int]
    phase: str
    example: int
    edge_scale: float
    value_scale: float


def content_at(tape: Tape, index: int, example: int) -> Content:
    """The numbers of one example (clipped to those that there are) at a row of the tape."""
    row, moment = tape.rows[index], tape.moment
    L = moment.spec.L
    example = min(max(example, 0), moment.X.shape[1] - 1)
    l = edge_layer(row, L)
    name, edges = _edges(tape, row, l)
    letters = ["x"]
    values: list[Array | None] = [moment.X[:, example]]
    dz: list[Array | None] = [None]
    for layer in range(1, L + 1):
        letter, value = _value(tape, layer, index, example)
        letters.append(letter)
        values.append(value)
        dz.append(_known(tape, "dZ", layer, index, example))
    return Content(
        edge_layer=l,
        edge_name=name,
        edges=edges,
        letters=tuple(letters),
        values=tuple(values),
        dz=tuple(dz),
        da=tuple(
            row.value[:, example] if (row.symbol, row.layer) == ("dA", l) else None for l in range(L + 1)
        ),
        active=active_layers(row, L),
        phase=row.phase,
        example=example,
        edge_scale=_largest(edges, 0.0),
        value_scale=max(_largest(value, 1.0) for value in values if value is not None),
    )


def _edges(tape: Tape, row: Row, l: int) -> tuple[str, Array]:
    if row.symbol in WEIGHTS:
        return _after(row.name), row.value
    if row.symbol in ("db", "b"):  # the row before is its layer's dW, or the new W
        beside = tape.row("dW" if row.symbol == "db" else "W", row.layer)
        return _after(beside.name), beside.value
    return f"W[{l}]", tape.moment.W[l]


def _after(name: str) -> str:
    """The weights of an update row are those that come out of it."""
    return f"{NEW}{name}" if name.startswith("W") else name


def _value(tape: Tape, l: int, index: int, example: int) -> tuple[str, Array | None]:
    a = _known(tape, "A", l, index, example)
    return ("a", a) if a is not None else ("z", _known(tape, "Z", l, index, example))


def _known(tape: Tape, symbol: str, l: int, index: int, example: int) -> Array | None:
    row = tape.row(symbol, l)
    return row.value[:, example] if row.index <= index else None


def _largest(array: Array, least: float) -> float:
    finite = np.abs(array[np.isfinite(array)])
    return max(least, float(finite.max()) if finite.size else 0.0) or 1.0
