"""Hears of every exception that nobody caught, on any thread. No Qt.

A fault in painting repeats at every frame: the same fault is told and logged the first time, the tenth, the
hundredth, ... The hooks that were there before run as often.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from gui.crash.fault import Fault, fault_of

log = logging.getLogger(__name__)

MOST_SIGNATURES = 200  # kinds of faults that are counted apart


class Hooks:
    """Installed when made; `remove` puts the earlier hooks back. tell(fault) is called on the thread of the fault."""

    def __init__(self, tell: Callable[[Fault], None]) -> None:
        self._tell = tell
        self._times: dict[str, int] = {}
        self._lock = threading.Lock()
        self._earlier = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Put the earlier hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._earlier

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
        thread: threading.Thread | None = None,
    ) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C in the terminal is none of our faults
            self._earlier[0](kind, error, trace)  # type: ignore[arg-type]  # None is as good as an exception
            return
        fault = self._count(fault_of(kind, error, trace, thread))
        if not _is_round(fault.times):
            return
        self._earlier[0](kind, error, trace)  # type: ignore[arg-type]
        log.error("unexpected in %s (%d): %s", fault.place, fault.times, fault.details)
        self._tell(fault)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback, args.thread)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        # Happens while something is thrown away: nothing that a person did fails, so that the log is enough.
        fault = self._count(fault_of(args.exc_type, args.exc_value, args.exc_traceback))
        if _is_round(fault.times):
            self._earlier[2](args)
            log.error("ignored in %r (%d): %s", args.object, fault.times, fault.details)

    def _count(self, fault: Fault) -> Fault:
        with self._lock:
            key = fault.signature
            if key not in self._times and len(self._times) >= MOST_SIGNATURES:
                key = ""
            self._times[key] = self._times.get(key, 0) + 1
            return fault.counted(self._times[key])


def _is_round(times: int) -> bool:
    """1, 10, 100, ..."""
    return str(times).strip("0") == "1"
