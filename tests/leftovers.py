"""Finds what a test leaves running: threads, Qt threads, timers, visible windows. Qt is looked at only if imported."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import Any

GRACE_SECONDS = 1.0

_started: list[tuple[weakref.ref[Any], str]] = []  # each QThread and QTimer, and where
_watched: list[type] = []


class Leftovers:
    """Made before a test, asked after it, and forgotten. Knows where each QThread and QTimer was started."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._windows = set(_visible_windows())
        _watch_starts()
        self._first = len(_started)

    def find(self) -> list[str]:
        """One text for each thing that is still there, after a moment for threads to end."""
        _delete_what_waits_for_deletion()
        found = [f"thread {thread.name!r}" for thread in self._threads_left()]
        if self._running():
            gc.collect()
        found += [f"{type(thing).__name__} started at {place}" for thing, place in self._running()]
        found += [f"visible {name}" for name in set(_visible_windows()) - self._windows]
        return sorted(found)

    def forget(self) -> None:
        """What was started so far is not asked about again."""
        del _started[self._first :]

    def _threads_left(self) -> list[threading.Thread]:
        # A dummy stands for a thread of Qt's that once called Python; those are found as QThread.
        now = (thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread))
        new = [thread for thread in now if thread not in self._threads]
        for thread in new:
            thread.join(GRACE_SECONDS)
        return [thread for thread in new if thread.is_alive()]

    def _running(self) -> list[tuple[Any, str]]:
        """Weak references: what only the test's local variables held is gone by now, not left behind."""
        if len(_started) == self._first:
            return []
        from shiboken6 import isValid

        things = [(reference(), place) for reference, place in _started[self._first :]]
        return [(thing, place) for thing, place in things if thing and isValid(thing) and _is_running(thing)]


def _watch_starts() -> None:
    """Once in a process, as soon as somebody has imported Qt."""
    if _watched or "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QThread, QTimer

    for kind in (QThread, QTimer):
        _watched.append(kind)
        _watch(kind)


def _watch(kind: Any) -> None:
    original = kind.start

    def start(thing: Any, *arguments: Any) -> None:
        # Timers made by QTimer.singleShot(...) are static calls: there is no object to be left behind.
        caller = sys._getframe(1)
        _started.append((weakref.ref(thing), f"{caller.f_code.co_filename}:{caller.f_lineno}"))
        original(thing, *arguments)

    kind.start = start


def _is_running(thing: Any) -> bool:
    running: bool = thing.isRunning() if hasattr(thing, "isRunning") else thing.isActive()
    return running


def _visible_windows() -> list[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return [f"{type(window).__name__} {window.windowTitle()!r} ({id(window)})" for window in windows]


def _delete_what_waits_for_deletion() -> None:
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
