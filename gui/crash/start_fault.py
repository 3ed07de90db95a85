"""A fault before there is a window: the same dialog alone, with nothing to go on with."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.crash.crash_dialog import CrashDialog
from gui.crash.fault import fault_of
from gui.diagnostics import diagnostics_text
from gui.settings import Settings
from gui.style import apply_style


def show_start_fault(error: Exception, settings: Settings) -> None:
    """Show it and wait until it is closed."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    appearance = Appearance()
    apply_style(application, appearance.theme)
    fault = fault_of(type(error), error, error.__traceback__)
    diagnostics = partial(diagnostics_text, appearance, settings)
    CrashDialog(appearance, fault, diagnostics, can_go_on=False).exec()
