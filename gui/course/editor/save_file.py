"""Writes a lesson's file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile


def save_text(path: Path, text: str) -> str:
    """Write it, with its folder; an old file stays whole where that fails. The fault in one sentence, "" for none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"The folder {path.parent} can't be made: {error.strerror}."
    file = QSaveFile(str(path))
    data = text.encode("utf-8")
    if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
        return ""
    return f"{path.name} can't be written: {file.errorString()}."
