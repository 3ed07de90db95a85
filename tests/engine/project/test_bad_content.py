"""Archives that are sound and hold nonsense: wrong shapes, kinds, numbers, keys. Each is refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.data import DataSpec
from engine.project import Project, ProjectError, parse_project, resume, write_project
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from tests.engine.project.runs import small_project, table_project
from tests.engine.project.runs import table as tables
from tests.engine.project.tampering import (
    array_of,
    fault_of,
    members_of,
    npy,
    npy_with_header,
    opened_or_refused,
    with_array,
    with_json,
    with_text,
    zipped,
)

WHOLE = write_project(small_project())
TABLE = write_project(table_project())
VALUES = write_project(table_project(0))
CONTENT = json.loads(members_of(WHOLE)["project.json"])
NONSENSE: tuple[Any, ...] = (None, True, -1, 1.5, 10**30, "", "x", [], [[]], {}, {"x": 1}, 2**60)


def replaced(content: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        content = content[key]
    content[path[-1]] = value


def paths(content: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value."""
    items = content.items() if isinstance(content, dict) else enumerate(content)
    found = []
    for key, value in items:
        found.append((*above, key))
        if isinstance(value, dict | list) and key != "view":
            found += paths(value, (*above, key))
    return found


@pytest.mark.parametrize("path", paths(CONTENT), ids=lambda path: ".".join(map(str, path)))
def test_that_nonsense_anywhere_in_the_text_opens_or_is_refused(path: tuple[Any, ...]) -> None:
    for value in NONSENSE:
        opened_or_refused(with_json(WHOLE, lambda content, value=value: replaced(content, path, value)))


@pytest.mark.parametrize(
    "path",
    [path for path in paths(CONTENT) if path[0] in ("run", "setup", "notes", "view", "format", "version")],
    ids=lambda path: ".".join(map(str, path)),
)
def test_that_a_key_that_is_missing_is_refused_or_has_a_default(path: tuple[Any, ...]) -> None:
    def take_out(content: Any) -> None:
        for key in path[:-1]:
            content = content[key]
        del content[path[-1]]

    opened = opened_or_refused(with_json(WHOLE, take_out))
    assert path[0] != "run" or opened is None


@pytest.mark.parametrize(
    "where", [("run",), ("run", "now"), ("run", "pace"), ("setup",), ("setup", "network")]
)
def test_that_an_unknown_key_of_the_run_is_refused_as_the_run_may_depend_on_it(
    where: tuple[str, ...],
) -> None:
    data = with_json(WHOLE, lambda content: replaced(content, (*where, "warmup"), 3))
    assert "warmup" in fault_of(data)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "JSON"),
        ("[]", "not an object"),
        ("3", "not an object"),
        ("{", "JSON"),
        (b"\xff\xfe{}", "JSON"),
        ("\ufeff{}", "JSON"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "Infinity"),
        ('{"a": 1e999}', "JSON"),
        (f'{{"a": {"9" * 5000}}}', "JSON"),
        (f'{{"a": {"9" * 50}}}', "digits"),
        ('{"a": "\\ud800"}', "surrogates"),
        ('{"\\udfff": 1}', "surrogates"),
        ("[" * 100_000, "JSON"),
        ('{"a":' * 100_000, "JSON"),
        ('{"a":' + "[" * 200 + "]" * 200 + "}", "deep"),
        ('{"a": [' + "[]," * 300_000 + "0]}", "values"),
        ('{"format": "something-else"}', "format"),
        ('{"format": "chalknet-project"}', "version"),
    ],
    ids=range(19),
)
def test_that_a_bad_text_is_refused(text: str | bytes, word: str) -> None:
    assert word in fault_of(with_text(WHOLE, text))


@pytest.mark.parametrize("version", [2, 10**9])
def test_that_a_newer_format_is_refused_with_advice(version: int) -> None:
    said = fault_of(with_json(WHOLE, lambda content: replaced(content, ("version",), version)))
    assert f"newer Chalknet (format {version}, this program reads up to 1)" in said
    assert "damaged" not in said


@pytest.mark.parametrize(
    "name", ["theta", "memory", "gradient", "good_theta", "good_memory", "good_gradient"]
)
def test_that_parameters_must_have_their_shape_kind_and_finite_numbers(name: str) -> None:
    good = array_of(WHOLE, name)
    broken = good.copy()
    broken.flat[3] = np.nan
    assert "not finite" in fault_of(with_array(WHOLE, name, broken))
    broken.flat[3] = np.inf
    assert "not finite" in fault_of(with_array(WHOLE, name, broken))
    for shape in (good[..., :-1], good[None] if good.ndim == 1 else good[:1], good[..., :0]):
        assert "shape" in fault_of(with_array(WHOLE, name, np.ascontiguousarray(shape)))
    for kind in (np.float32, np.int64, np.uint8):
        assert "kind" in fault_of(with_array(WHOLE, name, good.astype(kind)))
    assert name in fault_of(with_array(WHOLE, name, None))


@pytest.mark.parametrize(
    "array",
    [
        np.array([{}, "x"], dtype=object),
        np.array(["a"]),
        np.array([1 + 2j]),
        np.array([True]),
        np.array(["2020-01-01"], "M8[D]"),
        np.zeros(3, ">f8"),
        np.zeros(3, "<f2"),
        np.zeros((2, 2, 2)),
        np.array(3.0),
        np.zeros(2, [("a", "<f8")]),
        np.asfortranarray(np.zeros((3, 2))),
    ],
    ids=lambda array: str(array.dtype) + str(array.shape),
)
def test_that_arrays_of_any_other_kind_are_refused_and_never_unpickled(array: Any) -> None:
    assert "not an array of numbers" in fault_of(with_array(WHOLE, "theta", array))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x93NUMPY",
        npy(np.zeros(25))[:-1],
        npy(np.zeros(25)) + b"\0",
        npy_with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }\n"),
        npy_with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }\n"),
        npy_with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (0, 9999999999), }\n"),
        npy_with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }\n"),
        npy_with_header(b"{'descr': '<f1', 'fortran_order': False, 'shape': (1,), }\n", b"1"),
        npy_with_header(b"(" * 60_000),
        npy_with_header(b"__import__('os').abort()\n"),
        npy_with_header(b"{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }\n", bytes(24), b"\2\0"),
    ],
    ids=range(12),
)
def test_that_a_header_is_matched_and_never_evaluated(data: bytes) -> None:
    fault_of(with_array(WHOLE, "theta", data))


def test_that_an_unknown_array_is_refused() -> None:
    assert "does not belong" in fault_of(with_array(WHOLE, "../theta", np.zeros(3)))


@pytest.mark.parametrize("kind", ["once", "outside", "below", "none", "fraction", "short"])
def test_that_an_order_must_name_every_example_once(kind: str) -> None:
    order = array_of(WHOLE, "order").astype(np.int64)
    changed = {
        "once": np.where(order == 3, 4, order),
        "outside": np.where(order == 3, len(order), order),
        "below": np.where(order == 3, -1, order),
        "none": order[:0],
        "fraction": order.astype(float),
        "short": np.arange(len(order) - 1),
    }[kind]
    fault_of(with_array(WHOLE, "order", changed))


def test_that_a_run_over_other_data_is_refused() -> None:
    data = with_json(WHOLE, lambda content: replaced(content, ("setup", "data", "train_share"), 20))
    assert "training examples" in fault_of(data)
    data = with_json(WHOLE, lambda content: replaced(content, ("setup", "data", "source"), "blobs"))
    assert "shape" in fault_of(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("run", "optimizer"), "momentum"),
        (("run", "now", "order", "position"), 3),
        (("run", "now", "order", "generator", "name"), "MT19937"),
        (("run", "now", "order", "generator", "state"), str(2**128)),
        (("run", "now", "order", "generator", "state"), "1" * 5000),
        (("run", "now", "order", "generator", "inc"), "-3"),
        (("run", "now", "order", "generator", "inc"), "٣"),
        (("run", "pace", "left"), 0),
        (("run", "history", "capacity"), 7),
        (("run", "history", "capacity"), 10**9),
        (("run", "history", "rows_in_last"), 2),
        (("run", "divergence"), {"iteration": 1, "layer": 9, "symbol": "Z"}),
        (("run", "divergence"), {"iteration": 1, "layer": 1, "symbol": "<b>"}),
        (("setup", "data", "source"), "csv"),
        (("setup", "data", "noise"), 1000),
        (("setup", "network", "layers"), [{"units": 1, "activation": "sigmoid"}] * 5000),
        (("setup", "network", "layers", 0, "units"), 10**7),
        (("table",), {}),
        (("notes",), "x" * 200_000),
        (("view",), []),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_that_what_can_not_be_is_refused(path: tuple[Any, ...], value: Any) -> None:
    fault_of(with_json(WHOLE, lambda content: replaced(content, path, value)))


@pytest.mark.parametrize(
    ("units", "word"), [(9_000_000, "parameters"), (20_001, "units"), (15_000, "afresh")]
)
def test_that_a_few_bytes_can_not_ask_for_a_huge_network(units: int, word: str) -> None:
    def change(content: Any) -> None:
        content["setup"]["network"]["layers"] = [
            {"units": units, "activation": "tanh"},
            {"units": 500, "activation": "tanh"},
            {"units": 1, "activation": "sigmoid"},
        ]
        content["run"] = None

    assert word in fault_of(with_json(WHOLE, change))


def test_that_wide_layers_over_many_examples_are_refused_before_memory_is_taken() -> None:
    data = DataSpec("csv", table=tables(2, m=40_000, d=2))
    network = NetworkSpec(2, (LayerSpec(9000), LayerSpec(1, "sigmoid")))
    project = Project(Setup(data, network, TrainingSpec(batch_size=None)))
    with pytest.raises(ProjectError, match="smaller batches"):
        resume(parse_project(write_project(project)))


@pytest.mark.parametrize(
    "change", [lambda a: a[::-1].copy(), lambda a: a * 0, lambda a: -a - 1, lambda a: a[:-1]]
)
def test_that_a_history_must_grow(change: Callable[[Any], Any]) -> None:
    fault_of(with_array(WHOLE, "history_iteration", change(array_of(WHOLE, "history_iteration"))))


def test_that_a_history_may_hold_what_could_not_be_measured() -> None:
    low = array_of(WHOLE, "history_low")
    low[1:] = np.nan
    low[0, 0] = np.inf
    assert opened_or_refused(with_array(WHOLE, "history_low", low)) is not None


@pytest.mark.parametrize("data", [TABLE, VALUES], ids=["classes", "values"])
def test_that_a_table_must_fit_its_names(data: bytes) -> None:
    X, target = (array_of(data, name, "table.npz") for name in ("X", "target"))
    broken = X.copy()
    broken[2, 1] = np.nan
    assert "not finite" in fault_of(with_array(data, "X", broken, "table.npz"))
    assert "shape" in fault_of(with_array(data, "X", X[:, :-1].copy(), "table.npz"))
    assert "shape" in fault_of(with_array(data, "X", X[:-1].copy(), "table.npz"))
    assert "X is missing" in fault_of(with_array(data, "X", None, "table.npz"))
    for wrong in (target + 100, target - 100) if target.dtype.kind == "i" else (target * np.inf,):
        fault_of(with_array(data, "target", wrong, "table.npz"))
    fault_of(with_array(data, "target", target.astype(np.float32), "table.npz"))
    for key, value in (("names", ["a"]), ("names", "abcd"), ("names", [1, 2, 3, 4]), ("class_names", ["x"])):
        fault_of(
            with_json(data, lambda content, key=key, value=value: replaced(content["table"], (key,), value))
        )


def test_that_a_table_that_is_not_asked_for_is_refused() -> None:
    data = with_json(TABLE, lambda content: replaced(content, ("setup", "data", "source"), "circle"))
    assert "does not need" in fault_of(data)
    assert "table.npz is missing" in fault_of(
        zipped({name: held for name, held in members_of(TABLE).items() if name != "table.npz"})
    )
