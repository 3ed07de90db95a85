"""Versions of the format: how an older one is brought up, and that every sample of every version opens for ever."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from engine.project import VERSION, read_project, resume, write_project
from engine.project.errors import Damage
from engine.project.migrations import MIGRATIONS, NewerFormatError, migrated, version_of

SAMPLES = Path(__file__).resolve().parents[2] / "projects"
EXPECTED: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def first_to_second(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "notes": content["text"]}


def second_to_third(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "notes": [content["notes"]]}


def test_that_migrations_follow_one_another_and_change_nothing_in_place() -> None:
    old = {"version": 1, "text": "a", "other": 3}
    steps = {1: first_to_second, 2: second_to_third}
    assert migrated(old, steps, 3) == {"version": 3, "text": "a", "notes": ["a"], "other": 3}
    assert old == {"version": 1, "text": "a", "other": 3}


def test_that_content_of_the_newest_version_stays_as_it_is() -> None:
    content = {"version": 3}
    assert migrated(content, {}, 3) is content


def test_that_there_is_a_migration_from_every_older_version() -> None:
    assert set(MIGRATIONS) == set(range(1, VERSION))


@pytest.mark.parametrize("version", [0, -1, "1", None, 1.0, True])
def test_that_a_version_must_be_a_whole_number(version: object) -> None:
    with pytest.raises(Damage, match="version"):
        version_of({"version": version})


def test_that_a_newer_version_is_refused_and_not_read() -> None:
    with pytest.raises(NewerFormatError, match="format 4, this program reads up to 3"):
        migrated({"version": 4}, {}, 3)


def test_that_there_are_samples_of_every_version() -> None:
    assert {int(name[1:].split("-")[0]) for name in EXPECTED} == set(range(1, VERSION + 1))
    assert sorted(EXPECTED) == sorted(path.name for path in SAMPLES.glob("*.chalk"))


@pytest.mark.parametrize("name", EXPECTED)
def test_that_a_sample_of_the_past_opens_with_the_same_numbers_and_goes_on(name: str) -> None:
    expected = EXPECTED[name]
    project = read_project(SAMPLES / name)
    dataset, session = resume(project)
    trainer = session.trainer
    assert project.version == int(name[1:].split("-", maxsplit=1)[0])
    assert hashlib.sha256(trainer.network.theta.tobytes()).hexdigest() == expected["theta"]
    assert trainer.network.cost(dataset.X_train, dataset.Y_train) == pytest.approx(expected["J"], rel=1e-9)
    assert (trainer.iteration, trainer.epoch, len(trainer.history)) == tuple(expected["counts"])
    assert (project.notes, project.view, project.extra) == tuple(expected["kept"])
    assert (session.divergence is not None) == expected["diverged"]
    session.run_updates(10)
    assert (trainer.iteration == expected["counts"][0] + 10) != expected["diverged"]


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith(f"v{VERSION}-")])
def test_that_a_sample_of_today_is_written_as_it_was_read(name: str) -> None:
    import io
    import zipfile

    path = SAMPLES / name
    data = write_project(read_project(path))
    with zipfile.ZipFile(io.BytesIO(data)) as ours, zipfile.ZipFile(path) as theirs:
        assert ours.namelist() == theirs.namelist()
        assert ours.read("project.json") == theirs.read("project.json")
