"""Views take turns while news comes at frame rate: each frame paints a part, so that training gets the rest.

At slower rates every view gets every piece of news, and the last one always reaches all.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

FRAME_RATE_MS = 25  # news that comes faster than this is shared out
LATE_MS = 40  # so long after the last news whoever missed it is served


NETWORK, OUTPUT, COST, GRADIENTS = range(4)
# The two pictures move 30 times a second, the curves 15 times.
ROUND = ((NETWORK,), (OUTPUT, COST), (NETWORK,), (OUTPUT, GRADIENTS))
ALL = (NETWORK, OUTPUT, COST, GRADIENTS)


class Turns(QObject):
    """Signals: due(int): this view (NETWORK, OUTPUT ...) is to be shown the newest snapshot now."""

    due = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_news = QElapsedTimer()
        self._turn = 0
        self._missed: set[int] = set()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._serve_missed)

    def take_news(self) -> None:
        """There is a newer snapshot: serve whose turn it is, or all if there is time."""
        hurried = self._since_news.isValid() and self._since_news.elapsed() < FRAME_RATE_MS
        self._since_news.start()
        served = ROUND[self._turn] if hurried else ALL
        if hurried:
            self._turn = (self._turn + 1) % len(ROUND)
        self._missed = set(ALL) - set(served)
        if self._missed:
            self._late.start()
        else:
            self._late.stop()
        for view in served:
            self.due.emit(view)

    def forget(self) -> None:
        """Nobody missed anything: what was known is out of date."""
        self._missed = set()
        self._late.stop()

    def _serve_missed(self) -> None:
        missed, self._missed = self._missed, set()
        for view in sorted(missed):
            self.due.emit(view)
