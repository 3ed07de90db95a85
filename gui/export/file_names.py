"""Names for files that are saved: suggested ones, and the ending that a typed one lacks."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.export import ExportError


def slug(*words: str) -> str:
    """Words as a part of a file's name: "Circle", "Cost J" is circle-cost-j."""
    return re.sub(r"[^\w]+", "-", " ".join(words).lower()).strip("-_") or "chalknet"


def ask_where(parent: QWidget, title: str, stem: str, suffix: str, kind: str) -> Path | None:
    """Ask for a file to write, with this ending; None: not now.

    Raises ExportError where the ending had to be added and there is such a file: nobody was asked about that one.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, stem + suffix, f"{kind} (*{suffix})")
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == suffix:
        return path
    path = path.with_name(path.name + suffix)
    if path.exists():
        raise ExportError(f"There is a {path.name} already: choose it, or another name")
    return path
