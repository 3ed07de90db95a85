"""What only a run or Step needs is imported once the window is on the screen, with keys and clicks in between.

Not on a thread: PySide makes its types when they are first asked for, and two threads must not do that at once.
"""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gui.train.plots.curves import load_pyqtgraph

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class LoadAhead(QObject):
    """`begin` imports, then has the window finish its building."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_closed = False
        self._waiting: deque[Callable[[], object]] = deque()

    @Slot()
    def begin(self) -> None:
        """Begin, unless the window is complete or has been closed."""
        modules = [name for place in self._window.workspaces.places for name in place.modules]
        imports = (partial(importlib.import_module, name) for name in modules)
        self._waiting.extend((load_pyqtgraph, *imports, self._window.finish_building))
        self._go_on()

    def close(self) -> None:
        """Load nothing more."""
        self._is_closed = True

    def _go_on(self) -> None:
        if self._waiting and not (self._is_closed or self._window.is_built):
            QTimer.singleShot(0, self, self._on_turn)

    @Slot()
    def _on_turn(self) -> None:
        if self._is_closed or self._window.is_built:
            return
        try:
            self._waiting.popleft()()
        finally:  # what can't be imported is told as any fault, and is not needed by what comes after it
            self._go_on()
