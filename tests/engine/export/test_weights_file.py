"""Weights as NPZ: back bit for bit, and one sentence for any file that does not fit or is broken."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np
import pytest

from engine.export import ExportError, read_weights, weights_npz
from engine.network import Network
from tests.engine.networks import network_spec, random_network

SPEC = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")


def archive_of(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def arrays(**others: Any) -> dict[str, Any]:
    network = random_network(SPEC)
    found = {f"{symbol}{l}": getattr(network, symbol)[l] for l in (1, 2) for symbol in "Wb"}
    return {key: value for key, value in (found | others).items() if value is not None}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_that_weights_come_back_bit_for_bit(dtype: str) -> None:
    network = random_network(SPEC, dtype=dtype)
    W, b = read_weights(weights_npz(network), SPEC)
    other = Network(SPEC, seed=9, dtype=dtype)
    other.set_parameters(W, b)
    assert other.theta.tobytes() == network.theta.tobytes()


def test_that_numpy_reads_it_as_it_stands() -> None:
    network = random_network(SPEC)
    with np.load(io.BytesIO(weights_npz(network)), allow_pickle=False) as found:
        assert sorted(found) == ["W1", "W2", "b1", "b2"]
        assert found["W1"].tolist() == network.W[1].tolist()
        assert found["b1"].shape == (3, 1)


def test_that_an_archive_made_by_hand_is_read() -> None:
    values = arrays(W2=np.array([[1, 2, 3]]), W1=np.asfortranarray(np.ones((3, 2), np.float16)))
    W, _ = read_weights(archive_of(**values), SPEC)
    assert (W[1].tolist(), W[0].tolist()) == ([[1.0, 2.0, 3.0]], [[1.0, 1.0]] * 3)


@pytest.mark.parametrize(
    ("others", "message"),
    [
        ({"W1": np.ones((2, 3))}, r"W\[1\] has shape \(2, 3\), it must have shape \(3, 2\)"),
        ({"b2": np.ones(1)}, r"b\[2\] has shape \(1,\), it must have shape \(1, 1\)"),
        ({"b2": None}, "has no array b2"),
        ({"W3": np.ones((1, 1))}, "holds more than these weights .*W3"),
        ({"W1": np.full((3, 2), "x")}, r"W\[1\] holds <U1, it must hold numbers"),
        ({"W1": np.ones((3, 2), complex)}, r"W\[1\] holds <c16"),
        ({"W2": np.full((1, 3), np.nan)}, r"W\[2\] holds a number that is not finite"),
        ({"W2": np.full((1, 3), np.inf)}, r"W\[2\] holds a number that is not finite"),
    ],
)
def test_that_what_does_not_fit_is_named(others: dict[str, Any], message: str) -> None:
    with pytest.raises(ExportError, match=message) as refused:
        read_weights(archive_of(**arrays(**others)), SPEC, "mine.npz")
    assert str(refused.value).startswith("mine.npz")
    assert "\n" not in str(refused.value)


def test_that_pickled_objects_are_never_loaded() -> None:
    objects = np.empty((3, 2), object)
    with pytest.raises(ExportError, match=r"W\[1\] holds \|O"):
        read_weights(archive_of(**arrays(W1=objects)), SPEC)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"\x93NUMPY", b"x" * 1000])
def test_that_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(ExportError):
        read_weights(content, SPEC)


def with_member(key: str, content: bytes) -> bytes:
    """An archive whose array `key` has this content."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive_of(**arrays()))) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            data = content if name == f"{key}.npy" else before.read(name)
            after.writestr(name, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def header_of(shape: str) -> bytes:
    text = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode()


@pytest.mark.parametrize(
    "content",
    [
        header_of("(3, 2)") + bytes(40),
        header_of("(3, 2)") + bytes(56),
        header_of("(3, 2)") + bytes(50_000_000),
        header_of("(1000000, 1000000)"),
        header_of("(-3, -2)"),
        header_of("(3, 2"),
        b"\x93NUMPY\x09\x00" + bytes(200),
        b"",
    ],
    ids=["short", "long", "bomb", "vast", "negative", "torn", "version", "empty"],
)
def test_that_a_broken_array_is_one_sentence(content: bytes) -> None:
    with pytest.raises(ExportError, match=r"W\[1\]"):
        read_weights(with_member("W1", content), SPEC)


def test_that_any_flipped_bit_or_cut_gives_weights_or_one_typed_fault() -> None:
    whole = weights_npz(random_network(SPEC))
    chance = np.random.default_rng(0)
    refused = 0
    for _ in range(1500):
        broken = bytearray(whole[: chance.integers(1, len(whole))] if chance.random() < 0.2 else whole)
        broken[chance.integers(len(broken))] ^= 1 << int(chance.integers(8))
        try:
            W, b = read_weights(bytes(broken), SPEC)
        except ExportError:
            refused += 1
        else:
            Network(SPEC).set_parameters(W, b)
    assert refused > 500


def test_that_a_network_with_a_number_that_is_not_finite_is_refused() -> None:
    network = random_network(SPEC)
    network.W[2][0, 0] = np.nan
    with pytest.raises(ExportError, match=r"W\[2\]"):
        weights_npz(network)
