"""Not more often than so many times a second, and never without the last one."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal


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
        """Have `due` emitted: now or soon, once for all that ask until then."""
        if self._timer.isActive():
            return
        wait = self._interval - self._clock.elapsed() if self._clock.isValid() else self._first_wait
        if wait <= 0:
            self._fire()
        else:
            self._timer.start(int(wait))

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._timer.stop()

    def _fire(self) -> None:
        self._clock.start()
        self.due.emit()
