"""Writes a lesson's file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from gui.whole_file import write_whole


def save_text(path: Path, text: str) -> str:
    """Write it, with its folder; an old file stays whole where that fails. The fault in one sentence, "" for none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"The folder {path.parent} can't be made: {error.strerror}."
    reason = write_whole(path, text.encode("utf-8"))
    return f"{path.name} can't be written: {reason}." if reason else ""
