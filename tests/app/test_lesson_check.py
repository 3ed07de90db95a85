"""`main.py lesson-check`: a line for every fault, exit codes, and no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gui.command_line import run_command
from tests.engine.lessons.lesson_texts import lesson_text, line_of

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_sound_lesson_is_counted_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "good.md", lesson_text())
    assert run_command(["lesson-check", path]) == 0
    assert capsys.readouterr().out == f"{path}: 1 scene, 1 fact, 0 questions, nothing wrong\n"


def test_faults_are_printed_with_name_and_line_and_end_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = lesson_text().replace('says = "33"', 'says = "34"').replace("minutes: 5", "minutes: x")
    bad, good = write(tmp_path, "bad.md", text), write(tmp_path, "good.md", lesson_text())
    assert run_command(["lesson-check", good, bad]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith(f"{bad}:{line_of(text, 'minutes')}: minutes must be a whole number")
    assert any(line.startswith(f"{bad}:{line_of(text, '[[fact]]')}: the text says '34'") for line in lines)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "nowhere.md")
    assert run_command(["lesson-check", path]) == 1
    assert capsys.readouterr().out == f"{path}:1: there is no such file\n"


def test_the_labs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["lesson-check", "--labs"]) == 0
    assert "| `slope` (C3)" in capsys.readouterr().out


def test_without_a_file_it_says_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(["lesson-check"])
    assert ended.value.code == 2
    assert "FILE" in capsys.readouterr().err


def test_it_needs_no_qt(tmp_path: Path) -> None:
    path = write(tmp_path, "good.md", lesson_text())
    script = (
        "import sys\n"
        "for blocked in ('PySide6', 'shiboken6', 'pyqtgraph'):\n"
        "    sys.modules[blocked] = None\n"
        "from gui.command_line import run_command\n"
        f"sys.exit(run_command(['lesson-check', {path!r}]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
