"""The unexpected: one hook logs it and, on the GUI thread, shows one dialog with the details to copy."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger(__name__)


class _Reporter(QObject):
    """Signals: caught(str), from any thread, with the traceback; it is shown on the GUI thread, one at a time."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._box: QMessageBox | None = None
        self.caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        if self._box is not None:
            return  # one dialog is enough: a fault in painting repeats at every frame
        from PySide6.QtWidgets import QMessageBox  # not needed by a start that goes well

        self._box = QMessageBox(
            QMessageBox.Icon.Critical, "Chalknet", "Something went wrong inside Chalknet."
        )
        self._box.setInformativeText("Your network is still there. The details help whoever mends it.")
        self._box.setDetailedText(details)
        self._box.finished.connect(self._on_closed)
        self._box.open()

    @Slot()
    def _on_closed(self) -> None:
        self._box = None


def install_error_hooks() -> None:
    """Send whatever nobody caught, on any thread, to the log and to one dialog; earlier hooks still run."""
    reporter = _Reporter()
    earlier = sys.excepthook

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        earlier(kind, error, trace)
        if issubclass(kind, Exception):
            details = "".join(traceback.format_exception(kind, error, trace))
            log.error("unexpected: %s", details)
            reporter.caught.emit(details)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception
