"""Which examples are the columns of the step: the next mini-batch, one example by its number, or all."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.widgets import Combo, Field, LabeledControl

BATCH, ONE, ALL = "batch", "one", "all"
FIELD_WIDTH = 64
HINT = (
    "Mini-batch: the very examples of the next update.\n"
    "One example and all: what an update on them would do; the run itself goes on with its mini-batch."
)


class ColumnsChoice(QWidget):
    """Signals: chosen("batch" | "all" | int), the int is the index of a training example, from 0."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 1
        self._example = 0
        self.combo = Combo(appearance)
        self.combo.setToolTip(HINT)
        self.field = Field(appearance, "1", small=True)
        self.field.setFixedWidth(FIELD_WIDTH)
        self._labeled_field = LabeledControl(appearance, "Example", self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(LabeledControl(appearance, "Columns", self.combo))
        row.addWidget(self._labeled_field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._labeled_field.hide()
        self.combo.key_chosen.connect(self._on_kind)
        self.field.editingFinished.connect(self._on_typed)
        self.field.cancelled.connect(self._on_cancelled)

    def set_count(self, count: int) -> None:
        """There are so many training examples."""
        self._count = count
        self.field.setToolTip(f"The training example, 1 to {count}")

    def set_tape(self, tape: Tape) -> None:
        """Show what the columns of this tape are."""
        moment = tape.moment
        kind = moment.columns if isinstance(moment.columns, str) else ONE
        batch = min(moment.training.batch_size or self._count, self._count)
        whole = batch == self._count
        items = [
            (
                BATCH,
                f"Next batch ({batch})"
                if not whole
                else f"All {self._count}"
                if batch > 1
                else "One example",
            )
        ]
        if batch > 1:
            items.append((ONE, "One example"))
        if not whole:
            items.append((ALL, f"All {self._count}"))
        self.combo.set_items(items)
        self.combo.set_key(kind)
        self._labeled_field.setVisible(kind == ONE)
        if isinstance(moment.columns, int):
            self._example = moment.columns
            self._show_example()

    def _show_example(self) -> None:
        self.field.set_error()
        self.field.setText(str(self._example + 1))

    @Slot(str)
    def _on_kind(self, key: str) -> None:
        if key == ONE:
            self._example = min(self._example, self._count - 1)
        self.chosen.emit(self._example if key == ONE else key)

    @Slot()
    def _on_typed(self) -> None:
        text = self.field.text().strip()
        if not text.isdecimal() or not 1 <= int(text) <= self._count:
            self.field.set_error(f"Type a whole number from 1 to {self._count}")
            return
        self.field.set_error()
        if int(text) - 1 != self._example:
            self._example = int(text) - 1
            self.chosen.emit(self._example)

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_example()
        self.field.clearFocus()
