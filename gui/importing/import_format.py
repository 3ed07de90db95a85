"""How a table is written: delimiter, decimal mark, names in the first row. Recognised first, overruled by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.data import Preview
from gui.appearance import Appearance
from gui.importing.import_choices import DECIMALS, DELIMITERS, HEADERS
from gui.widgets import Combo, LabeledControl


class ImportFormat(QWidget):
    """Signals: changed(), when a person chose something else; delimiter, decimal and header tell what."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._combos: list[Combo] = []
        for caption, items, hint in (
            ("Delimiter", DELIMITERS, "What stands between two cells"),
            ("Decimal mark", DECIMALS, "How 1.5 is written in the file"),
            ("First row", HEADERS, "Whether the first row names the columns"),
        ):
            combo = Combo(appearance)
            combo.set_items(list(items))
            combo.setMinimumWidth(132)
            combo.setToolTip(f"{hint}. It was recognised; choose another if it is wrong.")
            combo.activated.connect(self._on_activated)
            self._combos.append(combo)
            row.addWidget(LabeledControl(appearance, caption, combo))
        row.addStretch(1)
        self.delimiter_combo, self.decimal_combo, self.header_combo = self._combos

    @property
    def delimiter(self) -> str:
        """The delimiter that is chosen."""
        return self.delimiter_combo.key()

    @property
    def decimal(self) -> str:
        """The decimal mark that is chosen."""
        return self.decimal_combo.key()

    @property
    def header(self) -> bool:
        """Whether the first row names the columns."""
        return self.header_combo.key() == "names"

    def show_preview(self, preview: Preview) -> None:
        """Show how the sample was read."""
        self.delimiter_combo.set_key(preview.delimiter)
        self.decimal_combo.set_key(preview.decimal)
        self.header_combo.set_key("names" if preview.header else "data")

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.changed.emit()
