"""Weights as a NumPy archive (NPZ), and back: W1, b1, ..., WL, bL with the shapes of the notes.

A file comes from anywhere, so it is measured before it is read: which arrays, of which type and shape.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.export.errors import ExportError
from engine.export.worked_update import require_finite
from engine.network import Network
from engine.spec import NetworkSpec

Array = NDArray[np.float64]

HEADER_BYTES = 4096
NUMBER_BYTES = 8

# What NumPy writes in front of the numbers (numpy.lib.format, "NPY format"); read without NumPy's own reader, which
# lays out in memory whatever a header promises.
HEADER = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(?P<kind>[^']{1,20})', 'fortran_order': (?P<fortran>True|False), "
    rb"'shape': \((?P<shape>[\d, ]{0,60})\), \} *\n",
    re.DOTALL,
)
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
KIND = re.compile("[<>=|](?:f[248]|[iu][1248])")


def weights_npz(network: Network) -> bytes:
    """The parameters as an uncompressed NPZ archive; `numpy.load` gives them back, every bit the same.

    Raises ExportError for a number that is not finite.
    """
    require_finite(network)
    arrays: dict[str, Any] = {}
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
    except ExportError:
        raise
    except FAULTS as error:
        raise ExportError(f"{name} is not an NPZ archive that can be read: {error}") from error
    layers = range(1, spec.L + 1)
    return tuple(arrays[f"W{l}"] for l in layers), tuple(arrays[f"b{l}"] for l in layers)


def _shapes(spec: NetworkSpec) -> dict[str, tuple[int, int]]:
    shapes: dict[str, tuple[int, int]] = {}
    n = spec.sizes
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
    where = f"{name}: {_symbol(key)}"
    most = HEADER_BYTES + shape[0] * shape[1] * NUMBER_BYTES
    with archive.open(f"{key}.npy") as member:
        content = member.read(most + 1)
    header = HEADER.match(content)
    if header is None:
        raise ExportError(f"{where} is not an array that can be read")
    kind, is_fortran, found = header["kind"].decode(), header["fortran"] == b"True", _shape(header["shape"])
    if found != shape:
        raise ExportError(f"{where} has shape {found}, it must have shape {shape}")
    if not KIND.fullmatch(kind):
        raise ExportError(f"{where} holds {kind}, it must hold numbers such as float64 (<f8)")
    dtype, start = np.dtype(kind), header.end()
    needed = shape[0] * shape[1] * dtype.itemsize
    if len(content) - start != needed:
        raise ExportError(f"{where} is damaged: it must have {needed} bytes of numbers")
    flat = np.frombuffer(content, dtype, offset=start)
    values = flat.reshape(shape, order="F" if is_fortran else "C").astype(np.float64)
    if not np.isfinite(values).all():
        raise ExportError(f"{where} holds a number that is not finite")
    return values


def _shape(text: bytes) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(b",") if size.strip())


def _symbol(key: str) -> str:
    return f"{key[0]}[{key[1:]}]"
