"""Start the program: the application, its fonts and look, and the frame of the window; `start` does the rest.

What is imported here is what the first picture needs, and that is neither NumPy nor the engine.
"""

from __future__ import annotations

import gc
import logging
import sys

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.crash.desk import EXIT_CODE, CrashDesk
from gui.crash.run_log import RunLog, log_folder
from gui.fonts import font, load_fonts
from gui.main_window import MainWindow
from gui.options import Options
from gui.settings import Settings
from gui.style import new_application
from gui.window_icon import window_icon

log = logging.getLogger(__name__)

# The worker's loop of tiny NumPy calls must hand the interpreter over quickly, or frames are late.
SWITCH_INTERVAL = 0.001


def run(options: Options) -> int:
    """Open the window and return the exit code: 0, 1 after a fault, 2 for a file that can't be opened."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    make_application()
    is_temporary = options.is_unattended or options.temp_profile
    run_log = RunLog(None if is_temporary else log_folder())
    desk = CrashDesk()
    settings = Settings(temporary=is_temporary)
    try:
        if options.reset_settings:
            settings.clear()
        window = make_frame(options, settings)
        from gui.start import start  # NumPy, the engine and every view

        return start(window, options, desk, run_log)
    except Exception as error:
        if options.is_unattended:
            raise
        log.exception("Chalknet could not start")
        from gui.crash.start_fault import show_start_fault  # not needed by a start that goes well

        show_start_fault(error, settings)
        return EXIT_CODE
    finally:
        desk.close()
        run_log.close()
        gc.enable()


def make_application() -> QApplication:
    """The one QApplication, with names and fonts; an existing one is used again."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else new_application(sys.argv[:1])
    application.setApplicationName("Chalknet")
    application.setOrganizationName("Chalknet")
    application.setDesktopFileName("org.chalknet.Chalknet")
    application.setWindowIcon(window_icon())
    load_fonts()
    application.setFont(font("body"))
    return application


def make_frame(options: Options, settings: Settings) -> MainWindow:
    """The window without content, on the screen already where a person looks at it."""
    usual = "light" if options.is_unattended else "system"
    window = MainWindow(Appearance(options.theme or settings.text("theme", usual)), settings)
    window.restore(QSize(*options.size) if options.size else None)
    if not options.is_unattended:
        window.show_frame()
    return window
