"""The network of the Train workspace: heads with their controls above, the drawing with its numbers below.

It shows set-ups and snapshots, and says what a person wishes; it changes nothing itself.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.fonts import font
from gui.train.network.canvas import NetworkCanvas
from gui.train.network.head import LEAKY
from gui.train.network.head_strip import HeadStrip
from gui.train.network.places import Shape

LEAST_WIDTH, LEAST_HEIGHT = 560, 300
LOW = 450  # below, the heads move together and leave their room to the tiles
SYMBOL_WIDTH, LARGEST_NAME, LARGEST_CLASS = 44.0, 118.0, 84.0
NAME_SPARE = 14.0


class NetworkView(QWidget):
    """Units k and j count from 0, layers l from 1. Signals: units_requested(l, units), activation_requested(l, key),
    leaky_slope_requested(l, slope), layer_add_requested(after), layer_remove_requested(l),
    parameter_typed(l, k, j or None for a bias, value, run: the same for all values of one field),
    unit_hovered(l, k), unit_left(), wishes_changed(dict);
    show_values_changed(bool), also when the drawing's own menu did it."""

    view_name = "Network"
    units_requested = Signal(int, int)
    activation_requested = Signal(int, str)
    leaky_slope_requested = Signal(int, float)
    layer_add_requested = Signal(int)
    layer_remove_requested = Signal(int)
    parameter_typed = Signal(int, int, object, float, int)
    unit_hovered = Signal(int, int)
    unit_left = Signal()
    wishes_changed = Signal(dict)
    show_values_changed = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = HeadStrip(appearance, self)
        self.canvas = NetworkCanvas(appearance, self)
        self._shape: Shape | None = None
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Network")
        self._connect()

    @property
    def values_fit(self) -> bool:
        """Whether the network is small enough to show the numbers of all edges."""
        return self.canvas.values_fit

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Another structure or other data."""
        self._shape = replace(_shape(setup, dataset), is_low=self.height() < LOW)
        self.strip.set_setup(setup, self._shape)
        self._place()
        self.canvas.set_setup(setup, dataset, self._shape)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """New numbers."""
        self.canvas.show_snapshot(snapshot)

    @property
    def shows_values(self) -> bool:
        """Whether all weights are to be written as numbers, where the network is small enough for it."""
        return self.canvas.scene.show_values

    def set_show_values(self, on: bool) -> None:
        """Write the number of every edge on it while the network is small enough for that (see `values_fit`)."""
        self.canvas.set_show_values(on)

    def _connect(self) -> None:
        strip, canvas = self.strip, self.canvas
        strip.units_requested.connect(self.units_requested)
        strip.activation_requested.connect(self.activation_requested)
        strip.leaky_slope_requested.connect(self.leaky_slope_requested)
        strip.layer_add_requested.connect(self.layer_add_requested)
        strip.layer_remove_requested.connect(self.layer_remove_requested)
        canvas.parameter_typed.connect(self.parameter_typed)
        canvas.unit_hovered.connect(self.unit_hovered)
        canvas.unit_left.connect(self.unit_left)
        canvas.wishes_changed.connect(self.wishes_changed)
        canvas.show_values_changed.connect(self.show_values_changed)
        canvas.units_stepped.connect(strip.step_units)
        canvas.removal_requested.connect(strip.remove_layer)

    def _place(self) -> None:
        is_low = self.height() < LOW
        if self._shape is not None and self._shape.is_low != is_low:
            self._shape = replace(self._shape, is_low=is_low)
            self.strip.set_shape(self._shape)
        height = self.strip.height_for(self.width())
        self.strip.setGeometry(0, 0, self.width(), height)
        self.canvas.setGeometry(0, height, self.width(), max(1, self.height() - height))

    def sizeHint(self) -> QSize:
        return QSize(776, 517)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()


def _shape(setup: Setup, dataset: Dataset) -> Shape:
    network = setup.network
    has_slope = any(layer.activation == LEAKY for layer in network.layers[:-1])
    is_named = not dataset.is_plane and dataset.picture_shape is None
    names = _widest(dataset.input_names, LARGEST_NAME) + NAME_SPARE if is_named else SYMBOL_WIDTH
    classes = _widest(dataset.class_names, LARGEST_CLASS) if dataset.task == "classes" else 0.0
    return Shape(network.sizes, (), max(SYMBOL_WIDTH, names), classes, has_slope)


def _widest(texts: tuple[str, ...], most: float) -> float:
    metrics = QFontMetricsF(font("caption"))
    return min(most, max((metrics.horizontalAdvance(text) for text in texts), default=0.0))
