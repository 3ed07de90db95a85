"""Work beside the GUI thread that ends in a value, a file that is written or read, or in one sentence why not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.export import ExportError
from gui import errands, whole_file

log = logging.getLogger(__name__)

BROKEN = "This could not be done because of a fault in the program; details are in the log"


@dataclass(frozen=True, eq=False)
class _Outcome:
    """What the work returned; a fault: why there is nothing."""

    value: Any = None
    fault: str = ""


class Errands(QObject):
    """One after the other, in the order of `do`. Signals: failed(str), one sentence."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands.Errands(self)
        self._errands.done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._errands.is_busy

    def do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Call `work` on a thread, and `then` with what it returned on this one. What it raises becomes `failed`."""
        self._errands.run(partial(_attempt, work), then)

    def close(self) -> None:
        """Wait for what is being written; nothing follows, and what waits is dropped."""
        self._errands.close()

    @Slot(object, object)
    def _on_done(self, then: Callable[[Any], None], outcome: _Outcome) -> None:
        if outcome.fault:
            self.failed.emit(outcome.fault)
        else:
            then(outcome.value)


def write_whole(path: Path, content: bytes) -> None:
    """Write all of it or nothing; a file that was there stays whole if that fails. Raises ExportError."""
    reason = whole_file.write_whole(path, content)
    if reason:
        raise ExportError(f"{path.name} can't be written: {reason}. Choose another folder.")


def _attempt(work: Callable[[], Any]) -> _Outcome:
    try:
        return _Outcome(work())
    except ExportError as error:
        return _Outcome(fault=str(error))
    except MemoryError:
        return _Outcome(fault="There is not enough memory for this")
    except Exception:  # whatever broke: who waits for the file hears that there is none, the log the rest
        log.exception("an export failed")
        return _Outcome(fault=BROKEN)
