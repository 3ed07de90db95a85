"""The seed that the sample is drawn from: typed for the same sample again, or the next one for a new sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets import Button, Caption, Field

FIELD_WIDTH = 56
MAX_SEED = 999_999
WRONG = f"Type a whole number from 0 to {MAX_SEED}"


class SeedField(QWidget):
    """Signals: seed_chosen(int), when a seed was typed (also the same one again) or the next one asked for."""

    seed_chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seed = 0
        self._caption = Caption(appearance, "Seed", "body", "ink2", height=24)
        self.field = Field(appearance, "0", small=True)
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setAccessibleName("Seed of the sample")
        self.next_button = Button(appearance, icon="refresh", small=True)
        self.next_button.setAccessibleName("New sample")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.field.returnPressed.connect(self._on_return)
        self.field.editingFinished.connect(self._on_left)
        self.field.textEdited.connect(self._on_edited)
        self.field.cancelled.connect(self._on_cancelled)
        self.next_button.clicked.connect(self._on_next)
        self.set_words("sample")

    def set_seed(self, seed: int) -> None:
        """Show this seed, unless another one is just being typed."""
        self._seed = seed
        if not (self.field.hasFocus() and self.field.isModified()):
            self._show_seed()

    def set_words(self, drawn: str) -> None:
        """What the seed decides: the "sample" of generated data, the "split" of a table."""
        self.field.setToolTip(f"Type a seed and press Enter: the same seed gives the same {drawn} again")
        self.next_button.setToolTip(f"New {drawn}: the next seed")
        self.next_button.setAccessibleName(f"New {drawn}")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._caption, 1)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_seed(self) -> None:
        self.field.set_error("")
        self.field.setText(str(self._seed))
        self.field.setModified(False)

    def _take(self) -> None:
        text = self.field.text().strip()
        if not (text.isascii() and text.isdigit() and len(text) <= 12 and int(text) <= MAX_SEED):
            self.field.set_error(WRONG)
            return
        self._seed = int(text)
        self._show_seed()
        self.seed_chosen.emit(self._seed)

    @Slot()
    def _on_return(self) -> None:
        self._take()

    @Slot()
    def _on_left(self) -> None:
        # Enter says this as well; only a changed text counts when the field is left.
        if self.field.hasFocus() or not self.field.isModified():
            return
        self._take()
        if self.field.message:
            self._show_seed()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.field.set_error("")

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_seed()

    @Slot()
    def _on_next(self) -> None:
        self._seed = self._seed + 1 if self._seed < MAX_SEED else 0
        self._show_seed()
        self.seed_chosen.emit(self._seed)
