"""Work of a lab on a thread: results come one by one, each when the window has taken the one before.

The thread touches no Qt object; a timer fetches what it has made. So results can't pile up, and a lab that is
closed leaves nothing behind that could still speak to it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

log = logging.getLogger(__name__)

FETCH_MS = 8
JOIN_SECONDS = 5.0


class Background(QObject):
    """One piece of work at a time; a second start gives the first one up.

    Signals: came(object), for each thing that the work yielded; ended(), after the last one, not after `cancel`.
    Work that fails raises its exception in the window's thread, where the program reports it.
    """

    came = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self._given_up: list[_Work] = []
        self._timer = QTimer(self)
        self._timer.setInterval(FETCH_MS)
        self._timer.timeout.connect(self._fetch)

    @property
    def is_busy(self) -> bool:
        """Whether results, or the end, are still to come."""
        return self._work is not None

    def start(self, function: Callable[..., Any], *arguments: object) -> None:
        """Run function(*arguments) on a thread: a generator yields several results, anything else returns one.

        Between two results of a generator the work can be given up, so it yields every few hundredths of a second.
        """
        self.cancel()
        self._work = _Work(function, arguments)
        self._work.start()
        self._timer.start()

    def cancel(self) -> None:
        """Give the work up: nothing more comes of it. Does not wait for the thread."""
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._given_up = [work for work in self._given_up if work.is_alive()] + [self._work]
            self._work = None

    def close(self) -> None:
        """Give the work up and wait for its thread, as long as one result takes."""
        self.cancel()
        for work in self._given_up:
            work.join(JOIN_SECONDS)
        self._given_up = []

    def _fetch(self) -> None:
        work = self._work
        if work is None:
            return
        is_over = work.is_over  # asked first: nothing comes after it
        if work.has_result:
            self.came.emit(work.take())
        elif is_over:
            self._timer.stop()
            self._work = None
            work.join(JOIN_SECONDS)
            if work.error is not None:
                raise work.error
            self.ended.emit()


class _Work(threading.Thread):
    """The thread of one start, with room for one result."""

    def __init__(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
        super().__init__(name=f"lab: {getattr(function, '__name__', 'work')}", daemon=True)
        self._function, self._arguments = function, arguments
        self._box: list[object] = []
        self._changed = threading.Condition()
        self._is_cancelled = False
        self.is_over = False
        self.error: Exception | None = None

    @property
    def has_result(self) -> bool:
        return bool(self._box)

    def take(self) -> object:
        with self._changed:
            self._changed.notify()
            return self._box.pop(0)

    def cancel(self) -> None:
        with self._changed:
            self._is_cancelled = True
            self._changed.notify()

    def run(self) -> None:
        try:
            self._deliver(self._function(*self._arguments))
        except Exception as error:  # whatever broke: raised again in the window's thread
            log.exception("the work of a lab failed")
            self.error = error
        finally:
            self.is_over = True

    def _deliver(self, made: object) -> None:
        if not isinstance(made, Iterator):
            self._put(made)
            return
        for result in made:
            if not self._put(result):
                break

    def _put(self, result: object) -> bool:
        """Wait for room; False if the work was given up meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_cancelled or not self._box)
            if not self._is_cancelled:
                self._box.append(result)
            return not self._is_cancelled
