"""Checks a lesson that is being written, beside the window's thread: its facts are computed anew each time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.lessons import LessonFault, check_text
from gui.errands import Errands

REST_MS = 700


class Checker(QObject):
    """`check_soon` waits until nobody types. Signals: checked(faults), of the newest text only."""

    checked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._on_rest)

    @property
    def is_busy(self) -> bool:
        """Whether the newest text is still to be checked."""
        return self._timer.isActive() or self._errands.is_busy

    def check(self, text: str) -> None:
        """Check this now."""
        self._text = text
        self._on_rest()

    def check_soon(self, text: str) -> None:
        """Check this unless another text comes soon."""
        self._text = text
        self._timer.start()

    def close(self) -> None:
        """Check nothing more."""
        self._timer.stop()
        self._errands.close()

    @Slot()
    def _on_rest(self) -> None:
        self._timer.stop()
        self._errands.run(partial(_faults, self._text), self._text)

    @Slot(object, object)
    def _on_done(self, text: str, faults: list[LessonFault]) -> None:
        if text == self._text:
            self.checked.emit(faults)


def _faults(text: str) -> list[LessonFault]:
    return check_text(text, "This lesson")[1]
