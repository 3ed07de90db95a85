"""Data of more than two inputs: which plane through it is shown, two inputs or two principal components."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset, default_plane
from gui.appearance import Appearance
from gui.train.output.scene import Plane
from gui.train.output.section import Section
from gui.widgets.combo import Combo
from gui.widgets.segmented import Segmented

EDGE, TOP, ROW, GAP, NOTE, AXIS = 16, 2, 24, 8, 20, 14
NOTES = {
    "inputs": "all other inputs at their mean",
    "components": "the two directions in which the inputs differ most",
}


class PlaneChooser(Section):
    """Signals: plane_chosen(tuple), ("inputs", i, j) or ("components", 0, 1), when a person chose; its height
    may be another one then."""

    plane_chosen = Signal(tuple)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, separated=False, parent=parent)
        self._names: tuple[str, ...] = ()
        self._plane: Plane = ("inputs", 0, 1)
        self.kind = Segmented(
            appearance, [("inputs", "Two inputs"), ("components", "Principal components")], self
        )
        self.kind.setAccessibleName("Plane")
        self.x_input, self.y_input = Combo(appearance, self), Combo(appearance, self)
        self.x_input.setAccessibleName("Input across")
        self.y_input.setAccessibleName("Input upwards")
        self.kind.chosen.connect(self._on_kind_chosen)
        self.x_input.activated.connect(self._on_input_chosen)
        self.y_input.activated.connect(self._on_input_chosen)

    @property
    def plane(self) -> Plane:
        """The plane that is shown."""
        return self._plane

    def set_dataset(self, dataset: Dataset) -> None:
        """Take other data; a choice stays while the inputs have the same names."""
        names = ("x₁", "x₂") if dataset.is_plane else dataset.input_names
        if names == self._names:
            return
        self._names = names
        self._inputs = (0, min(1, len(names) - 1))
        self._plane = default_plane(dataset)
        for combo in (self.x_input, self.y_input):
            combo.set_items([(str(index), name) for index, name in enumerate(names)])
        self._show()

    @property
    def is_needed(self) -> bool:
        """Whether there is more than one plane to choose from."""
        return len(self._names) > 2

    def height_for(self, width: int) -> int:
        """The choice, two combos for two inputs, and a line that says what the others are."""
        return TOP + ROW + (GAP + ROW if self._plane[0] == "inputs" else 0) + NOTE

    def paint_content(self, painter: QPainter) -> None:
        """The axes' letters and the note."""
        if self._plane[0] == "inputs":
            for combo, text in ((self.x_input, "x"), (self.y_input, "y")):
                place = QRect(combo.x() - AXIS, combo.y(), AXIS, ROW)
                self.write(painter, place, text, "caption", "ink3")
        note = QRect(EDGE, self.height() - NOTE, self.width() - 2 * EDGE, NOTE)
        self.write(painter, note, NOTES[self._plane[0]], "caption", "ink3")

    def _show(self) -> None:
        kind, i, j = self._plane
        if kind == "inputs":
            self._inputs = (i, j)
        self.kind.set_key(kind)
        self.x_input.set_key(str(self._inputs[0]))
        self.y_input.set_key(str(self._inputs[1]))
        for combo in (self.x_input, self.y_input):
            combo.setVisible(kind == "inputs")
        self.update()

    def _choose(self, plane: Plane) -> None:
        if plane != self._plane:
            self._plane = plane
            self._show()
            self.plane_chosen.emit(plane)

    @Slot(str)
    def _on_kind_chosen(self, kind: str) -> None:
        self._choose(("components", 0, 1) if kind == "components" else ("inputs", *self._inputs))

    @Slot(int)
    def _on_input_chosen(self, _index: int) -> None:
        i, j = int(self.x_input.key()), int(self.y_input.key())
        if i == j:
            # The same input twice is no plane: the other axis takes what this one had.
            i, j = self._inputs[1], self._inputs[0]
        self._choose(("inputs", i, j))

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - 2 * EDGE
        self.kind.setGeometry(EDGE, TOP, min(width, 308), ROW)
        half = (width - GAP) // 2
        for index, combo in enumerate((self.x_input, self.y_input)):
            left = EDGE + index * (half + GAP)
            combo.setGeometry(left + AXIS, TOP + ROW + GAP, half - AXIS, ROW)
        super().resizeEvent(event)
