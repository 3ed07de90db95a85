"""What a run writes down: a log file, the last lines in memory, and what faulthandler says of a hard crash.

Every run has files of its own, so that two programs at once do not mix; the newest few stay. A run that ends well
takes its crash file away. One that is found with words in it, and without its program, is what a crash left.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from collections import deque
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLockFile, QStandardPaths

from gui.crash.home import without_home

log = logging.getLogger(__name__)

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
KEPT_LINES = 200
KEPT_FILES = 5  # of each kind
LOG_BYTES = 500_000
TAIL_BYTES = 16_000  # of a log, copied behind the words of a crash
HOOKS = "gui.crash.hooks"  # its faults were printed by Python already


def log_folder() -> Path:
    """Where the files lie: in the program's data folder. Needs the application's name."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "logs"


class RecentLines(logging.Handler):
    """The last lines, for diagnostics."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.setFormatter(logging.Formatter(FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.extend(self.format(record).splitlines())


class BoundedFile(logging.FileHandler):
    """A log file that takes so many bytes and then no more: of a fault that repeats, the first is what counts."""

    def __init__(self, path: Path, limit: int = LOG_BYTES) -> None:
        super().__init__(path, encoding="utf-8", errors="backslashreplace")
        self.setLevel(logging.INFO)
        self.setFormatter(logging.Formatter(FORMAT))
        self._left = limit

    def emit(self, record: logging.LogRecord) -> None:
        size = len(self.format(record).encode("utf-8", "backslashreplace")) + 1
        if size <= self._left:
            super().emit(record)
        elif self._left > 0:
            assert self.stream is not None
            self.stream.write("the log is full\n")
            self.flush()
        self._left = self._left - size if size <= self._left else 0


class RunLog:
    """The log of one run, from its making to `close`. folder: None keeps lines in memory only.

    crash: the file that says how a run before crashed, or None.
    """

    def __init__(self, folder: Path | None) -> None:
        self.crash: Path | None = None
        self.file: Path | None = None
        self.recent = RecentLines()
        self._handlers: list[logging.Handler] = [self.recent]
        self._fault_file: TextIO | None = None
        self._lock: QLockFile | None = None
        _watch_in_terminal()
        if sys.stderr is not None:
            self._handlers.append(_terminal())
        if folder is not None:
            try:
                self._open(folder)
            except OSError as error:
                log.warning("there is no log file: %s", error)
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            root.addHandler(handler)

    def _open(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.crash = find_crash(folder)
        name = f"run-{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}"
        self._lock = QLockFile(str(folder / f"{name}.fault.lock"))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._handlers.append(BoundedFile(folder / f"{name}.log"))
        self.file = folder / f"{name}.log"
        self._fault_file = (folder / f"{name}.fault").open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        _keep_newest(folder, "run-*.log")
        _keep_newest(folder, "crash-*.log")

    def close(self) -> None:
        """The run ended well: nothing of it looks like a crash."""
        root = logging.getLogger()
        root.setLevel(self._level)
        for handler in self._handlers:
            root.removeHandler(handler)
            handler.close()
        if self._fault_file is not None:
            faulthandler.disable()
            _watch_in_terminal()
            self._fault_file.close()
            Path(self._fault_file.name).unlink(missing_ok=True)
            self._fault_file = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def recent_lines(count: int) -> list[str]:
    """The last lines of the log of this run; none before a RunLog is made."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, RecentLines):
            return list(handler.lines)[-count:]
    return []


def log_file() -> Path | None:
    """The log file of this run, if there is one."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, BoundedFile):
            return Path(handler.baseFilename)
    return None


def crash_message(file: Path) -> str:
    """The sentence for a start after a crash: the folder, so that it fits the status bar of the smallest window."""
    return f"Chalknet crashed last time. Log: {without_home(str(file.parent))}"


def find_crash(folder: Path) -> Path | None:
    """What the last run that crashed has left, made into a file that is found only once; None if there is nothing."""
    found = None
    for left in sorted(folder.glob("run-*.fault")):
        lock = QLockFile(f"{left}.lock")
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue  # its program is still running
        words = left.read_text(encoding="utf-8", errors="replace")
        if words.strip():
            found = left.with_name(f"crash-{left.stem.removeprefix('run-')}.log")
            found.write_text(f"{words}\n{_tail(left.with_suffix('.log'))}", encoding="utf-8")
        left.unlink()
        lock.unlock()
    return found


def _tail(path: Path) -> str:
    if not path.is_file():
        return ""
    lines = path.read_bytes()[-TAIL_BYTES:].decode("utf-8", "replace")
    return f"The end of the log of that run:\n{lines}"


def _keep_newest(folder: Path, pattern: str) -> None:
    for old in sorted(folder.glob(pattern))[:-KEPT_FILES]:
        with suppress(OSError):  # Windows: another Chalknet, started long ago, still writes it
            old.unlink()


def _watch_in_terminal() -> None:
    with suppress(OSError, RuntimeError):  # there is no terminal, or none with a file behind it
        faulthandler.enable()


def _terminal() -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.addFilter(lambda record: record.name != HOOKS)
    return handler
