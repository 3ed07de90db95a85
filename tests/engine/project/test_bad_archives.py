"""Archives that are broken, or made to do harm: each is refused in one sentence before anything is unpacked."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest

from engine.project import parse_project, write_project
from engine.project.arrays import pack_arrays
from tests.engine.project.runs import small_project, table_project
from tests.engine.project.tampering import (
    fault_of,
    members_of,
    npy,
    opened_or_refused,
    patched,
    with_array,
    with_text,
    zipped,
)

WHOLE = write_project(small_project())
MEMBERS = members_of(WHOLE)
ENCRYPTED, STRONG = b"\x01\x00", b"\x41\x00"


@pytest.mark.parametrize("size", [0, 1, 21, 22, 41, 42, 43, *range(100, len(WHOLE), 211), len(WHOLE) - 1])
def test_that_a_part_of_a_file_is_refused(size: int) -> None:
    assert "no Chalknet project" in fault_of(WHOLE[:size])


@pytest.mark.parametrize("start", [1, 4, 30, 500])
def test_that_a_file_without_its_beginning_is_refused(start: int) -> None:
    fault_of(WHOLE[start:])


def test_that_something_before_the_archive_is_refused() -> None:
    assert "begins differently" in fault_of(b"#!/bin/sh\n" + WHOLE)


def test_that_something_else_is_refused() -> None:
    for data in (b"x" * 5000, b'{"format": "chalknet-setup"}', bytes(70_000), b"PK\3\4" + bytes(100)):
        assert "choose another file" in fault_of(data)


@pytest.mark.parametrize("start", range(4))
def test_that_a_turned_bit_opens_or_is_refused(start: int) -> None:
    for place in range(start, len(WHOLE), 16):
        changed = bytearray(WHOLE)
        changed[place] ^= 1 << (place // 4 % 8)
        opened_or_refused(bytes(changed))


@pytest.mark.parametrize("value", [0, 0xFF])
def test_that_overwritten_blocks_open_or_are_refused(value: int) -> None:
    for place in range(0, len(WHOLE), 37):
        block = WHOLE[place : place + 8]
        opened_or_refused(WHOLE[:place] + bytes([value]) * len(block) + WHOLE[place + 8 :])


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/etc/passwd",
        "C:\\evil.txt",
        "..\\evil.txt",
        "project.json/",
        "PROJECT.JSON",
        "project.json\0.txt",
        "arrays.npz",
        "a" * 30_000,
        "\u202egnp",
    ],
)
def test_that_a_member_of_another_name_is_refused(name: str) -> None:
    fault_of(zipped([*MEMBERS.items(), (name, b"harm")]))
    fault_of(zipped([(name, MEMBERS["project.json"])]))


@pytest.mark.parametrize("name", MEMBERS)
def test_that_a_member_that_is_there_twice_is_refused(name: str) -> None:
    assert "twice" in fault_of(zipped([*MEMBERS.items(), (name, MEMBERS[name])]))


def test_that_an_array_that_is_there_twice_is_refused() -> None:
    arrays = list(members_of(MEMBERS["run.npz"]).items())
    assert "twice" in fault_of(zipped({**MEMBERS, "run.npz": zipped([*arrays, arrays[0]])}))


def test_that_thousands_of_members_are_refused_without_reading_their_names() -> None:
    assert "members" in fault_of(zipped([(f"{k}.txt", b"") for k in range(3000)]))


@pytest.mark.parametrize("name", ["project.json", "run.npz"])
def test_that_a_missing_member_is_named(name: str) -> None:
    assert name in fault_of(zipped({key: data for key, data in MEMBERS.items() if key != name}))


@pytest.mark.parametrize("flags", [ENCRYPTED, STRONG, b"\x20\x00"])
@pytest.mark.parametrize("name", MEMBERS)
def test_that_an_encrypted_member_is_refused(name: str, flags: bytes) -> None:
    assert "encrypted" in fault_of(patched(WHOLE, name, (6, flags), (8, flags)))


@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93, 95, 99])
def test_that_an_unknown_compression_is_refused(method: int) -> None:
    way = struct.pack("<H", method)
    assert "unknown way" in fault_of(patched(WHOLE, "project.json", (8, way), (10, way)))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_that_a_compression_that_python_knows_and_we_never_use_is_refused(compression: int) -> None:
    assert "unknown way" in fault_of(zipped(MEMBERS, compression))


def test_that_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("preview.png")
    link.external_attr = 0o120777 << 16
    members = [(name, data) for name, data in MEMBERS.items() if name != "preview.png"]
    assert "link" in fault_of(zipped([*members, (link, b"/etc/passwd")]))


def test_that_a_comment_behind_the_archive_is_refused() -> None:
    file = io.BytesIO(WHOLE)
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"PK\5\6" + bytes(60)
    assert "end is missing" in fault_of(file.getvalue())


def test_that_the_records_of_larger_archives_are_refused() -> None:
    end = WHOLE[-22:]
    assert "2 GB" in fault_of(WHOLE[:-22] + b"PK\6\7" + bytes(16) + end)


def test_that_a_small_file_that_unpacks_to_much_is_refused_by_its_directory() -> None:
    zeros = bytes(60_000_000)
    for name in ("project.json", "preview.png"):
        bomb = zipped({**MEMBERS, name: zeros}, zipfile.ZIP_DEFLATED)
        assert len(bomb) < 200_000
        assert "would unpack to" in fault_of(bomb)


def test_that_an_array_that_unpacks_to_much_is_refused_by_its_directory() -> None:
    bomb = zipped({"theta.npy": npy(np.zeros(5_000_000))}, zipfile.ZIP_DEFLATED)
    assert "would unpack to" in fault_of(zipped({**MEMBERS, "run.npz": bomb}))


def test_that_archives_are_not_compressed_twice() -> None:
    assert "compressed twice" in fault_of(zipped(MEMBERS, zipfile.ZIP_DEFLATED))


def test_that_a_directory_which_lies_about_a_size_is_found_out() -> None:
    bomb = zipped({**MEMBERS, "project.json": b" " * 30_000_000}, zipfile.ZIP_DEFLATED)
    small = struct.pack("<I", 1000)
    lying = patched(bomb, "project.json", (22, small), (24, small))
    tracemalloc.start()
    fault_of(lying)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2_000_000
    for size in (0, 1, 2**31, 2**32 - 1):
        lie = struct.pack("<I", size)
        fault_of(patched(WHOLE, "project.json", (22, lie), (24, lie)))
        fault_of(patched(WHOLE, "project.json", (18, lie), (20, lie)))


def test_that_members_over_one_another_are_refused() -> None:
    inner = members_of(MEMBERS["run.npz"])
    npz = zipped(inner, zipfile.ZIP_DEFLATED)
    size = struct.pack("<I", len(npz))
    for name in inner:
        npz = patched(npz, name, (18, size), (20, size))
    assert "larger than the file" in fault_of(zipped({**MEMBERS, "run.npz": npz}))


def test_that_a_text_that_is_too_long_is_refused() -> None:
    assert "limit" in fault_of(with_text(WHOLE, b" " * 9_000_000))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(30),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 30,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0" + bytes(5_000_000),
    ],
)
def test_that_a_preview_that_is_none_is_left_out(data: bytes) -> None:
    opened = parse_project(zipped({**MEMBERS, "preview.png": data}))
    assert opened.preview == b""
    assert opened.state is not None


def test_that_a_short_column_can_not_become_a_large_table() -> None:
    data = write_project(table_project())
    bomb = pack_arrays({"X": np.zeros((5_000_000, 4), np.uint8), "target": np.zeros(5_000_000, np.int8)})
    fault_of(zipped({**members_of(data), "table.npz": bomb}))
    m = 1_500_000
    npz = zipped({"X.npy": npy(np.zeros((m, 4), np.uint8)), "target.npy": npy(np.zeros(m, np.int8))}, 8)
    assert "would become" in fault_of(zipped({**members_of(data), "table.npz": npz}))


def test_that_an_order_of_short_numbers_can_not_name_many_examples() -> None:
    assert "can't be" in fault_of(with_array(WHOLE, "order", np.zeros(1_000_000, np.uint8)))
