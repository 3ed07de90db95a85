"""Makes sheets beside the GUI thread: laying one out and writing its PDF takes a tenth of a second or more."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.step.tape import Tape
from gui.sheet.make import SheetError, pdf_of, write_file
from gui.sheet.sheet import compose_sheet
from gui.sheet.shelf import sheet_shelf

log = logging.getLogger(__name__)

POLL_MS = 15
BROKEN = "The sheet could not be made because of a fault in the program; details are in the log"


@dataclass(frozen=True, eq=False)
class Order:
    """A tape as a file. answers: for each sheet in that file whether it has answers, such as (False, True)."""

    tape: Tape
    title: str
    about: str
    path: Path
    answers: tuple[bool, ...] = (False,)
    paper: str = "a4"


class SheetMaker(QObject):
    """Signals: made(int), the number of pages that were written; failed(str), one sentence. One order at a time."""

    made = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._outcome: int | str = BROKEN
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        sheet_shelf()  # a QObject: it must belong to this thread

    @property
    def is_busy(self) -> bool:
        """Whether a sheet is being made."""
        return self._thread is not None

    def make(self, order: Order) -> None:
        """Make it; `made` or `failed` follows. Nothing happens while another one is being made."""
        if self._thread is not None:
            return
        self._outcome = BROKEN
        self._thread = threading.Thread(target=self._work, args=(order,), name="sheet", daemon=True)
        self._thread.start()
        self._poll.start()

    def close(self) -> None:
        """Wait for the thread to end, less than a second; nothing follows."""
        self._poll.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, order: Order) -> None:
        try:
            sheets = [
                compose_sheet(order.tape, order.title, order.about, answers=answers, paper=order.paper)
                for answers in order.answers
            ]
            write_file(order.path, pdf_of(sheets))
            self._outcome = sum(len(sheet.pages) for sheet in sheets)
        except SheetError as error:
            self._outcome = str(error)

    @Slot()
    def _on_poll(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = None
        self._poll.stop()
        if isinstance(self._outcome, int):
            self.made.emit(self._outcome)
        else:
            self.failed.emit(self._outcome)
