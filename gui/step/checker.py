"""Runs gradient checks beside the GUI thread: the newest request counts, an older one is given up.

A check of a small layer takes milliseconds, one of a large layer seconds: two forward passes an entry.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.step.check import LayerCheck, Place, check_gradient
from engine.step.tape import Tape

POLL_MS = 15


@dataclass(frozen=True, eq=False)
class Question:
    """dW or db of a layer; broken: with a wrong g'; include: an entry that must be among those that are checked."""

    tape: Tape
    symbol: str
    layer: int
    broken: bool
    include: Place | None


class GradientChecker(QObject):
    """Signals: done(LayerCheck)."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Question | None = None
        self._thread: threading.Thread | None = None
        self._give_up = threading.Event()
        self._results: deque[LayerCheck] = deque(maxlen=1)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._thread is not None

    def ask(self, question: Question) -> None:
        """Check this; `done` follows unless another question comes before."""
        self._waiting = question
        if self._thread is None:
            self._begin()
        else:
            self._give_up.set()

    def close(self) -> None:
        """Give up and wait for the thread to end."""
        self._poll.stop()
        self._waiting = None
        self._give_up.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        assert self._waiting is not None
        question, self._waiting = self._waiting, None
        self._give_up.clear()
        self._thread = threading.Thread(
            target=self._check, args=(question,), name="gradient check", daemon=True
        )
        self._thread.start()
        self._poll.start()

    def _check(self, question: Question) -> None:
        found = check_gradient(
            question.tape.moment,
            question.symbol,
            question.layer,
            broken=question.broken,
            include=question.include,
            cancelled=self._give_up.is_set,
            tape=question.tape,
        )
        if found is not None:
            self._results.append(found)

    @Slot()
    def _on_poll(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = None
        if self._waiting is not None:
            self._results.clear()
            self._begin()
            return
        self._poll.stop()
        while self._results:
            self.done.emit(self._results.popleft())
