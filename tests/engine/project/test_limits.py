"""Nothing can be saved that could not be opened again: every limit of the reader is one of the writer, too."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data import DataSpec, Table
from engine.project import (
    Project,
    ProjectError,
    limits,
    parse_project,
    read_project,
    resume,
    save_project,
    write_project,
)
from engine.project.limits import MAX_COUNT, MAX_LAYERS
from engine.setup import Setup, SetupError, as_content, from_json
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from tests.engine.project.runs import project_of, session_of, small_project, table_project

# A limit, a value below what the project has, and the project. Limits that stand elsewhere hold for projects too.
WALK: dict[str, tuple[int, Callable[[], Project]]] = {
    "MAX_FILE": (1000, small_project),
    "MAX_JSON": (500, small_project),
    "MAX_VALUES": (10, small_project),
    "MAX_DEPTH": (2, small_project),
    "MAX_DIGITS": (3, lambda: replace(small_project(), view={"row": 12345})),
    "MAX_NOTES": (5, small_project),
    "MAX_PREVIEW": (20, small_project),
    "MAX_PREVIEW_SIDE": (100, small_project),
    "MAX_LAYERS": (1, small_project),
    "MAX_CAPACITY": (4, small_project),
    "MAX_COLUMNS": (3, table_project),
    "MAX_CLASSES": (2, table_project),
    "MAX_NAME": (4, table_project),
    "MAX_UNITS": (5, small_project),
    "MAX_WORK": (100, small_project),
    "MAX_FRESH": (5, Project),
    "MAX_ROWS": (10, table_project),
    "MAX_PARAMETERS": (5, small_project),
}
LEFT_OUT = {"MAX_PREVIEW", "MAX_PREVIEW_SIDE"}  # a picture is no reason to refuse the numbers
ELSEWHERE = {"MAX_ROWS", "MAX_PARAMETERS"}


def lower(monkeypatch: pytest.MonkeyPatch, name: str, value: int) -> None:
    """Lower a limit in every module that knows it."""
    modules = [
        module
        for path, module in sys.modules.items()
        if (path.startswith("engine.project") or path == "engine.setup") and hasattr(module, name)
    ]
    assert modules
    for module in modules:
        monkeypatch.setattr(module, name, value)


def test_that_the_walk_misses_no_limit() -> None:
    known = {name for name in vars(limits) if name.startswith("MAX_")}
    assert set(WALK) == known - {"MAX_COUNT"} | ELSEWHERE


@pytest.mark.parametrize("name", WALK)
def test_that_what_is_over_a_limit_is_neither_written_nor_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, make = WALK[name]
    project, path = make(), tmp_path / "a.chalk"
    save_project(project, path)
    whole = path.read_bytes()
    assert write_project(read_project(path)) == whole
    lower(monkeypatch, name, value)
    with pytest.raises(ProjectError, match=r"^The project can't be saved: [^\n]*\.$"):
        save_project(project, path)
    assert path.read_bytes() == whole
    assert [found.name for found in tmp_path.iterdir()] == ["a.chalk"]
    if name in LEFT_OUT:
        assert read_project(path).preview == b""
        return
    with pytest.raises(ProjectError):
        resume(read_project(path))


@pytest.mark.parametrize("field", ["iteration", "t", "epoch"])
def test_that_a_run_that_counts_too_far_is_not_written(field: str) -> None:
    project = small_project()
    assert project.state is not None
    now, too_far = project.state.now, MAX_COUNT + 1
    changed = {
        "iteration": lambda: replace(now, iteration=too_far),
        "t": lambda: replace(now, checkpoint=replace(now.checkpoint, t=too_far)),
        "epoch": lambda: replace(now, order=replace(now.order, epoch=too_far)),
    }[field]()
    with pytest.raises(ProjectError, match="must be a whole number"):
        write_project(replace(project, state=replace(project.state, now=changed)))


def layered(count: int) -> Setup:
    layers = (*(LayerSpec(2) for _ in range(count - 1)), LayerSpec(1, "sigmoid"))
    return replace(Setup(), network=NetworkSpec(2, layers))


def test_that_a_hundred_layers_are_saved_and_opened_and_one_more_is_said_to_be_too_many() -> None:
    project = project_of(session_of(layered(MAX_LAYERS), 2))
    assert len(parse_project(write_project(project)).setup.network.layers) == MAX_LAYERS
    too_many = project_of(session_of(layered(MAX_LAYERS + 1), 2))
    with pytest.raises(ProjectError, match="the network has 101 layers, the limit is 100"):
        write_project(too_many)


def test_that_a_small_file_can_not_ask_for_much_work() -> None:
    """Few weights and many units: 480 bytes that would take most of a gigabyte."""
    wide = NetworkSpec(64, (LayerSpec(19_900), LayerSpec(10, "softmax")), "categorical_cross_entropy")
    setup = Setup(data=DataSpec("digits"), network=wide)
    with pytest.raises(ProjectError, match="too much for its memory: take smaller batches or fewer units"):
        resume(parse_project(write_project(Project(setup))))


def test_that_the_widest_network_that_the_window_makes_is_opened_before_its_run() -> None:
    hidden = tuple(LayerSpec(500) for _ in range(8))
    setup = Setup(
        data=DataSpec("digits"),
        network=NetworkSpec(64, (*hidden, LayerSpec(10, "softmax")), "categorical_cross_entropy"),
    )
    assert resume(parse_project(write_project(Project(setup))))[1].setup.network.sizes[1:-1] == (500,) * 8


def test_that_a_large_table_may_ask_for_more() -> None:
    values = np.random.default_rng(0).normal(size=(20, 60_000))
    table = Table(tuple(f"c{j}" for j in range(20)), values, values[0], (), "y", "large.csv", 60_000)
    network = NetworkSpec(20, (LayerSpec(250), LayerSpec(1, "linear")), "mean_squared_error")
    training = TrainingSpec(batch_size=None)
    setup = Setup(data=DataSpec("csv", table=table), network=network, training=training)
    units = sum(network.sizes)
    assert 8 * units * 30_000 > limits.FRESH_WORK
    assert resume(Project(setup))[1].setup.network.sizes == (20, 250, 1)


@pytest.mark.parametrize("field", ["activation", "optimizer", "cost", "initialization"])
def test_that_a_long_name_is_said_in_a_short_sentence(field: str) -> None:
    text = json.dumps({"format": "chalknet-setup", "version": 1, **as_content(Setup())})
    old = {
        "activation": '"tanh"',
        "optimizer": '"gradient_descent"',
        "cost": '"binary_cross_entropy"',
        "initialization": '"xavier"',
    }[field]
    with pytest.raises(SetupError, match=f"{field} 'a+") as raised:
        from_json(text.replace(old, f'"{"a" * 100_000}"'))
    assert len(str(raised.value)) < 400


def test_that_a_damaged_picture_is_no_reason_to_lose_a_project() -> None:
    whole = small_project()
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_project(whole))) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, b"no picture" if name == "preview.png" else content)
    opened = parse_project(file.getvalue())
    assert (opened.setup, opened.preview) == (whole.setup, b"")
