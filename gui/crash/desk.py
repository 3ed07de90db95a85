"""Where faults arrive in the window's thread: the first of its kind in the dialog, the same again in the status bar."""

from __future__ import annotations

import logging
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from gui.crash.fault import Fault
from gui.crash.hooks import Hooks

if TYPE_CHECKING:
    from gui.crash.crash_dialog import CrashDialog
    from gui.main_window import MainWindow

log = logging.getLogger(__name__)

EXIT_CODE = 1


class CrashDesk(QObject):
    """Installs the hooks; `attend` names the window that the dialog belongs to. Without one a fault ends the program.

    Signals: opening(CrashDialog), before it is shown: whoever can save something puts its offer into it.
    """

    opening = Signal(object)
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._dialog: CrashDialog | None = None
        self.has_faults = False
        # Queued: a fault in painting, or on another thread, must not open a window from there.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._hooks = Hooks(self._tell)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog while it is open."""
        return self._dialog

    def attend(self, window: MainWindow) -> None:
        """A person looks at this window and is told."""
        self._window = window

    def close(self) -> None:
        """Put the earlier hooks back."""
        self._hooks.remove()

    def _tell(self, fault: Fault) -> None:
        self.has_faults = True
        self._arrived.emit(fault)

    @Slot(object)
    def _on_arrived(self, fault: Fault) -> None:
        if self._window is None:
            print(f"chalknet: something went wrong: {fault.line}", file=sys.stderr)
            QApplication.exit(EXIT_CODE)
        elif self._dialog is not None:
            self._dialog.add(fault)
        elif fault.times > 1:
            self._window.status.show_message(
                f"The same fault again, {fault.times} times: {fault.line}", "err"
            )
        else:
            self._open(self._window, fault)

    def _open(self, window: MainWindow, fault: Fault) -> None:
        try:
            dialog = make_dialog(window, fault)
        except (
            Exception
        ):  # what is broken may be what the dialog is made of; the window is all that is left then
            log.exception("the fault can't be shown")
            window.status.show_message(fault.line, "err")
            return
        self._dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.quit_requested.connect(self._on_quit)
        self.opening.emit(dialog)
        dialog.show()

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None

    @Slot()
    def _on_quit(self) -> None:
        assert self._window is not None
        if self._window.close():  # False where the person is being asked about something unsaved
            QApplication.exit(EXIT_CODE)


def make_dialog(window: MainWindow, fault: Fault) -> CrashDialog:
    """The dialog over the window, and over every other dialog of it."""
    from gui.crash.crash_dialog import CrashDialog  # not needed by a run that goes well
    from gui.diagnostics import diagnostics_text

    diagnostics = partial(diagnostics_text, window.appearance, window.settings)
    dialog = CrashDialog(window.appearance, fault, diagnostics, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    return dialog
