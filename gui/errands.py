"""Work that may take longer than a frame, one piece after the other beside the GUI thread, none left out."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

POLL_MS = 10


class Errands(QObject):
    """`run(work, label)` calls work() on a thread. Signals: done(label, result), in the GUI thread, in order."""

    done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Callable[[], object], object]] = deque()
        self._results: deque[tuple[object, object]] = deque()
        self._thread: threading.Thread | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, or not yet told."""
        return self._thread is not None or bool(self._waiting) or bool(self._results)

    def run(self, work: Callable[[], object], label: object) -> None:
        """Do this after everything that was asked for before."""
        self._waiting.append((work, label))
        if self._thread is None:
            self._begin()

    def close(self) -> None:
        """Leave what is waiting, and wait for the thread to end."""
        self._poll.stop()
        self._waiting.clear()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._results.clear()

    def _begin(self) -> None:
        work, label = self._waiting.popleft()
        self._thread = threading.Thread(target=self._do, args=(work, label), name="errand", daemon=True)
        self._thread.start()
        self._poll.start()

    def _do(self, work: Callable[[], object], label: object) -> None:
        self._results.append((label, work()))

    @Slot()
    def _on_poll(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = None
        results = list(self._results)
        self._results.clear()
        if self._waiting:
            self._begin()
        else:
            self._poll.stop()
        for label, result in results:
            self.done.emit(label, result)
