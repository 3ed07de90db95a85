"""Work beside the GUI thread that ends in a value: a file that is written or read."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSaveFile, QTimer, Signal, Slot

from engine.export import ExportError

log = logging.getLogger(__name__)

POLL_MS = 15
BROKEN = "This could not be done because of a fault in the program; details are in the log"


@dataclass(frozen=True, eq=False)
class _Errand:
    work: Callable[[], Any]
    then: Callable[[Any], None]


class Errands(QObject):
    """One after the other, in the order of `do`. Signals: failed(str), one sentence."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Errand] = deque()
        self._current: _Errand | None = None
        self._thread: threading.Thread | None = None
        self._outcome: Any = None
        self._fault = ""
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._thread is not None or bool(self._waiting)

    def do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Call `work` on a thread, and `then` with what it returned on this one. What it raises becomes `failed`."""
        self._waiting.append(_Errand(work, then))
        self._begin()

    def close(self) -> None:
        """Wait for what is being written; nothing follows, and what waits is dropped."""
        self._waiting.clear()
        self._poll.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        if self._thread is not None or not self._waiting:
            return
        self._current = self._waiting.popleft()
        self._thread = threading.Thread(target=self._work, args=(self._current,), name="export", daemon=True)
        self._thread.start()
        self._poll.start()

    def _work(self, errand: _Errand) -> None:
        self._fault = BROKEN
        self._outcome = None
        try:
            self._outcome = errand.work()
            self._fault = ""
        except ExportError as error:
            self._fault = str(error)
        except MemoryError:
            self._fault = "There is not enough memory for this"
        except Exception:
            log.exception("an export failed")

    @Slot()
    def _on_poll(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        errand, self._thread, self._current = self._current, None, None
        self._poll.stop()
        if self._fault:
            self.failed.emit(self._fault)
        elif errand is not None:
            errand.then(self._outcome)
        self._begin()


def write_whole(path: Path, content: bytes) -> None:
    """Write all of it or nothing; a file that was there stays whole if that fails. Raises ExportError."""
    file = QSaveFile(str(path))
    if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
        return
    raise ExportError(f"{path.name} can't be written: {file.errorString()}. Choose another folder.")
