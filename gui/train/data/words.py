"""What the data column says about a data set: how much of it there is, where it came from, what was done to it."""

from __future__ import annotations

from dataclasses import replace

from engine.data import SCALINGS, SOURCES, Dataset, DataSpec
from gui.widgets.numbers import grouped_text

FIRST_SCALING = {"table": "standardise", "pictures": "min_max"}


def amount_text(dataset: Dataset) -> str:
    """ "500 points", "150 rows", "1 797 pictures", "1 example"."""
    return count_text(dataset.examples, example_word(dataset))


def example_word(dataset: Dataset) -> str:
    """What one example of the data is called."""
    if dataset.spec.source == "given":
        return "example"
    return {"plane": "point", "table": "row", "pictures": "picture"}[SOURCES[dataset.spec.source].kind]


def count_text(count: int, word: str) -> str:
    """ "359 pictures", "1 row"."""
    return f"{grouped_text(count)} {word}{'' if count == 1 else 's'}"


def origin_text(dataset: Dataset) -> str:
    """What is predicted from what, for a table; "" for points of the plane."""
    table = dataset.spec.table if dataset.spec.source == "csv" else None
    if table is None:
        return ""
    what = f"class in “{table.target_name}”" if dataset.class_names else f"number in “{table.target_name}”"
    return f"{table.source}: {what}."


def notes_text(dataset: Dataset) -> str:
    """Origin, scaling and rows left out: everything that was done to the data, as sentences."""
    notes = [f"{note[:1].upper()}{note[1:]}." for note in dataset.notes]
    return " ".join(part for part in (origin_text(dataset), *notes) if part)


def scaling_word(key: str) -> str:
    """How a scaling is called in an undo text."""
    return SCALINGS[key].label.lower()


def choose_source(spec: DataSpec, key: str) -> tuple[DataSpec, str]:
    """The recipe after a thumbnail was chosen, and the text of the edit.

    Tables and pictures begin scaled, which the text and the notes say: raw columns of very different size
    only train with luck.
    """
    kind = SOURCES[key].kind
    scaling = spec.scaling
    if kind == "plane":
        scaling = "none"
    elif SOURCES[spec.source].kind != kind:
        scaling = FIRST_SCALING[kind]
    text = f"Data: {SOURCES[key].label}"
    if scaling != spec.scaling and scaling != "none":
        text += f", {scaling_word(scaling)}"
    return replace(spec, source=key, scaling=scaling, points=(), table=None, given=None), text
