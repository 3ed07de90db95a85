"""Nothing can be saved that could not be opened again: every limit of the reader is one of the writer, too."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

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
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
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
