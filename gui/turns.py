"""Two groups of views that take turns while news comes at frame rate: half the painting a frame, 30 pictures a second.

At slower rates every view gets every piece of news, and the last one always reaches all.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

FRAME_RATE_MS = 25  # news that comes faster than this is shared out
LATE_MS = 40  # so long after the last news whoever missed it is served


class Turns(QObject):
    """Signals: due(int): this group (0 or 1) is to be shown the newest snapshot now."""

    due = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_news = QElapsedTimer()
        self._next = 0
        self._missed: int | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._serve_missed)

    def take_news(self) -> None:
        """There is a newer snapshot: serve the group whose turn it is, or both if there is time."""
        hurried = self._since_news.isValid() and self._since_news.elapsed() < FRAME_RATE_MS
        self._since_news.start()
        if hurried:
            served, self._missed = self._next, 1 - self._next
            self._next = self._missed
            self.due.emit(served)
            self._late.start()
        else:
            self.forget()
            self.due.emit(0)
            self.due.emit(1)

    def forget(self) -> None:
        """Nobody missed anything: what was known is out of date."""
        self._missed = None
        self._late.stop()

    def _serve_missed(self) -> None:
        missed, self._missed = self._missed, None
        if missed is not None:
            self.due.emit(missed)
