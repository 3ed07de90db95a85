"""What the person decides about a table, as plain values: target, inputs, scaling; and how it is put in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from engine.data import ColumnPreview, CsvChoices, Preview, Table
from gui.widgets.numbers import grouped_text, number_text

TargetKind = Literal["number", "class"]

DELIMITERS = ((",", "Comma  ,"), (";", "Semicolon  ;"), ("\t", "Tab"), ("|", "Bar  |"))
DECIMALS = ((".", "Point  1.5"), (",", "Comma  1,5"))
HEADERS = (("names", "Column names"), ("data", "Data already"))
SCALING_SENTENCES = {
    "none": "The numbers go in as they stand in the file. Columns of very different size are hard to train.",
    "standardise": "Every input becomes (x − mean) / standard deviation, both taken over the training rows.",
    "min_max": "Every input becomes (x − min) / (max − min), from 0 to 1 over the training rows.",
}


@dataclass(frozen=True)
class ImportChoices:
    """target and inputs are indices of the preview's columns; scaling is a key of SCALINGS."""

    preview: Preview
    target: int
    target_kind: TargetKind
    inputs: frozenset[int]
    scaling: str

    @property
    def csv(self) -> CsvChoices:
        """The same for the reader."""
        first = self.preview.choices(self.target, self.target_kind)
        return replace(first, inputs=tuple(sorted(self.inputs)))


def first_choices(preview: Preview, scaling: str, before: ImportChoices | None = None) -> ImportChoices:
    """What one would choose; choices made before stay where the columns are still the same."""
    likely = preview.choices()
    first = ImportChoices(preview, likely.target, likely.target_kind, frozenset(likely.inputs), scaling)
    if before is None or before.csv.names != likely.names or preview.columns[before.target].kind == "empty":
        return first
    kept = frozenset(k for k in before.inputs if can_be_input(preview.columns[k]))
    again = replace(first, target=before.target, target_kind=_kind(preview, before), inputs=kept)
    return again if kept else with_all_inputs(again, True)


def _kind(preview: Preview, before: ImportChoices) -> TargetKind:
    return before.target_kind if preview.columns[before.target].kind == "number" else "class"


def with_target(choices: ImportChoices, target: int) -> ImportChoices:
    """Learn another column; the one before becomes an input if it holds numbers."""
    inputs = set(choices.inputs)
    if can_be_input(choices.preview.columns[choices.target]):
        inputs.add(choices.target)
    inputs.discard(target)
    kind = choices.preview.columns[target].target_kind
    return replace(choices, target=target, target_kind=kind, inputs=frozenset(inputs))


def with_input(choices: ImportChoices, index: int, on: bool) -> ImportChoices:
    """Tick or untick a column."""
    if index == choices.target or not can_be_input(choices.preview.columns[index]):
        return choices
    return replace(choices, inputs=choices.inputs | {index} if on else choices.inputs - {index})


def with_all_inputs(choices: ImportChoices, on: bool) -> ImportChoices:
    """Tick every column of numbers but the target, or none."""
    possible = (c.index for c in choices.preview.columns if can_be_input(c) and c.index != choices.target)
    return replace(choices, inputs=frozenset(possible) if on else frozenset())


def can_be_input(column: ColumnPreview) -> bool:
    """Inputs are numbers."""
    return column.kind == "number"


def column_note(column: ColumnPreview, choices: ImportChoices) -> str:
    """What stands beside a column's name: its part, what it holds, or why it can't be an input."""
    if column.index == choices.target:
        return "target"
    if column.kind == "number":
        return f"{column.missing} missing" if column.missing else "number"
    return {"class": f"text, {column.distinct} values", "text": "text", "empty": "empty"}[column.kind]


def why_not(column: ColumnPreview, choices: ImportChoices) -> str:
    """Why a column can't be ticked, "" if it can."""
    if column.index == choices.target:
        return "The target is what the network learns: it can't be an input as well"
    if column.kind == "empty":
        return "The column is empty: there is nothing to learn from"
    return "" if column.kind == "number" else "Inputs are numbers: a column of text can only be the target"


def sample_notes(choices: ImportChoices) -> list[str]:
    """What a person should know of the sample, as sentences; nothing about the target's being text."""
    target = f"column {choices.preview.columns[choices.target].name} holds text"
    notes = [note for note in choices.preview.notes if not note.startswith(target)]
    return [f"{note[:1].upper()}{note[1:]}." for note in notes]


def table_summary(table: Table) -> str:
    """What will be imported, counted."""
    parts = [counted(len(table.target), "row"), counted(len(table.names), "input"), _target_of(table)]
    if table.rows_incomplete:
        parts.append(f"{counted(table.rows_incomplete, 'incomplete row')} will be left out")
    return " · ".join(parts)


def _target_of(table: Table) -> str:
    if table.class_names:
        return counted(len(table.class_names), "class", "classes")
    low, high = (number_text(float(f"{end:.4g}")) for end in (table.target.min(), table.target.max()))
    return f"numbers from {low} to {high}"


def preview_summary(choices: ImportChoices) -> str:
    """What will be imported, as far as the first rows tell."""
    preview = choices.preview
    rows = counted(preview.rows_estimated, "row")
    if not preview.is_whole:
        rows = f"About {counted(int(float(f'{preview.rows_estimated:.2g}')), 'row')}"
    parts = [rows, counted(len(choices.inputs), "input")]
    if choices.target_kind == "class":
        classes = counted(preview.columns[choices.target].distinct, "class", "classes")
        parts.append(classes if preview.is_whole else f"{classes} so far")
    else:
        parts.append("numbers")
    return " · ".join(parts)


def counted(count: int, one: str, many: str = "") -> str:
    """The number with its noun: "1 row", "1 500 rows"."""
    return f"{grouped_text(count)} {one if count == 1 else many or one + 's'}"


def size_text(size: int) -> str:
    """Bytes as a person reads them."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1000:.1f} kB"
    return f"{size / 1_000_000:.1f} MB" if size < 1_000_000_000 else f"{size / 1e9:.2f} GB"
