"""Goes through the checks one after the other while the window lives its own life, and says which one failed."""

from __future__ import annotations

import faulthandler
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow
from gui.smoke.exporting import check_export
from gui.smoke.ground import CheckError, Ground, Until, Walk
from gui.smoke.lesson import check_lesson
from gui.smoke.playground import check_closing, check_training, check_window
from gui.smoke.project import check_opening, check_saving
from gui.smoke.stepping import check_graph, check_step

log = logging.getLogger(__name__)

Check = tuple[str, Callable[[Ground], Walk]]

CHECKS: tuple[Check, ...] = (
    ("window", check_window),
    ("train", check_training),
    ("step", check_step),
    ("graph", check_graph),
    ("lesson", check_lesson),
    ("save", check_saving),
    ("open", check_opening),
    ("export", check_export),
    ("close", check_closing),
)
POLL_MS = 10
MOST_SECONDS = 150.0
CLOSING_MS = 10_000
MORE_SECONDS = 20.0  # then not even a timer runs any more


class SmokeTest(QObject):
    """Signals: ended(bool), whether every check passed; once."""

    ended = Signal(bool)

    def __init__(self, window: MainWindow, folder: Path, checks: Sequence[Check] = CHECKS) -> None:
        super().__init__(window)
        self._ground = Ground(window, folder)
        self._left = list(checks)
        self._walk: Walk | None = None
        self._wait: Until | None = None
        self._waits_since = self._began = time.monotonic()
        self.name = ""
        self.is_over = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    def start(self) -> None:
        """Begin with the first check as soon as events are handled."""
        self._began = time.monotonic()
        self._poll.start()

    def fail(self, what: str) -> None:
        """The present check failed, and with it the test."""
        if not self.is_over:
            print(f"smoke test failed: {self.name}: {what}", file=sys.stderr)
            self._end(passed=False)

    @Slot()
    def _on_poll(self) -> None:
        try:
            self._go_on()
        except CheckError as error:
            self.fail(str(error))
        except Exception as error:
            log.exception("%s", self.name)
            self.fail(f"{type(error).__name__}: {error}")

    def _go_on(self) -> None:
        if time.monotonic() - self._began > MOST_SECONDS:
            raise CheckError(f"not at its end after {MOST_SECONDS:.0f} s")
        wait = self._wait
        if wait is not None and not wait.holds():
            if time.monotonic() - self._waits_since > wait.seconds:
                raise CheckError(f"{wait.otherwise()}, in {wait.seconds:g} s")
            return
        if self._walk is None:
            self.name, check = self._left.pop(0)
            self._walk = check(self._ground)
        self._follow(self._walk)

    def _follow(self, walk: Walk) -> None:
        try:
            self._wait, self._waits_since = next(walk), time.monotonic()
        except StopIteration as end:
            print(f"{self.name:<8} {end.value}")
            self._walk = self._wait = None
            if not self._left:
                print(f"smoke test passed in {time.monotonic() - self._began:.1f} s")
                self._end(passed=True)

    def _end(self, *, passed: bool) -> None:
        self._poll.stop()
        self.is_over = True
        self.ended.emit(passed)


def smoke_test(window: MainWindow, application: QApplication) -> int:
    """Run all checks; 0 when they passed and the program ended by the window's closing, 1 otherwise."""
    if sys.stderr is not None:  # a program without a terminal has none
        faulthandler.dump_traceback_later(MOST_SECONDS + MORE_SECONDS, exit=True)
    try:
        with tempfile.TemporaryDirectory(prefix="chalknet-smoke-", ignore_cleanup_errors=True) as folder:
            test = SmokeTest(window, Path(folder))
            test.ended.connect(partial(_leave, window))
            test.start()
            code = application.exec()
            test.fail("a fault ended the program; it is said above")
            return code
    finally:
        faulthandler.cancel_dump_traceback_later()


def _leave(window: MainWindow, passed: bool) -> None:
    """After all checks the window is closed, which must be enough; else it is closed now, and the program ended, once
    what was told before, such as a fault, is said.
    """
    if passed:
        QTimer.singleShot(CLOSING_MS, _end_by_force)
    else:
        window.close()
        QTimer.singleShot(0, partial(QApplication.exit, 1))


def _end_by_force() -> None:
    print("smoke test failed: close: the program goes on without its window", file=sys.stderr)
    QApplication.exit(1)
