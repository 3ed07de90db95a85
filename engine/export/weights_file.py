"""Weights as a NumPy archive (NPZ), and back: W1, b1, ..., WL, bL with the shapes of the notes.

A file comes from anywhere, so it is measured before it is read: which arrays, of which type and shape.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from engine.export.errors import ExportError
from engine.export.worked_update import require_finite
from engine.network import Network
from engine.spec import NetworkSpec

Array = NDArray[np.float64]

HEADER_BYTES = 4096
KINDS = "fiu"
NUMBER_BYTES = 8


def weights_npz(network: Network) -> bytes:
    """The parameters as an uncompressed NPZ archive; `numpy.load` gives them back, every bit the same.

    Raises ExportError for a number that is not finite.
    """
    require_finite(network)
    arrays = {}
    for l in range(1, network.spec.L + 1):
        arrays |= {f"W{l}": network.W[l], f"b{l}": network.b[l]}
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def read_weights(
    content: bytes, spec: NetworkSpec, name: str = "the file"
) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """W and b, layer 1 first, of an NPZ archive, checked against a network: as `Network.set_parameters` takes them.

    Raises ExportError naming what is wrong: no archive, an array missing or too many, its type or shape, a number
    that is not finite.
    """
    shapes = _shapes(spec)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_names(archive, shapes, name)
            arrays = {key: _array(archive, key, shape, name) for key, shape in shapes.items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ExportError(f"{name} is not an NPZ archive that can be read: {error}") from error
    layers = range(1, spec.L + 1)
    return tuple(arrays[f"W{l}"] for l in layers), tuple(arrays[f"b{l}"] for l in layers)


def _shapes(spec: NetworkSpec) -> dict[str, tuple[int, int]]:
    shapes, n = {}, spec.sizes
    for l in range(1, spec.L + 1):
        shapes |= {f"W{l}": (n[l], n[l - 1]), f"b{l}": (n[l], 1)}
    return shapes


def _require_names(archive: zipfile.ZipFile, shapes: dict[str, tuple[int, int]], name: str) -> None:
    found = [member.removesuffix(".npy") for member in archive.namelist()]
    needed = (
        f"a network of {len(shapes) // 2} layers has {', '.join(list(shapes)[:2])} ... {list(shapes)[-1]}"
    )
    for key in shapes:
        if key not in found:
            raise ExportError(f"{name} has no array {key}: {needed}")
    if len(found) > len(shapes):
        stranger = next((key for key in found if key not in shapes), "one name twice")
        raise ExportError(f"{name} holds more than these weights ({stranger[:40]!r}): {needed}")


def _array(archive: zipfile.ZipFile, key: str, shape: tuple[int, int], name: str) -> Array:
    most = HEADER_BYTES + shape[0] * shape[1] * NUMBER_BYTES
    with archive.open(f"{key}.npy") as member:
        file = io.BytesIO(member.read(most + 1))
    try:
        found, dtype = _header(file)
        if found != shape:
            raise ExportError(f"{name}: {_symbol(key)} has shape {found}, it must have shape {shape}")
        if dtype.kind not in KINDS or dtype.itemsize > NUMBER_BYTES:
            raise ExportError(f"{name}: {_symbol(key)} holds {dtype}, it must hold numbers such as float64")
        file.seek(0)
        values = npy.read_array(file, allow_pickle=False).astype(np.float64)
    except ExportError:
        raise
    except (ValueError, SyntaxError, TypeError, EOFError, OverflowError, MemoryError) as error:
        raise ExportError(f"{name}: {_symbol(key)} is damaged: {error}") from error
    if not np.isfinite(values).all():
        raise ExportError(f"{name}: {_symbol(key)} holds a number that is not finite")
    return values


def _header(file: io.BytesIO) -> tuple[tuple[int, ...], np.dtype[Any]]:
    version = npy.read_magic(file)
    read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
    shape, _, dtype = read(file)
    return shape, dtype


def _symbol(key: str) -> str:
    return f"{key[0]}[{key[1:]}]"
