"""Values out of project.json and arrays out of an .npz, checked one by one. All raise Damage."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from reprlib import repr as shown
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.project.errors import Damage
from engine.project.limits import MAX_COUNT

Array = NDArray[Any]


def object_of(
    value: Any, where: str, needed: Collection[str], optional: Collection[str] = ()
) -> Mapping[str, Any]:
    """An object with these keys and no others: what is not understood may not be left out of a run."""
    if not isinstance(value, Mapping):
        raise Damage(where, f"must be an object, not {shown(value)}")
    for key in needed:
        if key not in value:
            raise Damage(where, f"{key} is missing")
    for key in value:
        if key not in needed and key not in optional:
            raise Damage(where, f"the key {shown(key)} is unknown")
    return value


def whole(value: Any, where: str, low: int = 0, high: int = MAX_COUNT) -> int:
    """A whole number from low to high."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise Damage(where, f"must be a whole number from {low} to {high}, not {shown(value)}")
    return value


def truth(value: Any, where: str) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise Damage(where, f"must be true or false, not {shown(value)}")
    return value


def text(value: Any, where: str, most: int) -> str:
    """Text of at most so many characters."""
    if not isinstance(value, str) or len(value) > most:
        raise Damage(where, f"must be text of at most {most} characters, not {shown(value)}")
    return value


def digits(value: Any, where: str, bits: int) -> int:
    """A whole number of at most so many bits, written as text: it may be too large for other readers of JSON."""
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= bits):
        raise Damage(where, f"must be a whole number as text, not {shown(value)}")
    return whole(int(value), where, 0, 2**bits - 1)


def taken(arrays: Mapping[str, Array], name: str, where: str, kinds: str, shape: tuple[int, ...]) -> Array:
    """An array of a kind ("f": float64, "iu": integers, "iuf": any numbers) and shape; -1 is any length."""
    array = arrays.get(name)
    if array is None:
        raise Damage(where, f"{name} is missing")
    if array.dtype.kind not in kinds or (kinds == "f" and array.dtype != np.float64):
        raise Damage(where, f"{name} holds numbers of the kind {array.dtype}")
    fits = len(shape) == array.ndim and all(n in (-1, k) for n, k in zip(shape, array.shape, strict=True))
    if not fits:
        needed = str(shape).replace("-1", "any")
        raise Damage(where, f"{name} has shape {array.shape}, it must have shape {needed}")
    return array


def finite(array: Array, where: str, name: str) -> Array:
    """The same array, if all its numbers are finite."""
    if not np.isfinite(array).all():
        raise Damage(where, f"{name} holds a number that is not finite")
    return array
