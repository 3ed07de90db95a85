"""Arrays as the bytes of an .npz, and back: numbers only, never objects.

The header of an .npy is matched against the one form in which NumPy writes it, not evaluated.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.project.archive import DEFLATED, STORED, Archive, pack
from engine.project.errors import Damage
from engine.project.limits import may_take

Array = NDArray[Any]

_MAGIC = b"\x93NUMPY\x01\x00"
_PIECE, _WORTHWHILE = 1 << 16, 0.85
_LONGEST_HEADER = 1024
_HEADER = re.compile(
    rb"\{'descr': '([<|](?:[iu][1248]|f[48]))', 'fortran_order': False, "
    rb"'shape': \((\d{1,10},|\d{1,10}, \d{1,10})\), \} *\n"
)
_INTEGERS = ("u1", "<i2", "<i4", "<i8")


def pack_arrays(arrays: Mapping[str, Array], needed: int = 0) -> bytes:
    """An .npz of these arrays of 1 or 2 dimensions. Compressed where that helps, but no further than may be read back.

    needed: bytes of memory that they will take, where reading makes more of them than they are.
    """
    members = {f"{name}.npy": _npy(array) for name, array in arrays.items()}
    needed = max(needed, sum(map(len, members.values())))
    file = io.BytesIO()
    pack(file, {name: (data, _compression(data)) for name, data in members.items()})
    if needed > may_take(file.tell()):
        file = io.BytesIO()
        pack(file, {name: (data, STORED) for name, data in members.items()})
    return file.getvalue()


def unpack_arrays(data: bytes, where: str, known: Collection[str]) -> dict[str, Array]:
    """The arrays of an .npz by name, read-only. Raises Damage."""
    archive = Archive(io.BytesIO(data), where, [f"{name}.npy" for name in known])
    return {
        name.removesuffix(".npy"): _array(archive.read(name), f"{where}, {name}") for name in archive.names
    }


def narrowed(array: Array) -> Array:
    """The same numbers in fewer bytes where that is exact to the bit, else themselves. Finite floats, or integers."""
    if not array.size:
        return array
    if array.dtype.kind == "f":
        low, high = float(array.min()), float(array.max())
        whole = low > -(2**53) and high < 2**53
        kinds = [kind for kind in ("u1", "<i2", "<i4") if whole and _holds(kind, low, high)]
        return next(
            (found for kind in [*kinds, "<f4"] if (found := _exactly(array, kind)) is not None), array
        )
    low, high = int(array.min()), int(array.max())
    return array.astype(next(kind for kind in _INTEGERS if _holds(kind, low, high)))


def same_bits(one: Array, other: Array) -> bool:
    """Whether two float64 arrays are equal to the last bit, the sign of 0 included."""
    return one.shape == other.shape and bool((one.view(np.uint64) == other.view(np.uint64)).all())


def _holds(kind: str, low: float, high: float) -> bool:
    limits = np.iinfo(kind)
    return bool(limits.min <= low and high <= limits.max)


def _exactly(array: Array, kind: str) -> Array | None:
    with np.errstate(all="ignore"):
        found = array.astype(kind)
    return (
        found
        if same_bits(np.ascontiguousarray(found.astype(array.dtype)), np.ascontiguousarray(array))
        else None
    )


def _compression(data: bytes) -> int:
    """Trained numbers look random: packing many of them takes seconds and saves little. A piece in the middle tells."""
    middle = len(data) // 2
    piece = data[middle : middle + _PIECE]
    return DEFLATED if len(zlib.compress(piece, 1)) < _WORTHWHILE * len(piece) else STORED


def _npy(array: Array) -> bytes:
    file = io.BytesIO()
    ordered = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    np.lib.format.write_array(file, ordered, version=(1, 0), allow_pickle=False)
    return file.getvalue()


def _array(data: bytes, where: str) -> Array:
    header_size = int.from_bytes(data[8:10], "little")
    start = 10 + header_size
    header = _HEADER.fullmatch(data[10:start]) if header_size <= _LONGEST_HEADER else None
    if not data.startswith(_MAGIC) or header is None:
        raise Damage(where, "not an array of numbers of 1 or 2 dimensions")
    dtype = np.dtype(header[1].decode())
    shape = tuple(int(part) for part in header[2].split(b",") if part)
    count = shape[0] * (shape[1] if len(shape) == 2 else 1)
    if count * dtype.itemsize != len(data) - start:
        raise Damage(
            where, f"an array of shape {shape} needs {count * dtype.itemsize} bytes, not {len(data) - start}"
        )
    if not count:
        return np.empty(shape, dtype)
    return np.frombuffer(data, dtype, count, start).reshape(shape)
