"""What the command line understands, what it refuses, and what it must not load on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.command_line import parse_options, run_command
from gui.options import Options
from gui.version import VERSION
from main import set_thread_counts

ROOT = Path(__file__).resolve().parents[2]
NO_DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run_main(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in NO_DISPLAY}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=kept | environ,
    )


def test_that_no_arguments_mean_the_first_start() -> None:
    assert parse_options([]) == Options()


def test_that_every_option_is_understood(tmp_path: Path) -> None:
    arguments = "set.json --screenshot out.png --size 1280x720 --theme dark --workspace train --epochs 12"
    options = parse_options([*arguments.split(), "--smoke-test", "--temp-profile", "--reset-settings"])
    assert options == Options(
        file=Path("set.json"),
        screenshot=Path("out.png"),
        size=(1280, 720),
        theme="dark",
        workspace="train",
        epochs=12,
        smoke_test=True,
        temp_profile=True,
        reset_settings=True,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--size", "1280"],
        ["--size", "1280x"],
        ["--size", "-1x720"],
        ["--size", "5x5"],
        ["--size", "99999x99999"],
        ["--epochs", "many"],
        ["--epochs", "-1"],
        ["--epochs", "1.5"],
        ["--theme", "pink"],
        ["--workspace", "kitchen"],
        ["--unknown"],
        ["one.json", "two.json"],
        ["train", "--seed", "x"],
        ["train", "--epochs", "10000000000"],
    ],
)
def test_that_a_wrong_argument_ends_with_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["nowhere.json"], ["train", "nowhere.json"], ["--smoke-test", "."]])
def test_that_a_missing_file_is_said_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert arguments[-1] in said


def test_that_a_screenshot_into_a_missing_folder_is_refused_before_anything_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["--screenshot", str(tmp_path / "no" / "such" / "out.png")]) == 2
    assert "folder" in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_that_version_and_help_load_neither_qt_nor_numpy(argument: str) -> None:
    script = f"""
import sys
sys.argv = ["main.py", {argument!r}]
import main
try:
    main.main()
except SystemExit as ended:
    assert ended.code == 0
loaded = {{"PySide6", "numpy", "pyqtgraph"}} & set(sys.modules)
assert not loaded, loaded
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr


def test_that_the_version_is_printed() -> None:
    ended = run_main("--version")
    assert (ended.returncode, ended.stdout) == (0, f"Chalknet {VERSION}\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "none"}, {"QT_QPA_PLATFORM": "xcb"}]
)
def test_that_without_a_display_one_line_says_what_to_do(environ: dict[str, str]) -> None:
    ended = run_main(**environ)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "--screenshot" in ended.stderr


@pytest.mark.parametrize(("given", "expected"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_that_numpy_gets_one_thread_unless_told_otherwise(given: dict[str, str], expected: str) -> None:
    environ = dict(given)
    set_thread_counts(environ)
    assert environ["OPENBLAS_NUM_THREADS"] == expected


def test_that_an_expression_with_a_fault_is_refused_in_one_line_where_nobody_can_mend_it(
    tmp_path: Path,
) -> None:
    picture = tmp_path / "graph.png"
    arguments = ("--screenshot", str(picture), "--workspace", "graph", "--expression", "J = 3*(a + b*")
    found = run_main(*arguments, QT_QPA_PLATFORM="offscreen")
    assert found.returncode == 2
    assert found.stderr.count("\n") == 1
    assert "column 14" in found.stderr
    assert not picture.exists()
