"""Makes formulas one after the other on a thread of its own, which ends by itself when nothing is left. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable

from gui.formulas.book import Entry

Make = Callable[[str], Entry | None]
Deliver = Callable[[str, Entry | None], None]


class Typesetter:
    """make(latex) and deliver(latex, made) are called on the thread; made is None for what can't be typeset."""

    def __init__(self, make: Make, deliver: Deliver) -> None:
        self._make = make
        self._deliver = deliver
        self._lock = threading.Lock()
        self._waiting: dict[str, None] = {}  # in the order of asking
        self._current: str | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_working(self) -> bool:
        """Whether something is being typeset or waits for it."""
        with self._lock:
            return self._thread is not None

    def ask(self, latex: str) -> None:
        """Typeset a formula soon; asking again for the same one changes nothing."""
        with self._lock:
            if latex == self._current:
                return
            self._waiting[latex] = None
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="formulas")
                self._thread.start()

    def close(self) -> None:
        """Forget what waits and let the thread end."""
        with self._lock:
            self._waiting.clear()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (latex := self._take()) is not None:
            self._deliver(latex, self._make(latex))

    def _take(self) -> str | None:
        with self._lock:
            self._current = next(iter(self._waiting), None)
            if self._current is None:
                self._thread = None
            else:
                del self._waiting[self._current]
            return self._current
