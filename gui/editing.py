"""Turns the wishes of views and editors into edits of the document: one slot a wish, one undo step each."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui import edits
from gui.document import Document
from gui.edits import Edit

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Editing(QObject):
    """Writes to one document. `show_snapshot` keeps it informed of the numbers that undo goes back to."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._snapshot: Snapshot | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Remember the newest numbers."""
        self._snapshot = snapshot

    @Slot(int, int)
    def set_units(self, l: int, units: int) -> None:
        """Give hidden layer l so many units; fewer than one removes the layer."""
        if not 1 <= l < self._document.setup.network.L:
            return
        if units < 1:
            self.remove_layer(l)
        else:
            self._push(edits.set_units(*self._now(), l, min(units, edits.MAX_UNITS)))

    @Slot(int, str)
    def set_activation(self, l: int, key: str) -> None:
        """Give layer l this activation."""
        self._push(edits.set_activation(*self._now(), l, key))

    @Slot(int, float)
    def set_leaky_slope(self, l: int, slope: float) -> None:
        """Change the slope of layer l's leaky ReLU."""
        self._push(edits.set_leaky_slope(*self._now(), l, slope))

    @Slot(int)
    def add_layer(self, after: int) -> None:
        """Put a new layer behind layer `after`, unless there are enough."""
        if self._document.setup.network.L - 1 < edits.MAX_HIDDEN_LAYERS:
            self._push(edits.add_layer(*self._now(), after))

    @Slot(int)
    def remove_layer(self, l: int) -> None:
        """Take hidden layer l out; the output layer stays."""
        if 1 <= l < self._document.setup.network.L:
            self._push(edits.remove_layer(*self._now(), l))

    @Slot()
    def add_last_layer(self) -> None:
        """Put a new layer just before the output."""
        self.add_layer(self._document.setup.network.L - 1)

    @Slot()
    def remove_last_layer(self) -> None:
        """Take the last hidden layer out."""
        self.remove_layer(self._document.setup.network.L - 1)

    @Slot(float)
    def set_alpha(self, alpha: float) -> None:
        """Another learning rate."""
        self._push(edits.set_alpha(*self._now(), alpha))

    @Slot(str)
    def set_optimizer(self, key: str) -> None:
        """Another optimiser."""
        self._push(edits.set_optimizer(*self._now(), key))

    @Slot(str)
    def set_cost(self, key: str) -> None:
        """Another cost."""
        self._push(edits.set_cost(*self._now(), key))

    @Slot(str, float)
    def set_regularization(self, kind: str, rate: float) -> None:
        """L1, L2 or none, with its rate."""
        self._push(edits.set_regularization(*self._now(), kind, rate))

    @Slot(str)
    def set_initialization(self, key: str) -> None:
        """Another way to start the weights."""
        self._push(edits.set_initialization(*self._now(), key))

    @Slot(object)
    def set_batch_size(self, size: int | None) -> None:
        """Another mini-batch size; None: all examples."""
        self._push(edits.set_batch_size(*self._now(), size))

    @Slot()
    def reset(self) -> None:
        """Begin again from the same weights."""
        self._push(edits.reset(*self._now()))

    @Slot()
    def new_weights(self) -> None:
        """Begin again from other weights."""
        self._push(edits.new_weights(*self._now()))

    @Slot(int, int, object, float, int)
    def type_parameter(self, l: int, k: int, j: int | None, value: float, run: int) -> None:
        """Write one weight, or a bias (j None); all values of one run are one undo step back to the value before."""
        if self._snapshot is None or self._snapshot.sizes != self._document.setup.network.sizes:
            return
        if j is None:
            bias = self._snapshot.b[l]
            before, name = float(bias[k, 0]) if bias is not None else value, f"b[{l}]{_sub(k)}"
        else:
            weights = self._snapshot.W[l]
            before, name = (
                float(weights[k, j]) if weights is not None else value,
                f"w[{l}]{_sub(k)},{_sub(j)}",
            )
        self._document.push_parameter(l, k, j, before, value, f"{name} = {value:g}", run)

    def _now(self) -> tuple[Setup, Dataset]:
        return self._document.setup, self._document.dataset

    def _push(self, edit: Edit) -> None:
        self._document.push(edit)


def _sub(index: int) -> str:
    return str(index + 1).translate(SUBSCRIPTS)
