"""Start the program: the application, its fonts and look, the window, and the ways to run it without a person."""

from __future__ import annotations

import gc
import logging
import sys
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.crash.desk import EXIT_CODE, CrashDesk
from gui.crash.run_log import RunLog, crash_message, log_folder
from gui.fonts import font, load_fonts
from gui.main_window import MainWindow
from gui.opening import OpeningError, open_start
from gui.options import Options
from gui.projects import is_project_file
from gui.settings import Settings
from gui.style import new_application
from gui.window_icon import window_icon

log = logging.getLogger(__name__)

# The worker's loop of tiny NumPy calls must hand the interpreter over quickly, or frames are late.
SWITCH_INTERVAL = 0.001


def run(options: Options) -> int:
    """Open the window and return the exit code: 0, 1 after a fault, 2 for a file that can't be opened."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    application = make_application()
    is_temporary = options.is_unattended or options.temp_profile
    run_log = RunLog(None if is_temporary else log_folder())
    desk = CrashDesk()
    settings = Settings(temporary=is_temporary)
    try:
        return _run_window(options, application, settings, desk, run_log)
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


def _run_window(
    options: Options, application: QApplication, settings: Settings, desk: CrashDesk, run_log: RunLog
) -> int:
    if options.reset_settings:
        settings.clear()
    fault = ""
    try:
        opened = open_start(options.file)
    except OpeningError as error:
        fault = str(error)
        print(f"chalknet: {fault}", file=sys.stderr)
        if options.is_unattended or options.file is None or not is_project_file(options.file):
            return 2
        opened = open_start(None)  # who has clicked a damaged project sees no terminal
    usual = "light" if options.is_unattended else "system"
    appearance = Appearance(options.theme or settings.text("theme", usual))
    window = MainWindow(appearance, opened.setup, opened.dataset, settings)
    window.projects.start_with(opened, asks=not options.is_unattended)
    window.restore(QSize(*options.size) if options.size else None)
    window.built.connect(settle_memory)
    window.show()
    gc.freeze()  # what the start has made is looked through once, in `settle_memory`
    gc.enable()
    window.open_later(options.file)
    if options.is_unattended:
        exit_code = _run_unattended(window, options, application)
        window.close()
        return exit_code or (EXIT_CODE if desk.has_faults else 0)
    desk.attend(window)
    desk.opening.connect(window.projects.offer_after_fault)
    if run_log.crash is not None:
        window.status.show_message(crash_message(run_log.crash), "warn")
    window.projects.recovering.offer()
    if fault and options.file is not None:
        window.projects.say_not_opened(options.file, fault)
    if options.epochs:
        window.controller.run(options.epochs)
    if options.workspace != window.workspaces.current:
        window.built.connect(partial(window.workspaces.start_in, options))
    return application.exec()


def _run_unattended(window: MainWindow, options: Options, application: QApplication) -> int:
    """Import either only now: a person's start needs none."""
    if options.screenshot is not None:
        from gui.unattended import take_screenshot

        return take_screenshot(window, options, application)
    from gui.smoke.smoke_test import smoke_test

    return smoke_test(window, application)


def settle_memory() -> None:
    """Leave what the start has made out of the garbage collector's rounds: a full one takes longer than a frame."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


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
