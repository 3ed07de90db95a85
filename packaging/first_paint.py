"""Measures from outside when a started program has painted: Xvfb writes its screen into a file, which is watched.

The screen is black before; a window is as black until its first frame arrives, and that arrives as a whole.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from displays import virtual_display

GIVE_UP_SECONDS = 60
# Of an XWD file: the header, then the colour table, both before the pixels.
HEADER_SIZE_AT, COLOURS_AT, COLOUR_BYTES = 0, 76, 12
# Of /proc/PID/stat behind the name, as proc(5) numbers them from 3.
PROCESS_GROUP, USER_TICKS, SYSTEM_TICKS = 2, 11, 12
PIXEL_BYTES = 4
SAMPLES = 401  # an odd number, so that they are not all in one column
PAINTED_SHARE = 0.3  # of the samples: the window covers more than that of the screen


@dataclass(frozen=True)
class FirstPaint:
    """Seconds from a start to its first painted frame: by the clock, and of the processor's time.

    The second says what an idle machine would need, also where others work on this one.
    """

    clock: float
    processor: float


def first_paints(program: Path, starts: int) -> list[FirstPaint]:
    """Of several starts, one after the other. Needs Linux and Xvfb."""
    with tempfile.TemporaryDirectory() as folder, virtual_display(Path(folder)) as display:
        return [_first_paint(program, display, Path(folder, "Xvfb_screen0")) for _ in range(starts)]


def _first_paint(program: Path, display: str, screen: Path) -> FirstPaint:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    begun = time.perf_counter()
    command = [str(program), "--temp-profile"]
    started = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while time.perf_counter() - begun < GIVE_UP_SECONDS and started.poll() is None:
            if _is_painted(screen):
                return FirstPaint(time.perf_counter() - begun, _processor_seconds(started.pid))
            time.sleep(0.005)
        raise SystemExit("chalknet: the built program ended, or painted nothing in a minute")
    finally:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(started.pid, signal.SIGTERM)
        started.wait()
        _wait_for_black(screen)


def _processor_seconds(group: int) -> float:
    """Of all processes of a group: one file starts a second process that does the work."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # processes end while they are listed
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[PROCESS_GROUP]) == group:
                ticks += int(fields[USER_TICKS]) + int(fields[SYSTEM_TICKS])
    return ticks / os.sysconf("SC_CLK_TCK")


def _wait_for_black(screen: Path) -> None:
    """Xvfb takes a moment to clear the screen of a window that is gone."""
    begun = time.perf_counter()
    while _is_painted(screen) and time.perf_counter() - begun < GIVE_UP_SECONDS:
        time.sleep(0.02)


def _is_painted(screen: Path) -> bool:
    """Looks at single bytes of the file: reading it whole would take the processor away from what is measured."""
    with screen.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        header = int.from_bytes(content[HEADER_SIZE_AT : HEADER_SIZE_AT + 4], "big")
        colours = int.from_bytes(content[COLOURS_AT : COLOURS_AT + 4], "big")
        first = header + colours * COLOUR_BYTES
        step = (len(content) - first) // SAMPLES // PIXEL_BYTES * PIXEL_BYTES
        painted = sum(content[place] > 0 for place in range(first, len(content), step))
    return painted > PAINTED_SHARE * SAMPLES
