"""Surfaces and descents for the bowl lab, computed on threads as they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from engine.labs.cost_plane import CostPlane
from engine.setup import Setup
from gui.labs.background import Background
from gui.labs.bowl.work import (
    NETWORK,
    Descents,
    Loaded,
    Sheet,
    descents,
    load,
    logistic_planes,
    logistic_sheets,
    network_sheets,
)

Starts = tuple[tuple[float, float], ...]


class Supply(QObject):
    """Asking for what is there already, or under way, costs nothing.

    Signals: sheet_made(Sheet), descents_made(Descents), plane_changed(), after a network's two weights are known.
    """

    sheet_made = Signal(object)
    descents_made = Signal(object)
    plane_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = Setup()
        self._loaded: Loaded | None = None
        self._plane: CostPlane | None = None
        self._chosen = ("", "")
        self._surface_of: tuple[object, ...] = ()
        self._descents_of: tuple[object, ...] = ()
        self._loading, self._surfaces, self._descents = Background(self), Background(self), Background(self)
        self._loading.came.connect(self._on_loaded)
        self._surfaces.came.connect(self._on_sheet)
        self._descents.came.connect(self._on_descents)

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for is still to come."""
        return self._loading.is_busy or self._surfaces.is_busy or self._descents.is_busy

    @property
    def loaded(self) -> Loaded | None:
        """The network that is shown, once it is there."""
        return self._loaded

    @property
    def plane(self) -> CostPlane | None:
        """The cost by the two chosen weights of the network, once it is there."""
        return self._plane

    def set_network(self, setup: Setup) -> bool:
        """Another network; False if it is the same."""
        if setup == self._setup:
            return False
        self._setup, self._loaded, self._plane = setup, None, None
        self._surface_of = self._descents_of = ()
        return True

    def ask_for_logistic(self, losses: tuple[str, ...], data: str) -> bool:
        """The surfaces of logistic regression; False if they are there or coming."""
        if not self._is_new((losses, data)):
            return False
        self._surfaces.start(logistic_sheets, losses, data)
        return True

    def ask_for_network(self, first: str, second: str) -> bool:
        """The surface of two weights of the network; False if it is there or coming."""
        if not self._is_new((NETWORK, first, second)):
            return False
        self._surfaces.cancel()
        self._chosen = (first, second)
        if self._loaded is None:
            self._loading.start(load, self._setup)
        else:
            self._take_plane(self._loaded)
        return True

    def ask_for_descents(
        self, losses: tuple[str, ...], data: str, starts: Starts, alpha: float, updates: int
    ) -> None:
        """The descents from these starts on the surfaces that were asked for last."""
        wanted = (self._surface_of, self._plane, starts, alpha, updates)
        if wanted == self._descents_of:
            return
        self._descents_of = wanted
        if losses != (NETWORK,):
            self._descents.start(descents, logistic_planes(losses, data), starts, alpha, updates)
        elif self._loaded is not None:
            # A plane of its own: the surface's is at work on another thread.
            plane = self._loaded.plane(*self._chosen)
            self._descents.start(descents, ((NETWORK, plane),), starts, alpha, updates)

    def close(self) -> None:
        """End the threads."""
        for background in (self._loading, self._surfaces, self._descents):
            background.close()

    def _is_new(self, wanted: tuple[object, ...]) -> bool:
        if wanted == self._surface_of:
            return False
        self._surface_of = wanted
        self._descents.cancel()
        return True

    def _take_plane(self, loaded: Loaded) -> None:
        self._plane = loaded.plane(*self._chosen)
        self._surfaces.start(network_sheets, self._plane)
        self.plane_changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._loaded = loaded
        if self._surface_of[:1] == (NETWORK,):
            self._take_plane(loaded)

    @Slot(object)
    def _on_sheet(self, sheet: Sheet | None) -> None:
        if sheet is not None:
            self.sheet_made.emit(sheet)

    @Slot(object)
    def _on_descents(self, made: Descents) -> None:
        self.descents_made.emit(made)
