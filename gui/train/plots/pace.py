"""Not more often than so many times a second, and never without the last one."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

HALF_A_FRAME_MS = 8
LATE_MS = 40  # so much after the interval the last one comes by itself


class Pace(QObject):
    """Signals: due(), at once when the last one is long enough ago, else once at the end of the interval."""

    due = Signal()

    def __init__(self, interval_ms: int, parent: QObject | None = None, first_wait_ms: int = 0) -> None:
        """first_wait_ms: the very first `due` comes so much later, so that two that are asked together take turns."""
        super().__init__(parent)
        self._interval = interval_ms
        self._first_wait = first_wait_ms
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)

    @property
    def is_waiting(self) -> bool:
        """Whether `due` is still to come."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Have `due` emitted: now, with a later call, or soon if none comes; once for all that ask until then.

        While frames come it falls on one of them: a paint of its own between two frames would cost a whole flush.
        """
        elapsed = self._clock.elapsed() if self._clock.isValid() else self._interval - self._first_wait
        if elapsed >= self._interval - HALF_A_FRAME_MS:
            self._timer.stop()
            self._fire()
        elif not self._timer.isActive():
            if not self._clock.isValid():
                self._clock.start()
            self._timer.start(self._interval - elapsed + LATE_MS)

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._timer.stop()

    def _fire(self) -> None:
        self._clock.start()
        self.due.emit()
