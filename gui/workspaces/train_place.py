"""Train: there from the start, with the transport above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.tab_order import Part, by_columns
from gui.workspaces.place import Place


class TrainPlace(Place):
    """Train in one window."""

    key = "train"
    edits_playground = can_reset = True

    def widgets(self) -> Sequence[QWidget]:
        return (self._window.transport, self._window.workspace)

    def tab_parts(self) -> list[Part]:
        return [Part(self._window.transport, by_columns), *self._window.workspace.tab_parts()]
