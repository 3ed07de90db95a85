"""`main.py sheet`: sheets without a display, exit codes, and one line for every fault."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.project import read_project, resume
from engine.setup import Setup, to_json
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from gui.command_line import run_command

ROOT = Path(__file__).resolve().parents[2]
NO_DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run_sheet(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in NO_DISPLAY}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "sheet", *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=kept | environ,
    )


def pages_of(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


@pytest.mark.parametrize("environ", [{}, {"QT_QPA_PLATFORM": "xcb"}])
def test_that_a_sheet_is_made_without_a_display(tmp_path: Path, environ: dict[str, str]) -> None:
    out = tmp_path / "exercise-7.pdf"
    ended = run_sheet("--exercise", "7", "--out", str(out), **environ)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{out}: {pages_of(out)} pages\n"
    assert b"595.000000 842.000000" in out.read_bytes()


def test_that_every_option_is_understood(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    wishes = "--exercise 3 --answers --paper letter --sizes 2,3,1 --activation tanh --examples 2"
    assert run_command(["sheet", *wishes.split(), "--out", str(out)]) == 0
    assert b"612.000000 792.000000" in out.read_bytes()


def test_that_answers_and_boxes_are_different_files_of_the_same_exercise(
    qapp: QApplication, tmp_path: Path
) -> None:
    boxes, answers = tmp_path / "boxes.pdf", tmp_path / "answers.pdf"
    assert run_command(["sheet", "--example", "worked-example", "--out", str(boxes)]) == 0
    assert run_command(["sheet", "--example", "worked-example", "--answers", "--out", str(answers)]) == 0
    assert boxes.read_bytes() != answers.read_bytes()
    assert "answers".encode("utf-16-be") in answers.read_bytes()


def test_that_the_sheet_of_a_project_has_the_numbers_of_its_next_update(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = ROOT / "tests" / "projects" / "v1-exercise.chalk"
    tapes = []
    monkeypatch.setattr("gui.sheet.command.make_sheet", lambda tape, *_, **__: tapes.append(tape) or 1)
    assert run_command(["sheet", str(project), "--out", str(tmp_path / "a.pdf")]) == 0
    _, session = resume(read_project(project), project.name)
    expected = record_tape(take_moment(session.trainer, "batch"))
    assert [row.name for row in tapes[0].rows] == [row.name for row in expected.rows]
    for made, row in zip(tapes[0].rows, expected.rows, strict=True):
        np.testing.assert_array_equal(made.value, row.value)


def test_that_a_damaged_project_is_refused_in_one_line(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "damaged.chalk"
    project.write_bytes(b"PK")
    assert run_command(["sheet", str(project), "--out", str(tmp_path / "a.pdf")]) == 2
    assert capsys.readouterr().err.startswith("chalknet: damaged.chalk")


def test_that_a_setup_and_one_of_its_examples_can_be_printed(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = tmp_path / "ring.json"
    setup.write_text(to_json(Setup()), encoding="utf-8")
    out = tmp_path / "ring.pdf"
    assert run_command(["sheet", str(setup), "--columns", "3", "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert "Circle".encode("utf-16-be") in out.read_bytes()  # its data, as the set-up has no title


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--exercise", "7", "--out", "{tmp}/no/such.pdf"], "folder"),
        (["--exercise", "7", "--out", "{tmp}"], "must end in .pdf"),
        (["--exercise", "7", "--out", "{tmp}/a.txt"], "must end in .pdf"),
        (["nowhere.json", "--out", "{tmp}/a.pdf"], "nowhere.json"),
        ([".", "--out", "{tmp}/a.pdf"], "folder"),
        (["--example", "nothing", "--out", "{tmp}/a.pdf"], "worked-example"),
        (["--exercise", "7", "--sizes", "2,99,1", "--out", "{tmp}/a.pdf"], "sizes"),
        (["--exercise", "7", "--activation", "pink", "--out", "{tmp}/a.pdf"], "pink"),
        (["--exercise", "7", "--examples", "0", "--out", "{tmp}/a.pdf"], "examples"),
        (["--example", "worked-example", "--sizes", "2,2,1", "--out", "{tmp}/a.pdf"], "--exercise"),
        (
            ["--example", "worked-example", "--columns", "2", "--out", "{tmp}/a.pdf"],
            "training example 2: there is only one",
        ),
    ],
)
def test_that_a_fault_is_said_in_one_line_and_leaves_no_file(
    qapp: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    word: str,
) -> None:
    assert run_command(["sheet", *(text.format(tmp=tmp_path) for text in arguments)]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("chalknet: ")
    assert printed.err.count("\n") == 1
    assert word in printed.err
    assert printed.out == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--out", "a.pdf"],
        ["--exercise", "7"],
        ["--exercise", "x", "--out", "a.pdf"],
        ["--exercise", "-1", "--out", "a.pdf"],
        ["--exercise", "7", "--example", "worked-example", "--out", "a.pdf"],
        ["--exercise", "7", "--paper", "a3", "--out", "a.pdf"],
        ["--exercise", "7", "--sizes", "2,", "--out", "a.pdf"],
        ["--exercise", "7", "--sizes", "2", "--out", "a.pdf"],
    ],
)
def test_that_wrong_arguments_end_with_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(["sheet", *arguments])
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that can't be written to")
def test_that_a_folder_that_cannot_be_written_to_is_said(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    try:
        assert run_command(["sheet", "--exercise", "7", "--out", str(tmp_path / "a.pdf")]) == 2
    finally:
        tmp_path.chmod(0o700)
    assert "can't be written" in capsys.readouterr().err
