"""`main.py train` with projects: it goes on where one stood, keeps what it comes to, and refuses what it can't use."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.project import Project, read_project, resume, save_project
from engine.run import build
from engine.session import Session
from engine.setup import Setup, to_json
from engine.spec import TrainingSpec
from gui.command_line import run_command
from tests.app.terminals import open_terminal

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "projects"


def trained(*arguments: object, code: int = 0) -> None:
    assert run_command(["train", *map(str, arguments)]) == code


@pytest.mark.parametrize("optimizer", ["gradient_descent", "adam"])
def test_that_20_epochs_saved_and_20_more_give_the_same_file_as_40(optimizer: str, tmp_path: Path) -> None:
    setup = tmp_path / "setup.json"
    setup.write_text(to_json(replace(Setup(), training=TrainingSpec(optimizer, 0.01, 10))), encoding="utf-8")
    half, whole, straight = (tmp_path / f"{name}.chalk" for name in ("half", "whole", "straight"))
    trained(setup, "--epochs", 20, "--save", half)
    trained(half, "--epochs", 20, "--save", whole)
    trained(setup, "--epochs", 40, "--save", straight)
    assert whole.read_bytes() == straight.read_bytes()


def test_that_another_process_goes_on_to_the_same_bits(tmp_path: Path) -> None:
    half, whole, straight = (tmp_path / f"{name}.chalk" for name in ("half", "whole", "straight"))
    for arguments in (
        ("--epochs", "7", "--save", half),
        (half, "--epochs", "5", "--save", whole),
        ("--epochs", "12", "--save", straight),
    ):
        command = [sys.executable, str(ROOT / "main.py"), "train", *map(str, arguments)]
        ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert ended.returncode == 0, ended.stderr
    assert whole.read_bytes() == straight.read_bytes()


def test_that_a_begun_epoch_is_finished_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(*build(Setup())[:2])
    session.run_updates(30)  # one epoch of 25 updates, and 5 of the next
    path = tmp_path / "a.chalk"
    save_project(Project(session.setup, session.project_state()), path)
    trained(path, "--epochs", 1, "--json")
    result = json.loads(capsys.readouterr().out)
    assert (result["epochs"], result["iterations"]) == (2, 50)


def test_that_a_project_is_saved_over_itself_with_all_that_it_held_but_the_old_picture(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.chalk"
    before = read_project(SAMPLES / "v1-middle-of-an-epoch.chalk")
    save_project(before, path)
    trained(path, "--epochs", 0, "--save", path)
    after = read_project(path)
    assert (after.view, after.notes, after.extra) == (before.view, before.notes, before.extra)
    assert before.preview
    assert not after.preview
    np.testing.assert_array_equal(
        resume(after)[1].trainer.network.theta, resume(before)[1].trainer.network.theta
    )


def test_that_text_tells_how_many_updates_are_new(capsys: pytest.CaptureFixture[str]) -> None:
    trained(SAMPLES / "v1-table.chalk", "--epochs", 5)
    said = capsys.readouterr().out
    assert "fish.csv" in said
    assert "305 epochs, 305 updates; 5 of them now, in " in said


def test_that_a_table_is_saved_with_its_run(tmp_path: Path) -> None:
    table, path = tmp_path / "fruit.csv", tmp_path / "a.chalk"
    rows = [f"{0.1 * k:.1f},{1 - 0.1 * k:.1f},{'pear' if k < 10 else 'fig'}" for k in range(20)]
    table.write_text("\n".join(["size,weight,kind", *rows]), encoding="utf-8")
    trained(table, "--epochs", 5, "--save", path)
    table.unlink()
    trained(path, "--epochs", 5, "--save", path)
    assert resume(read_project(path))[1].trainer.epoch == 10


def test_that_a_diverged_run_is_saved_and_stays_diverged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.chalk"
    trained(ROOT / "assets" / "setups" / "diverged.json", "--save", path, code=3)
    trained(path, "--epochs", 10, code=3)
    assert "Diverged at update 343" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--save", "out.json"], "must end in .chalk"),
        (["--save", "no/such/folder/out.chalk"], "folder"),
        (["none.chalk"], "no file"),
        ([str(SAMPLES / "v1-table.chalk"), "--seed", "3"], "leave --seed out"),
    ],
)
def test_that_what_can_not_be_is_said_in_one_line_before_anything_is_trained(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    trained(*arguments, code=2)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert word in said.err


def test_that_a_write_protected_folder_is_said_before_anything_is_trained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != tmp_path)
    trained("--epochs", 1, "--save", tmp_path / "a.chalk", code=2)
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "write-protected" in said.err


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04" + bytes(100)])
def test_that_a_file_that_is_no_project_is_said_in_one_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.chalk"
    path.write_bytes(content)
    trained(path, code=2)
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "a.chalk" in said.err


def test_that_a_place_that_can_not_be_written_to_ends_with_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder.chalk"
    folder.mkdir()
    trained("--epochs", 1, "--save", folder, code=2)
    assert "folder.chalk can't be written: it is a folder" in capsys.readouterr().err


def test_that_an_interrupted_run_is_saved_as_far_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "a.chalk"
    screen, terminal = open_terminal()
    command = [sys.executable, str(ROOT / "main.py"), "train", "--epochs", "999999999", "--save", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True) as process:
        os.close(terminal)
        shown = b""
        while b"epoch 1" not in shown:  # the handler is in place once the first epochs are counted
            shown += os.read(screen, 4096)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        os.close(screen)
    assert process.returncode == 130
    assert resume(read_project(path))[1].trainer.epoch > 0
