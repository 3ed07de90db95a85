"""The window without a person, for a screenshot: it trains, goes where the picture is taken, and ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from gui.main_window import MainWindow
from gui.options import Options
from gui.training.run_state import RunState

SETTLE_MS = 500  # quiet time after the last snapshot, for throttled texts and plots to catch up
GIVE_UP_MS = 120_000


class Unattended(QObject):
    """Trains for some epochs in the real window, arrives where the picture is taken, does one thing, quits."""

    def __init__(
        self,
        window: MainWindow,
        epochs: int,
        then: Callable[[], int],
        arrive: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._arrive: Callable[[], None] | None = arrive
        self._window = window
        self._epochs = epochs
        self._then = then
        self._started = False
        self._exit_code = 1
        self._poll = QTimer(self)
        self._poll.setInterval(20)
        self._poll.timeout.connect(self._on_poll)
        self._settled_polls = 0

    def execute(self, application: QApplication) -> int:
        """Run the event loop until it is done; the exit code is 0 when all went well."""
        self._poll.start()
        QTimer.singleShot(GIVE_UP_MS, self, self._on_give_up)
        application.exec()
        return self._exit_code

    @Slot()
    def _on_poll(self) -> None:
        if not self._window.is_built:
            return
        if not self._started:
            self._started = True
            if self._epochs:
                self._window.controller.run(self._epochs)
            return
        running = self._window.controller.state is RunState.RUNNING
        window = self._window
        at_rest = window.controller.is_settled and window.workspaces.is_settled and window.projects.is_settled
        settled = at_rest and not running
        self._settled_polls = self._settled_polls + 1 if settled else 0
        if settled and self._arrive is not None:
            self._settled_polls = 0
            arrive, self._arrive = self._arrive, None
            arrive()
        if self._settled_polls * self._poll.interval() >= SETTLE_MS:
            self._finish(self._then())

    @Slot()
    def _on_give_up(self) -> None:
        print("chalknet: the window did not come to rest in two minutes", file=sys.stderr)
        self._finish(1)

    def _finish(self, exit_code: int) -> None:
        self._poll.stop()
        self._exit_code = exit_code
        self._window.close()
        QApplication.exit(exit_code)


def take_screenshot(window: MainWindow, options: Options, application: QApplication) -> int:
    """Train, go to the workspace, then save a picture of the window, with a dialog that stands over it."""
    path = options.screenshot
    assert path is not None

    def save() -> int:
        picture = window_picture(window)
        if picture.save(str(path)):
            return 0
        print(f"chalknet: {path} can't be written", file=sys.stderr)
        return 1

    arrive = partial(window.workspaces.start_in, options)
    return Unattended(window, options.epochs or 0, save, arrive).execute(application)


def window_picture(window: MainWindow) -> QPixmap:
    """The window as it is on the screen, with its dialog in front if there is one."""
    picture = window.grab()
    theme = window.appearance.theme
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            front = dialog.grab()
            room = picture.deviceIndependentSize() - front.deviceIndependentSize()
            place = QPoint(round(room.width() / 2), round(room.height() / 2))
            painter = QPainter(picture)
            painter.drawPixmap(place, front)
            painter.setPen(theme.color("line2"))  # the frame that a window manager would draw
            painter.drawRect(QRect(place, front.deviceIndependentSize().toSize()).adjusted(-1, -1, 0, 0))
            painter.end()
    return picture
