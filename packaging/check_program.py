"""Runs a built program as a person would: every command once, a picture of a lesson, the smoke test."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from contextlib import nullcontext
from pathlib import Path

from displays import has_xvfb, virtual_display

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
        smoke_test(program, folder)
    print("every check of the built program passed")


def try_program(program: Path) -> None:
    """The smoke test alone. Raises CheckError with what the program said."""
    with tempfile.TemporaryDirectory() as name:
        smoke_test(program, Path(name))


def smoke_test(program: Path, folder: Path) -> None:
    """Through the platform plug-in of a real display, where Xvfb can be one and nobody's own would be taken."""
    is_somebodys = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    with virtual_display() if has_xvfb() and not is_somebodys else nullcontext() as display:
        print(_run(program, folder, "--smoke-test", display=display), end="")


def _run(program: Path, folder: Path, *arguments: str, display: str | None = None) -> str:
    """What the program prints; without a display nothing is shown."""
    command = " ".join(arguments)
    try:
        ended = subprocess.run(
            [str(program), *arguments],
            check=False,
            cwd=folder,
            env=_environment(display),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=GIVE_UP_SECONDS,
        )
    except subprocess.TimeoutExpired as expired:
        raise CheckError(f"chalknet: {command} was not done in {expired.timeout:.0f} s") from expired
    if ended.returncode != 0 or "Traceback" in ended.stderr:
        raise CheckError(f"chalknet: {command} failed ({ended.returncode})\n{ended.stdout}{ended.stderr}")
    return ended.stdout


def _environment(display: str | None) -> dict[str, str]:
    """Nothing of the environment's Python is left for the program to find."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    if display is None:
        return kept | {"QT_QPA_PLATFORM": "offscreen"}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def _expect(holds: bool, step: str) -> None:
    if not holds:
        raise CheckError(f"chalknet: the built program did not do what {step} promises")
