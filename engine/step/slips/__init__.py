"""The slips that students make, as a table: each works a row out in its own wrong way. A new one is one row.

The source is the list at the end of the course page: what in it gives a number that can be recomputed is here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from engine.step.desk import Desk, Key
from engine.step.row import Array
from engine.step.slips.backward import OF_DA, OF_DZ
from engine.step.slips.forward import ACTIVATION, COST, LINEAR
from engine.step.slips.general import MEANS, SIGNS, TENS, other_cells
from engine.step.slips.gradients import OF_DB, OF_DW
from engine.step.slips.slip import Slip
from engine.step.slips.update import OF_UPDATE

__all__ = ["SLIPS", "Slip", "find_slip", "label_of", "other_cells"]

# Simple ones first: where two give the same number, the first is taken. Plus for minus comes before a turned sign of
# the whole, which nobody makes in an update.
SLIPS: tuple[Slip, ...] = (
    *SIGNS,
    *MEANS,
    *TENS,
    *LINEAR,
    *ACTIVATION,
    *COST,
    *OF_DA,
    *OF_DZ,
    *OF_DW,
    *OF_DB,
    *OF_UPDATE,
)

# Slips that no other arithmetic shows: they are found by comparing with the right result.
COMPARED = {
    "other_cell": "number of another cell",
    "cut_off": "cut off, not rounded",
    "rounding": "rounded too early",
    "too_few_decimals": "too few decimals",
}

_LABELS = {slip.key: slip.label for slip in reversed(SLIPS)} | COMPARED


def label_of(key: str) -> str:
    """A slip in a few words, for a list of slips. Raises KeyError."""
    return _LABELS[key]


def find_slip(
    desks: Iterable[Desk], key: Key, cell: tuple[int, int], is_typed: Callable[[float], bool]
) -> tuple[Slip, Desk] | None:
    """The first slip that gives the typed number in a cell, and the desk it happened on."""
    desks = list(desks)
    for slip in SLIPS:
        if key[0] in slip.symbols:
            for desk in desks:
                if any(is_typed(value) for value in _values(slip, desk, key[1], cell)):
                    return slip, desk
    return None


def _values(slip: Slip, desk: Desk, l: int, cell: tuple[int, int]) -> Iterator[float]:
    k, i = cell
    with np.errstate(all="ignore"):
        for array in slip.arrays(desk, l):
            if k < array.shape[0] and i < array.shape[1] and np.isfinite(array[k, i]):
                yield float(array[k, i])


def arrays_of(slip: Slip, desk: Desk, l: int) -> list[Array]:
    """All results with this slip."""
    with np.errstate(all="ignore"):
        return list(slip.arrays(desk, l))
