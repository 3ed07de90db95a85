"""`main.py step`: the tape as JSON and as text, exit codes, and no Qt."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.project import Project, read_project, resume, save_project
from engine.run import build
from engine.session import Session
from engine.setup import Setup, to_json
from engine.spec import TrainingSpec
from engine.step.exercises import PRESETS
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from gui.command_line import run_command

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "projects"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict[str, Any]:
    assert run_command(["step", *arguments, "--json"]) == code
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def write_setup(folder: Path, setup: Setup) -> str:
    path = folder / "setup.json"
    path.write_text(to_json(setup), encoding="utf-8")
    return str(path)


def rows(result: dict[str, Any]) -> dict[tuple[str, int | None], dict[str, Any]]:
    return {(row["symbol"], row["layer"]): row for row in result["rows"]}


def test_that_the_worked_example_prints_the_numbers_of_the_course(capsys: pytest.CaptureFixture[str]) -> None:
    result = printed(capsys, "--example", "worked-example")
    found = rows(result)
    assert len(result["rows"]) == 17
    assert np.round(found["dW", 1]["value"], 8).tolist() == [
        [-0.01740429, -0.01044257],
        [0.01189768, 0.00713861],
        [-0.02346535, -0.01407921],
    ]
    assert np.round(found["W", 2]["value"], 8).tolist() == [[0.32758148, -0.17571909, 0.42664783]]
    assert (round(result["cost_before"], 8), round(result["cost_after"], 8)) == (0.64644965, 0.60367517)


def test_that_a_row_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(printed(capsys, "--example", "worked-example"))
    row = found["Z", 1]
    assert {key: row[key] for key in ("symbol", "layer", "phase", "formula", "numpy", "shape")} == {
        "symbol": "Z",
        "layer": 1,
        "phase": "forward",
        "formula": "Z^{[1]} = W^{[1]} X + b^{[1]}",
        "numpy": "Z1 = W1 @ X + b1",
        "shape": [3, 1],
    }
    assert row["value"] == [[pytest.approx(0.32)], [pytest.approx(0.04)], [pytest.approx(0.24)]]
    assert found["J", None]["shape"] == [1, 1]
    assert {row["phase"] for row in found.values()} == {"forward", "cost", "backward", "update"}


def test_that_numbers_keep_every_digit_and_the_update_is_the_trainers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = replace(Setup(), training=TrainingSpec("adam", 0.01, batch_size=10))
    result = printed(capsys, write_setup(tmp_path, setup), "--epochs", "3")
    _, _, trainer = build(setup)
    trainer.run_epochs(3)
    tape = record_tape(take_moment(trainer))
    for row, shown in zip(tape.rows, result["rows"], strict=True):
        assert shown["value"] == row.value.tolist()
    trainer.step()
    np.testing.assert_allclose(rows(result)["W", 2]["value"], trainer.network.W[2], rtol=1e-12, atol=1e-12)
    assert set(rows(result)["W", 2]["memory"]) == {"v", "s"}
    assert {row["symbol"] for row in result["rows"]} == {"Z", "A", "J", "dA", "dZ", "dW", "db", "W", "b"}


def test_that_optimiser_alpha_seed_and_columns_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    result = printed(
        capsys,
        *("--optimizer", "momentum", "--alpha", "0.5", "--seed", "7", "--epochs", "2", "--columns", "3"),
    )
    setup = Setup()
    training = replace(setup.training, optimizer="momentum", alpha=0.5, seed=7)
    _, _, trainer = build(replace(setup, weights_seed=7, training=training))
    trainer.run_epochs(2)
    tape = record_tape(take_moment(trainer, 2))
    assert result["cost_after"] == tape.cost_after
    assert rows(result)["Z", 1]["shape"] == [4, 1]
    assert rows(printed(capsys, "--columns", "all"))["Z", 1]["shape"] == [4, 250]


@pytest.mark.parametrize("name", PRESETS)
def test_that_every_exercise_prints_as_text(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["step", "--example", name]) == 0
    said = capsys.readouterr()
    for part in (PRESETS[name].title, "Forward", "Cost", "Backward", "Update", "J before", "dZ1 = "):
        assert part in said.out
    assert said.err == ""


def test_that_an_unknown_example_is_refused_with_those_that_are_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["step", "--example", "C10"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert all(name in said.err for name in PRESETS)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--optimizer", "sgd"], "gradient_descent, momentum"),
        (["--alpha", "0"], "alpha must be a positive number"),
        (["--alpha", "nan"], "alpha must be a positive number"),
        (["--columns", "251"], "there are 250"),
        (["nowhere.json"], "there is no file"),
    ],
)
def test_that_what_can_not_be_done_is_said_in_one_line(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["step", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert part in said.err


def test_that_a_file_and_an_example_exclude_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_setup(tmp_path, Setup())
    assert run_command(["step", file, "--example", "worked-example"]) == 2
    assert "can't be used together" in capsys.readouterr().err


@pytest.mark.parametrize("columns", ["0", "-1", "some", "1.5"])
def test_that_wrong_columns_are_wrong_arguments(columns: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(["step", f"--columns={columns}"])
    assert ended.value.code == 2
    assert "batch, all or a number from 1" in capsys.readouterr().err


def test_that_a_table_can_be_stepped_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "fruit.csv"
    lines = [f"{0.1 * k:.1f},{1 - 0.1 * k:.1f},{'pear' if k < 10 else 'fig'}" for k in range(20)]
    table.write_text("\n".join(["size,weight,kind", *lines]), encoding="utf-8")
    assert rows(printed(capsys, str(table)))["J", None]["phase"] == "cost"


def test_that_a_run_that_diverged_prints_the_last_good_update(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = Setup()
    setup = replace(
        setup,
        data=replace(setup.data, source="plane"),
        training=TrainingSpec(alpha=1e6, batch_size=10),
    )
    assert run_command(["step", write_setup(tmp_path, setup), "--epochs", "100", "--json"]) == 3
    said = capsys.readouterr()
    assert "diverged at update" in said.err
    assert len(json.loads(said.out)["rows"]) == 25


def test_that_stepping_loads_no_qt() -> None:
    script = """
import sys
sys.argv = ["main.py", "step", "--example", "worked-example", "--json"]
import main
assert main.main() == 0
assert not {"PySide6", "pyqtgraph"} & set(sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    assert len(json.loads(ended.stdout)["rows"]) == 17


@pytest.mark.parametrize("name", ["v1-middle-of-an-epoch", "v1-table", "v1-exercise", "v1-no-run"])
def test_that_a_project_is_stepped_through_from_where_it_stands(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = SAMPLES / f"{name}.chalk"
    result = printed(capsys, str(path))
    trainer = resume(read_project(path))[1].trainer
    tape = record_tape(take_moment(trainer))
    assert [row["value"] for row in result["rows"]] == [row.value.tolist() for row in tape.rows]
    trainer.step()
    for l in range(1, trainer.network.spec.L + 1):
        np.testing.assert_allclose(
            rows(result)["W", l]["value"], trainer.network.W[l], rtol=1e-12, atol=1e-12
        )


def test_that_the_memory_of_a_projects_optimiser_is_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = replace(Setup(), training=TrainingSpec("adam", 0.01, batch_size=10))
    session = Session(*build(setup)[:2])
    session.run_updates(30)
    path = tmp_path / "a.chalk"
    save_project(Project(session.setup, session.project_state()), path)
    session.run_updates(20)  # the begun epoch ends with update 50
    tape = record_tape(take_moment(session.trainer))
    result = printed(capsys, str(path), "--epochs", "1")
    assert [row["value"] for row in result["rows"]] == [row.value.tolist() for row in tape.rows]
    assert np.any(np.array(rows(result)["W", 1]["memory"]["v"]))
    other = printed(capsys, str(path), "--optimizer", "momentum", "--alpha", "0.5")
    assert set(rows(other)["W", 1]["memory"]) == {"v"}


def test_that_a_project_that_diverged_prints_its_last_good_update(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["step", str(SAMPLES / "v1-diverged.chalk"), "--json"]) == 3
    assert "diverged at update" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "more", "part"),
    [
        (b"", [], "a.chalk is empty"),
        (b"no project", [], "no Chalknet project"),
        (None, ["--seed", "3"], "leave --seed out"),
    ],
)
def test_that_a_project_that_can_not_be_stepped_is_said_in_one_line(
    content: bytes | None, more: list[str], part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.chalk"
    path.write_bytes(content if content is not None else (SAMPLES / "v1-table.chalk").read_bytes())
    assert run_command(["step", str(path), *more]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert part in said.err
