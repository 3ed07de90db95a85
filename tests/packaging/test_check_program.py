"""How a built program is tried: a stand-in for it says what it was asked, and on which display."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import build_package
import check_program
import pytest
from check_program import CheckError, smoke_test, try_program
from displays import has_xvfb, virtual_display

from gui.display import why_no_display

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")

needs_xvfb = pytest.mark.skipif(not has_xvfb(), reason="needs Xvfb")


@pytest.fixture(autouse=True)
def _nobodys_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def stand_in(folder: Path, body: str) -> Path:
    program = folder / "chalknet"
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


SAYS_ALL = 'echo "$* on $QT_QPA_PLATFORM ${DISPLAY:-nothing} python=${PYTHONPATH:-none}"'


def test_that_a_failing_step_is_passed_on(tmp_path):
    program = stand_in(
        tmp_path, 'echo "window   fine"; echo "smoke test failed: save: disk full" >&2; exit 1'
    )
    with pytest.raises(CheckError) as failed:
        smoke_test(program, tmp_path)
    assert "--smoke-test failed (1)" in str(failed.value)
    assert "smoke test failed: save: disk full" in str(failed.value)


def test_that_a_program_that_hangs_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(check_program, "GIVE_UP_SECONDS", 0.2)
    with pytest.raises(CheckError, match="--smoke-test was not done in"):
        smoke_test(stand_in(tmp_path, "exec tail -f /dev/null"), tmp_path)


def test_that_nobodys_screen_is_taken(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    smoke_test(stand_in(tmp_path, SAYS_ALL), tmp_path)
    assert capsys.readouterr().out == "--smoke-test on offscreen :0 python=none\n"


def test_that_without_xvfb_it_runs_offscreen(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(check_program, "has_xvfb", lambda: False)
    smoke_test(stand_in(tmp_path, SAYS_ALL), tmp_path)
    assert capsys.readouterr().out == "--smoke-test on offscreen nothing python=none\n"


@needs_xvfb
def test_that_with_xvfb_it_meets_the_real_platform(tmp_path, capsys):
    smoke_test(stand_in(tmp_path, SAYS_ALL), tmp_path)
    said = capsys.readouterr().out.split()
    assert said[2] == "xcb"
    assert said[3].removeprefix(":").isdigit()


@needs_xvfb
def test_that_a_virtual_display_ends_with_its_block():
    with virtual_display() as name:
        assert why_no_display({"DISPLAY": name}) is None
    assert "does not answer" in (why_no_display({"DISPLAY": name}) or "")


@pytest.mark.parametrize(("wish", "check"), [([], "try_program"), (["--check"], "check_program")])
def test_that_a_folder_is_tried_and_not_packed(monkeypatch, capsys, wish, check):
    program = build_package.ROOT / "build" / "chalknet"
    calls = []
    monkeypatch.setattr(sys, "argv", ["build_package.py", "--folder", *wish])
    monkeypatch.setattr(build_package, "build", lambda one_file: program)
    for name in ("try_program", "check_program", "pack"):
        monkeypatch.setattr(build_package, name, lambda *given, name=name: calls.append((name, *given)))
    assert build_package.main() == 0
    assert calls == [(check, program)]
    assert "built in" in capsys.readouterr().out


def test_that_a_program_is_tried_in_a_folder_that_is_not_its_own(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(check_program, "has_xvfb", lambda: False)
    try_program(stand_in(tmp_path, "pwd"))
    where = Path(capfd.readouterr().out.strip())
    assert where != tmp_path
    assert not where.exists()
