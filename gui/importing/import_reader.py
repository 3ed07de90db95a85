"""Looks at a table and reads it on a plain thread, one job at a time; the newest one counts.

The result lies in the job until a timer finds it, so that no thread ever calls into Qt.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data import CsvChoices, Preview, ReadingCancelled, Table, TableError, preview, read_table

log = logging.getLogger(__name__)

POLL_MS = 15
GIVE_WAY_SECONDS = 0.0015  # at every question whether to go on: time for the window
NO_MEMORY = "There is not enough memory for this table: choose fewer inputs or take a part of its rows"
BROKEN = "The table could not be read because of a fault in the program; details are in the log"


@dataclass
class Job:
    """One task of the thread: what it does, how far it is, and what came out."""

    work: Callable[[Job], Preview | Table]
    progress: float = 0.0
    outcome: Preview | Table | str | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def run(self) -> None:
        """What the thread does."""
        try:
            self.outcome = self.work(self)
        except TableError as error:
            self.outcome = str(error)
        except MemoryError:
            self.outcome = NO_MEMORY
        except ReadingCancelled:
            log.info("reading a table was given up")

    def is_stopped(self) -> bool:
        """Whether to give up; lets other threads go on for a moment."""
        return self.stop.wait(GIVE_WAY_SECONDS)

    def set_progress(self, share: float) -> None:
        """How far the work is, 0 to 1."""
        self.progress = share


class ImportReader(QObject):
    """Signals: looked(Preview); read(Table); failed(str), one sentence; stopped(), after `stop`;
    progressed(float), 0 to 1, while a table is read.
    """

    looked = Signal(object)
    read = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: Job | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is looked at or read."""
        return self._job is not None

    def look(
        self, path: Path, delimiter: str | None = None, decimal: str | None = None, header: bool | None = None
    ) -> None:
        """Look at the first rows of a file; what is None is guessed. `looked` or `failed` follows."""
        self._begin(Job(lambda _job: preview(path, delimiter, decimal, header)))

    def read_all(self, path: Path, choices: CsvChoices) -> None:
        """Read the whole file. `read` or `failed` follows."""
        self._begin(Job(lambda job: read_table(path, choices, job.set_progress, job.is_stopped)))

    def stop(self) -> None:
        """Give up what is being done; `stopped` follows."""
        self._next = None
        if self._job is not None:
            self._job.stop.set()

    def close(self) -> None:
        """Give up and wait for the thread to end; nothing follows."""
        self._poll.stop()
        self._next = None
        if self._job is not None and self._job.thread is not None:
            self._job.stop.set()
            self._job.thread.join()
        self._job = None

    def _begin(self, job: Job) -> None:
        if self._job is not None:
            self._job.stop.set()
            self._next = job
            return
        self._job = job
        job.thread = threading.Thread(target=job.run, name="import", daemon=True)
        job.thread.start()
        self._poll.start()

    @Slot()
    def _on_poll(self) -> None:
        job = self._job
        if job is None or job.thread is None:
            return
        if job.thread.is_alive():
            self.progressed.emit(job.progress)
            return
        job.thread.join()
        self._job = None
        following, self._next = self._next, None
        if following is not None:
            self._begin(following)
            return
        self._poll.stop()
        self._tell(job)

    def _tell(self, job: Job) -> None:
        if isinstance(job.outcome, Preview):
            self.looked.emit(job.outcome)
        elif isinstance(job.outcome, Table):
            self.read.emit(job.outcome)
        elif job.stop.is_set():
            self.stopped.emit()
        else:
            self.failed.emit(job.outcome or BROKEN)
