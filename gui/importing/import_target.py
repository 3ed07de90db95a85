"""Which column the network learns, and whether as a class or as a number."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.data import Preview
from gui.appearance import Appearance
from gui.importing.import_choices import ImportChoices
from gui.widgets import Combo, LabeledControl, Segmented

KINDS = (("class", "Class"), ("number", "Number"))
KIND_HINTS = {
    "class": "Each value is a class: one sigmoid unit for two, softmax for more",
    "number": "The value itself: one linear unit, mean squared error",
}


class ImportTarget(QWidget):
    """Signals: target_chosen(int), a column; kind_chosen(str), "class" or "number"."""

    target_chosen = Signal(int)
    kind_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo(appearance)
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.combo.setToolTip("The column that the network learns to predict")
        self.kind = Segmented(appearance, KINDS)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind.setAccessibleName("Target is a class or a number")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(LabeledControl(appearance, "Target", self.combo))
        column.addWidget(self.kind)
        self.combo.activated.connect(self._on_activated)
        self.kind.chosen.connect(self.kind_chosen)

    def set_preview(self, preview: Preview) -> None:
        """Offer the columns that hold something."""
        self.combo.set_items([(str(c.index), c.name) for c in preview.columns if c.kind != "empty"])

    def show_choices(self, choices: ImportChoices) -> None:
        """Show the target and its kind; text can only be a class."""
        self.combo.set_key(str(choices.target))
        self.kind.set_key(choices.target_kind)
        is_number = choices.preview.columns[choices.target].kind == "number"
        self.kind.setEnabled(is_number)
        self.kind.setToolTip(
            KIND_HINTS[choices.target_kind] if is_number else "A column of text holds classes"
        )

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.target_chosen.emit(int(self.combo.key()))
