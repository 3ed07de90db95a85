"""Lays graphs out on a thread of its own, the newest one only; the thread ends when nothing is left to do."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from gui.graph.columns_geometry import Skeleton
from gui.graph.layout_geometry import GivenUp, Layout, lay_out

Order = tuple[Skeleton, float, float]


class Drafting(QObject):
    """Signals: made(Skeleton, Layout), for the last one that was asked for. Lives in the window's thread."""

    made = Signal(object, object)
    _was_made = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._order: Order | None = None  # what waits
        self._latest: Order | None = None
        self._thread: threading.Thread | None = None
        self._was_made.connect(self._on_was_made, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether what was asked for last is still to come."""
        return self._latest is not None

    def ask(self, skeleton: Skeleton, width: float, height: float) -> None:
        """Lay a graph out for a view of this size, as `lay_out`; whatever was asked for before is given up."""
        order = (skeleton, width, height)
        if order == self._latest:
            return
        with self._lock:
            self._order = self._latest = order
            if self._thread is None or not self._thread.is_alive():  # a fault may have ended it
                self._thread = threading.Thread(target=self._work, name="graph layout")
                self._thread.start()

    def close(self) -> None:
        """Give up what is being done and wait for the thread."""
        with self._lock:
            self._order = self._latest = None
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (order := self._take()) is not None:
            try:
                made = lay_out(*order, is_wanted=partial(self._is_wanted, order))
            except GivenUp:
                continue
            self._was_made.emit(order, made)

    def _is_wanted(self, order: Order) -> bool:
        return self._latest is order

    def _take(self) -> Order | None:
        with self._lock:
            order, self._order = self._order, None
            if order is None:
                self._thread = None
            return order

    def _on_was_made(self, order: Order, made: Layout) -> None:
        if order is self._latest:
            self._latest = None
            self.made.emit(order[0], made)
