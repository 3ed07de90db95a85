"""A file that is written whole or not at all. Callable on any thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile


def write_whole(path: Path, content: bytes) -> str:
    """Write all of it, or leave what was there and return why, in the system's words; "" where all went well."""
    file = QSaveFile(str(path))
    if file.open(QSaveFile.OpenModeFlag.WriteOnly) and _is_written(file, content) and file.commit():
        return ""
    reason = file.errorString()
    file.cancelWriting()
    return reason


def _is_written(file: QSaveFile, content: bytes) -> bool:
    """A disk that becomes full takes a part without a word; only the next piece is told why."""
    done = 0
    while done < len(content):
        taken = file.write(content[done:] if done else content)
        if taken <= 0:
            return False
        done += taken
    return True
