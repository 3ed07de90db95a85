"""Measures from outside when a started program has painted: Xvfb writes its screen into a file, which is watched.

The screen is black before; a window is as black until its first frame arrives, and that arrives as a whole.
"""

from __future__ import annotations

import contextlib
import mmap
import operator
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from displays import virtual_display

GIVE_UP_SECONDS = 60
REST_SECONDS = 1.5  # without a change: what comes now is no part of the start
LOOK_SECONDS = 0.005
# Of an XWD file: the header, then the colour table, both before the pixels.
HEADER_SIZE_AT, COLOURS_AT, COLOUR_BYTES = 0, 76, 12
# Of /proc/PID/stat behind the name, as proc(5) numbers them from 3.
PROCESS_GROUP, USER_TICKS, SYSTEM_TICKS = 2, 11, 12
PIXEL_BYTES = 4
SAMPLES = 4001  # an odd number, so that they are not all in one column
PAINTED_SHARE = 0.3  # of the samples: the window covers more than that of the screen
COMPLETE_SHARE = 0.97  # of the samples are as they stay; single curves and points may still come


@dataclass(frozen=True)
class FirstPaint:
    """Seconds from a start to its first painted frame, by the clock and of the processor's time, and by the clock until
    the window looks as it will at rest.

    The second says what an idle machine would need, also where others work on this one.
    """

    clock: float
    processor: float
    complete: float


def first_paints(command: Sequence[str], starts: int) -> list[FirstPaint]:
    """Of several starts, one after the other. Needs Linux and Xvfb."""
    with tempfile.TemporaryDirectory() as folder, virtual_display(Path(folder)) as display:
        return [_first_paint(command, display, Path(folder, "Xvfb_screen0")) for _ in range(starts)]


def _first_paint(command: Sequence[str], display: str, screen: Path) -> FirstPaint:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    begun = time.perf_counter()
    arguments = [*command, "--temp-profile"]
    started = subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    pictures: list[tuple[float, bytes]] = []  # each with its time, where it differs from the one before
    processor = 0.0
    try:
        while started.poll() is None and not _is_at_rest(time.perf_counter() - begun, pictures):
            picture, now = _samples(screen), time.perf_counter() - begun
            if _is_painted(picture) and not (pictures and pictures[-1][1] == picture):
                processor = processor or _processor_seconds(started.pid)
                pictures.append((now, picture))
            time.sleep(LOOK_SECONDS)
    finally:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(started.pid, signal.SIGTERM)
        started.wait()
        _wait_for_black(screen)
    if not pictures:
        raise SystemExit("chalknet: the program ended, or painted nothing in a minute")
    return FirstPaint(pictures[0][0], processor, _complete_at(pictures))


def _is_at_rest(now: float, pictures: Sequence[tuple[float, bytes]]) -> bool:
    return now > GIVE_UP_SECONDS if not pictures else now - pictures[-1][0] > REST_SECONDS


def _complete_at(pictures: Sequence[tuple[float, bytes]]) -> float:
    """When the picture first looked as it does at the end."""
    last = pictures[-1][1]
    complete = pictures[-1][0]
    for when, picture in reversed(pictures):
        same = sum(map(operator.eq, picture, last))
        if same < COMPLETE_SHARE * len(last):
            break
        complete = when
    return complete


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
    while _is_painted(_samples(screen)) and time.perf_counter() - begun < GIVE_UP_SECONDS:
        time.sleep(0.02)


def _samples(screen: Path) -> bytes:
    """Single bytes of the file: reading it whole would take the processor away from what is measured."""
    with screen.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        header = int.from_bytes(content[HEADER_SIZE_AT : HEADER_SIZE_AT + 4], "big")
        colours = int.from_bytes(content[COLOURS_AT : COLOURS_AT + 4], "big")
        first = header + colours * COLOUR_BYTES
        step = (len(content) - first) // SAMPLES // PIXEL_BYTES * PIXEL_BYTES
        return content[first::step]


def _is_painted(samples: bytes) -> bool:
    return len(samples) - samples.count(0) > PAINTED_SHARE * len(samples)
