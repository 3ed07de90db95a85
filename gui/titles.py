"""What is open, in one line for the title. No Qt."""

from __future__ import annotations

from engine.data import SOURCES, Dataset
from engine.setup import Setup


def title_of(setup: Setup, dataset: Dataset) -> str:
    """Such as "Circle · 2-4-2-1"."""
    return f"{name_of(setup, dataset)} · {'-'.join(str(n) for n in setup.network.sizes)}"


def name_of(setup: Setup, dataset: Dataset) -> str:
    """Such as "Circle"; an exercise is called by its title, an imported table by its file's name."""
    table = dataset.spec.table if dataset.spec.source == "csv" else None
    return setup.title or (table.source if table is not None else SOURCES[dataset.spec.source].label)
