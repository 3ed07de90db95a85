"""Makes formulas one after the other on a thread of its own, which ends by itself when nothing is left. No Qt.

What formulas need may be prepared on the same thread; that comes before the next formula.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from gui.formulas.book import Entry

Make = Callable[[str], Entry | None]
Deliver = Callable[[str, Entry | None], None]
Task = Callable[[], None]


class Typesetter:
    """make(latex) and deliver(latex, made) are called on the thread; made is None for what can't be typeset."""

    def __init__(self, make: Make, deliver: Deliver) -> None:
        self._make = make
        self._deliver = deliver
        self._lock = threading.Lock()
        self._tasks: list[Task] = []
        self._waiting: dict[str, None] = {}  # in the order of asking
        self._current: str | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_working(self) -> bool:
        """Whether something is being prepared or typeset, or waits for it."""
        with self._lock:
            return self._thread is not None and self._thread.is_alive()

    def ask(self, latex: str) -> None:
        """Typeset a formula soon; asking again for the same one changes nothing."""
        with self._lock:
            if latex == self._current:
                return
            self._waiting[latex] = None
            self._start()

    def prepare(self, task: Task) -> None:
        """Call this on the thread, before the next formula."""
        with self._lock:
            self._tasks.append(task)
            self._start()

    def close(self) -> None:
        """Forget what waits and let the thread end."""
        with self._lock:
            self._tasks.clear()
            self._waiting.clear()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        """Have the thread; the lock is held."""
        if self._thread is None or not self._thread.is_alive():  # a fault may have ended it
            self._thread = threading.Thread(target=self._work, name="formulas")
            self._thread.start()

    def _work(self) -> None:
        while (wanted := self._take()) is not None:
            if isinstance(wanted, str):
                self._deliver(wanted, self._make(wanted))
            else:
                wanted()

    def _take(self) -> str | Task | None:
        with self._lock:
            if self._tasks:
                self._current = None
                return self._tasks.pop(0)
            self._current = next(iter(self._waiting), None)
            if self._current is None:
                self._thread = None
            else:
                del self._waiting[self._current]
            return self._current
