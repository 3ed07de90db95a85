"""What comes when the window's frame stands: the file of the start, the content, and the person or the errand."""

from __future__ import annotations

import gc
import sys
from functools import partial

from PySide6.QtWidgets import QApplication

from engine.playground_link import from_address
from gui.application import Application
from gui.crash.desk import EXIT_CODE, CrashDesk
from gui.crash.run_log import RunLog, crash_message
from gui.links import show_linked
from gui.main_window import MainWindow
from gui.opening import OpeningError, open_start
from gui.options import Options


def start(window: MainWindow, options: Options, desk: CrashDesk, run_log: RunLog) -> int:
    """Fill the window and return the exit code of what follows: 0, 1 after a fault, 2 for an unreadable file."""
    fault = ""
    try:
        opened = open_start(options.file, options.address)
    except OpeningError as error:
        fault = str(error)
        print(f"chalknet: {fault}", file=sys.stderr)
        if options.is_unattended:
            return 2
        opened = open_start(None)  # who has clicked a damaged file sees no terminal
    window.fill(opened.setup, opened.dataset)
    window.projects.start_with(opened, asks=not options.is_unattended)
    window.built.connect(settle_memory)
    window.show()
    gc.enable()
    window.open_later(options.file)
    if options.address and not fault:
        show_linked(window, from_address(options.address))
    if options.is_unattended:
        exit_code = _run_unattended(window, options)
        window.close()
        return exit_code or (EXIT_CODE if desk.has_faults else 0)
    _attend(window, desk, run_log)
    if fault and options.file is not None:
        window.projects.say_not_opened(options.file, fault)
    elif fault:
        window.status.show_message(fault, "err")
    if options.epochs:
        window.controller.run(options.epochs)
    if options.workspace != window.workspaces.current:
        window.built.connect(partial(window.workspaces.start_in, options))
    return QApplication.exec()


def settle_memory() -> None:
    """Leave what the start has made out of the garbage collector's rounds: a full one takes longer than a frame.

    What of it is garbage, some hundred small objects, stays, as looking for it would take a tenth of a second.
    """
    gc.freeze()


def _attend(window: MainWindow, desk: CrashDesk, run_log: RunLog) -> None:
    """A person is there: faults are told in the window, and what earlier runs left is offered."""
    desk.attend(window)
    desk.opening.connect(window.projects.offer_after_fault)
    if run_log.crash is not None:
        window.status.show_message(crash_message(run_log.crash), "warn")
    window.projects.recovering.offer()
    application = QApplication.instance()
    if isinstance(application, Application):
        application.attend(window.files.open)


def _run_unattended(window: MainWindow, options: Options) -> int:
    """Import either only now: a person's start needs none."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if options.screenshot is not None:
        from gui.unattended import take_screenshot

        return take_screenshot(window, options, application)
    from gui.smoke.smoke_test import smoke_test

    return smoke_test(window, application)
