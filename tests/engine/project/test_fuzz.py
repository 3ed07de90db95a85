"""Random faults in project files: whatever comes, they open or are refused in one sentence."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.project import write_project
from tests.engine.project.runs import small_project, table_project
from tests.engine.project.tampering import (
    members_of,
    npy,
    npy_with_header,
    opened_or_refused,
    with_text,
    zipped,
)

WHOLE, TABLE = write_project(small_project()), write_project(table_project())
FILES = st.sampled_from([WHOLE, TABLE])

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
ARRAYS = st.builds(
    lambda shape, kind, seed: (np.random.default_rng(seed).normal(size=shape) * 9).astype(kind),
    st.lists(st.integers(0, 30), max_size=3).map(tuple),
    st.sampled_from(["<f8", "<f4", "<i8", "<i4", "i1", "?", "<c16", "<U3"]),
    st.integers(0, 9),
)


@settings(deadline=None)
@given(FILES, st.data())
def test_that_a_file_with_changed_bytes_opens_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    changed = bytearray(data)
    places = st.integers(0, len(data) - 1)
    for place, value in draw.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8)):
        changed[place] = value
    opened_or_refused(bytes(changed))


@settings(deadline=None)
@given(FILES, st.data())
def test_that_a_file_with_parts_cut_out_or_doubled_opens_or_is_refused(
    data: bytes, draw: st.DataObject
) -> None:
    start, stop = sorted(draw.draw(st.tuples(*[st.integers(0, len(data))] * 2)))
    opened_or_refused(data[:start] + data[stop:])
    opened_or_refused(data[:stop] + data[start:])


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_that_random_bytes_are_refused(data: bytes) -> None:
    assert opened_or_refused(data) is None


@settings(deadline=None)
@given(FILES, st.integers(0, 10**6), VALUES)
def test_that_a_text_with_a_random_value_somewhere_opens_or_is_refused(
    data: bytes, choice: int, value: Any
) -> None:
    content = json.loads(members_of(data)["project.json"])
    places: list[tuple[Any, Any]] = []
    waiting = [content]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        places += [(holder, key) for key in keys]
        waiting += [holder[key] for key in keys if isinstance(holder[key], dict | list)]
    holder, key = places[choice % len(places)]
    holder[key] = value
    opened_or_refused(with_text(data, json.dumps(content)))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_that_a_random_text_is_refused(text: str) -> None:
    assert opened_or_refused(with_text(WHOLE, text.encode("utf-8", "replace"))) is None


@settings(deadline=None)
@given(
    FILES,
    st.sampled_from(["run.npz", "table.npz"]),
    st.integers(0, 99),
    ARRAYS.map(npy) | st.binary(max_size=90) | st.binary(max_size=90).map(npy_with_header),
)
def test_that_a_random_array_in_place_of_one_opens_or_is_refused(
    data: bytes, npz: str, choice: int, array: bytes
) -> None:
    members = members_of(data)
    arrays = members_of(members.get(npz, members["run.npz"]))
    arrays[sorted(arrays)[choice % len(arrays)]] = array
    opened_or_refused(zipped({**members, npz: zipped(arrays)}))


@settings(deadline=None)
@given(
    FILES, st.sampled_from(["project.json", "run.npz", "table.npz", "preview.png"]), st.binary(max_size=200)
)
def test_that_random_bytes_as_a_member_open_or_are_refused(data: bytes, name: str, content: bytes) -> None:
    opened_or_refused(zipped({**members_of(data), name: content}))
