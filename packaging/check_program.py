"""Runs a built program as a person would: every command once, a picture of a lesson, the smoke test."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

EXPRESSION = ("graph", "J = 3*(a + b*c)", "--at", "a=5,b=3,c=2", "--json")
LESSON = ("--workspace", "course", "--lesson", "12-backward", "--row", "3", "--size", "1280x720")
GIVE_UP_SECONDS = 180


class CheckError(SystemExit):
    """A check that failed; ends the build with exit code 1."""


def check_program(program: Path) -> None:
    """Run all checks, each in a folder that is not the program's. Raises CheckError with the command that failed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _expect("Chalknet" in _run(program, folder, "--version"), "--version")
        trained = json.loads(_run(program, folder, "train", "--epochs", "50", "--json"))
        _expect(bool(trained), "train")
        _expect(
            bool(json.loads(_run(program, folder, "step", "--example", "worked-example", "--json"))), "step"
        )
        _expect(bool(json.loads(_run(program, folder, *EXPRESSION))), "graph")
        _run(program, folder, "lesson-check", "--labs")
        _run(program, folder, "sheet", "--exercise", "7", "--out", "sheet.pdf")
        _expect((folder / "sheet.pdf").stat().st_size > 5_000, "sheet")
        for theme in ("light", "dark"):
            _run(program, folder, "--screenshot", f"{theme}.png", "--theme", theme, *LESSON)
            _expect((folder / f"{theme}.png").stat().st_size > 20_000, f"--screenshot, {theme}")
        print(_run(program, folder, "--smoke-test").strip().splitlines()[-1])
    print("every check of the built program passed")


def _run(program: Path, folder: Path, *arguments: str) -> str:
    """What the program prints. Nothing of the environment's Python is left for it to find."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    environment["QT_QPA_PLATFORM"] = "offscreen"
    ended = subprocess.run(
        [str(program), *arguments],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=GIVE_UP_SECONDS,
    )
    if ended.returncode != 0 or "Traceback" in ended.stderr:
        raise CheckError(
            f"chalknet: {' '.join(arguments)} failed ({ended.returncode})\n{ended.stdout}{ended.stderr}"
        )
    return ended.stdout


def _expect(holds: bool, step: str) -> None:
    if not holds:
        raise CheckError(f"chalknet: the built program did not do what {step} promises")
