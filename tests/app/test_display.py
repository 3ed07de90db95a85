"""Finding out whether a window can open, without opening one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gui.display import _why_no_plugin, missing_library, why_no_display

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="X and Wayland are asked on Linux only"
)


xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


@contextmanager
def x_server(*arguments: str) -> Iterator[str]:
    """A virtual X server on a free display; the value is its DISPLAY."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "800x600x24",
        "-nolisten",
        "tcp",
        *arguments,
    ]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_that_windows_and_macos_always_have_a_display(system: str) -> None:
    assert why_no_display({}, system) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900"])
def test_that_a_chosen_platform_without_a_display_is_respected(platform: str) -> None:
    assert why_no_display({"QT_QPA_PLATFORM": platform}, "linux") is None


@pytest.mark.parametrize(
    "environ",
    [{}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, {"DISPLAY": ""}],
)
def test_that_nothing_to_draw_on_is_said(environ: dict[str, str]) -> None:
    reason = why_no_display(environ, "linux")
    assert reason is not None
    assert "no display" in reason


@linux
@pytest.mark.parametrize(
    "display", [":987", "unix:987", "nonsense", ":99999999999", "host.invalid:0.0", "\udcff"]
)
def test_that_a_display_that_does_not_answer_is_said(display: str) -> None:
    reason = why_no_display({"DISPLAY": display}, "linux")
    assert reason is not None
    assert "does not answer" in reason


@linux
def test_that_a_wayland_socket_counts_only_when_somebody_listens(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    reason = why_no_display(environ, "linux")
    assert reason is not None
    assert "wayland-9 does not answer" in reason
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        reason = why_no_display(environ, "linux")
    assert reason is None or "system library" in reason


@linux
@xvfb
def test_that_a_display_that_answers_is_fine() -> None:
    with x_server() as display:
        assert why_no_display({"DISPLAY": display}) is None


@linux
@xvfb
def test_that_a_display_that_asks_for_a_secret_is_said(tmp_path: Path) -> None:
    # One entry of an Xauthority file: family "any", no address, no number, a cookie that nobody here knows.
    cookie = b"\xff\xff" + b"\0\0" * 2 + b"\0\x12MIT-MAGIC-COOKIE-1" + b"\0\x10" + b"k" * 16
    (tmp_path / "secret").write_bytes(cookie)
    with x_server("-auth", str(tmp_path / "secret")) as display:
        reason = why_no_display({"DISPLAY": display})
    assert reason is not None
    assert "does not let this user in" in reason


def test_that_a_display_without_the_library_to_reach_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.display.LIBXCB", "libxcb-that-nobody-has.so.1")
    said = why_no_display({"DISPLAY": ":0"}, "linux")
    assert said is not None
    assert "libxcb-that-nobody-has.so.1 is missing" in said


def test_that_a_missing_system_library_is_named() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in str(missing_library(error))


def test_that_a_packaged_program_names_packages_and_no_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "somewhere", raising=False)
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    advice = str(missing_library(error))
    assert "libegl1" in advice
    assert "script" not in advice


def test_that_the_library_is_named_also_where_a_packaged_program_says_it_in_other_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        reason = OSError("libwayland-cursor.so.0: cannot open shared object file: No such file or directory")
        raise OSError("Failed to load dynlib/dll 'plugin.so'. Most likely it was not found") from reason

    monkeypatch.setattr("ctypes.CDLL", fail)
    said = _why_no_plugin("libqxcb.so")
    assert said is not None
    assert said.startswith("the system library libwayland-cursor.so.0 is missing")


def test_that_a_missing_package_is_named() -> None:
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6.QtCore")
    assert "PySide6" in str(missing_library(error))


def test_that_a_fault_of_our_own_is_not_taken_for_a_missing_library() -> None:
    assert missing_library(ImportError("cannot import name 'x' from 'gui.app'", name="gui.app")) is None
