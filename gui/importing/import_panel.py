"""What a person sees of a table and decides about it: format, first rows, target, inputs, scaling.

It holds the choices; reading, errors and the buttons are left to the dialog.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.data import SCALINGS, Preview
from gui.appearance import Appearance
from gui.importing.import_choices import (
    SCALING_SENTENCES,
    ImportChoices,
    first_choices,
    sample_notes,
    with_all_inputs,
    with_input,
    with_target,
)
from gui.importing.import_columns import ColumnsView
from gui.importing.import_format import ImportFormat
from gui.importing.import_frame import Framed
from gui.importing.import_preview_table import PreviewTable
from gui.importing.import_target import ImportTarget
from gui.widgets import Button, Caption, Label, Segmented

SIDE_WIDTH, SIDE_GAP = 264, 24
FIRST_SCALING = "standardise"
SHOWN_NOTES = 2


class ImportPanel(QWidget):
    """Signals: choices_changed(), target, inputs or scaling; format_changed(), the file is to be read differently."""

    choices_changed = Signal()
    format_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: ImportChoices | None = None
        self.format = ImportFormat(appearance)
        self.table = PreviewTable(appearance)
        self.target = ImportTarget(appearance)
        self.columns = ColumnsView(appearance)
        self.count = Caption(appearance, "", "caption", "ink3")
        self.all_button = Button(appearance, "All", kind="flat", small=True)
        self.all_button.setToolTip("Every column of numbers becomes an input")
        self.none_button = Button(appearance, "None", kind="flat", small=True)
        self.none_button.setToolTip("No column is an input, to tick a few by hand")
        self.scaling = Segmented(appearance, [(row.key, row.label) for row in SCALINGS.values()])
        self.scaling.set_key(FIRST_SCALING)
        self.sentence = Label(appearance, SCALING_SENTENCES[FIRST_SCALING], "small", "ink2")
        self.rows_caption = Caption(appearance, "", "caption", "ink2")
        self.notes = Label(appearance, "", "caption", "ink3")
        self._lay_out(appearance)
        self._connect()

    @property
    def choices(self) -> ImportChoices | None:
        """What is chosen now; None before the file was looked at."""
        return self._choices

    def show_preview(self, preview: Preview) -> None:
        """Show a sample; choices that still fit stay."""
        self.format.show_preview(preview)
        self.target.set_preview(preview)
        self._take(first_choices(preview, self.scaling.key(), self._choices))
        shown = len(preview.rows)
        whole = preview.is_whole and preview.sample_rows == shown
        self.rows_caption.set_text("All rows" if whole else f"First {shown} rows")
        self._show_parts(True)

    def show_error(self, message: str) -> None:
        """Nothing can be shown: the file is no table as it is read now, and why."""
        self.table.show_error(message)
        self.columns.columns_model.set_choices(None)
        self.rows_caption.set_text("")
        self.count.set_text("")
        self.notes.hide()
        self._show_parts(False)

    def _show_parts(self, usable: bool) -> None:
        for part in (self._side, self._scaling_part):
            part.setEnabled(usable)
            part.setVisible(usable or self._choices is not None)

    def _take(self, choices: ImportChoices) -> None:
        self._choices = choices
        self.table.set_choices(choices)
        self.columns.columns_model.set_choices(choices)
        self.target.show_choices(choices)
        self.count.set_text(f"{len(choices.inputs)} of {len(choices.preview.columns)} columns")
        self.sentence.setText(SCALING_SENTENCES[choices.scaling])
        self._show_notes(choices)

    def _show_notes(self, choices: ImportChoices) -> None:
        notes = sample_notes(choices)
        more = f" And {len(notes) - SHOWN_NOTES} more." if len(notes) > SHOWN_NOTES else ""
        self.notes.setText(" ".join(notes[:SHOWN_NOTES]) + more)
        self.notes.setToolTip("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _change(self, choices: ImportChoices) -> None:
        if choices != self._choices:
            self._take(choices)
            self.choices_changed.emit()

    def _connect(self) -> None:
        self.format.changed.connect(self.format_changed)
        self.target.target_chosen.connect(self._on_target_chosen)
        self.target.kind_chosen.connect(self._on_kind_chosen)
        self.columns.input_toggled.connect(self._on_input_toggled)
        self.all_button.clicked.connect(self._on_all)
        self.none_button.clicked.connect(self._on_none)
        self.scaling.chosen.connect(self._on_scaling)

    def _lay_out(self, appearance: Appearance) -> None:
        self._side, self._scaling_part = QWidget(), QWidget()
        self._side.setFixedWidth(SIDE_GAP + SIDE_WIDTH)
        self._fill_side(appearance)
        self._fill_scaling(appearance)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(16)
        grid.addWidget(self.format, 0, 0, 1, 2)
        grid.addLayout(self._rows_column(appearance), 1, 0)
        grid.addWidget(self._side, 1, 1)
        grid.addWidget(self._scaling_part, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)

    def _rows_column(self, appearance: Appearance) -> QVBoxLayout:
        self.notes.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.rows_caption)
        column.addWidget(Framed(appearance, self.table), 1)
        column.addWidget(self.notes)
        return column

    def _fill_side(self, appearance: Appearance) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(Caption(appearance, "Inputs", "caption", "ink2"))
        head.addSpacing(8)
        head.addWidget(self.count, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(SIDE_GAP, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.target)
        column.addSpacing(8)
        column.addLayout(head)
        column.addWidget(Framed(appearance, self.columns), 1)

    def _fill_scaling(self, appearance: Appearance) -> None:
        self.sentence.setWordWrap(True)
        self.scaling.setAccessibleName("Scaling of the inputs")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.scaling)
        row.addWidget(self.sentence, 1)
        column = QVBoxLayout(self._scaling_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption(appearance, "Scaling of the inputs"))
        column.addLayout(row)

    @Slot(int)
    def _on_target_chosen(self, index: int) -> None:
        if self._choices is not None:
            self._change(with_target(self._choices, index))

    @Slot(str)
    def _on_kind_chosen(self, kind: str) -> None:
        if self._choices is not None:
            self._change(replace(self._choices, target_kind="class" if kind == "class" else "number"))

    @Slot(int, bool)
    def _on_input_toggled(self, index: int, on: bool) -> None:
        if self._choices is not None:
            self._change(with_input(self._choices, index, on))

    @Slot()
    def _on_all(self) -> None:
        if self._choices is not None:
            self._change(with_all_inputs(self._choices, True))

    @Slot()
    def _on_none(self) -> None:
        if self._choices is not None:
            self._change(with_all_inputs(self._choices, False))

    @Slot(str)
    def _on_scaling(self, key: str) -> None:
        if self._choices is not None:
            self._change(replace(self._choices, scaling=key))
