"""What only a run or another workspace needs is imported beside the GUI thread: the new window obeys at once."""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.errands import Errands
from gui.train.plots.curves import load_pyqtgraph

if TYPE_CHECKING:
    from gui.main_window import MainWindow

log = logging.getLogger(__name__)


class LoadAhead(QObject):
    """`begin` imports on a thread, then has the window finish its building."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_closed = False
        self._errands = Errands(self)
        self._errands.done.connect(self._on_loaded)

    @Slot()
    def begin(self) -> None:
        """Begin, unless the window is complete or has been closed."""
        if not (self._window.is_built or self._is_closed):
            modules = [name for place in self._window.workspaces.places for name in place.modules]
            self._errands.run(lambda: _load(modules), None)

    def close(self) -> None:
        """Wait for the module that is being imported."""
        self._is_closed = True
        self._errands.close()

    @Slot()
    def _on_loaded(self) -> None:
        self._window.finish_building()


def _load(modules: list[str]) -> None:
    """What fails here fails again where it is needed, in the GUI thread, and is told there."""
    try:
        load_pyqtgraph()
        for name in modules:
            importlib.import_module(name)
    except Exception:
        log.exception("a part of the window can't be loaded ahead")
