"""The one slot between the worker and the window, and the gate that keeps painting from being starved. No Qt."""

from __future__ import annotations

import threading

from engine.snapshot import Snapshot


class Mailbox:
    """Holds the newest snapshot only: a new one replaces an unread one, so nothing can pile up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self.taken = threading.Event()
        self.taken.set()

    def put(self, snapshot: Snapshot) -> None:
        """Leave a snapshot; the worker calls this."""
        with self._lock:
            self._snapshot = snapshot
            self.taken.clear()

    @property
    def is_empty(self) -> bool:
        """Whether there is no news; what comes meanwhile is seen at the next look."""
        return self._snapshot is None

    def take(self) -> Snapshot | None:
        """The newest snapshot, once; None when there is no news. The frame timer calls this."""
        with self._lock:
            snapshot, self._snapshot = self._snapshot, None
            self.taken.set()
            return snapshot


class Gate:
    """Closed for the time of a frame: the worker parks, so that painting has the interpreter to itself.

    A loop of tiny NumPy calls would otherwise win nearly every turn of the interpreter lock.
    """

    PATIENCE = 0.025  # seconds; a frame that never opens the gate again must not stop the training

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    def open(self) -> None:
        """The frame is painted: train on."""
        self._open.set()

    def close(self) -> None:
        """A frame begins: park at the next opportunity."""
        self._open.clear()

    @property
    def is_open(self) -> bool:
        """Whether the worker may train now."""
        return self._open.is_set()

    def pass_through(self) -> None:
        """Wait until the gate is open, but not for ever; the worker calls this between slices."""
        if not self._open.is_set():
            self._open.wait(self.PATIENCE)
