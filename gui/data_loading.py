"""Makes data sets off the GUI thread. Requests that pile up are skipped: only the newest is made.

Small generated sets take a millisecond or two and are made at once, so that a dragged slider answers at once.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data import SOURCES, Dataset, DataSpec, build_dataset, prepare_pictures
from engine.setup import Setup

log = logging.getLogger(__name__)

POLL_MS = 15

Then = Callable[[], object]


@dataclass(frozen=True)
class Loaded:
    """Data that are ready, with the text and merge key of the edit that they become.

    setup: the whole set-up that asked for them, where one was opened; None where only the data change. then: what
    follows the edit.
    """

    dataset: Dataset
    text: str
    merge_key: str
    setup: Setup | None = None
    then: Then | None = None


class DataLoader(QObject):
    """Signals: loaded(Loaded); failed(str) with one sentence; busy_changed(bool)."""

    loaded = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[DataSpec, str, str, Setup | None, Then | None] | None = None
        self._is_forgotten = False
        self._thread: threading.Thread | None = None
        self._results: deque[Loaded | str] = deque()
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @Slot(object, str, str)
    def request(
        self,
        spec: DataSpec,
        text: str,
        merge_key: str = "",
        setup: Setup | None = None,
        then: Then | None = None,
    ) -> None:
        """Make this data; `loaded` follows, at once for a generated plane."""
        if self._thread is None and SOURCES[spec.source].kind == "plane":
            self._make(spec, text, merge_key, setup, then)
            self._deliver()
            return
        self._waiting = (spec, text, merge_key, setup, then)
        if self._thread is None:
            self._begin()

    def forget(self) -> None:
        """Deliver nothing of what was asked for until now: it was asked of another project."""
        self._waiting = None
        self._is_forgotten = self._thread is not None

    def close(self) -> None:
        """Wait for the thread to end."""
        self._poll.stop()
        self._waiting = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        assert self._waiting is not None
        request, self._waiting = self._waiting, None
        self._thread = threading.Thread(target=self._make, args=request, name="data", daemon=True)
        self._thread.start()
        self._poll.start()
        self.busy_changed.emit(True)

    def _make(
        self, spec: DataSpec, text: str, merge_key: str, setup: Setup | None, then: Then | None
    ) -> None:
        try:
            dataset = build_dataset(spec)
            prepare_pictures(dataset)
            self._results.append(Loaded(dataset, text, merge_key, setup, then))
        except (ValueError, MemoryError, OSError) as error:
            log.warning("data could not be made: %s", error)
            self._results.append(str(error) or type(error).__name__)

    @Slot()
    def _on_poll(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = None
        if self._is_forgotten:
            self._is_forgotten = False
            self._results.clear()
        self._deliver()
        if self._waiting is not None:
            self._begin()
        else:
            self._poll.stop()
            self.busy_changed.emit(False)

    def _deliver(self) -> None:
        while self._results:
            result = self._results.popleft()
            if isinstance(result, Loaded):
                self.loaded.emit(result)
            else:
                self.failed.emit(result)
