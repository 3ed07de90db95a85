"""Projects in the window: new, open, save, recent files, what is unsaved, autosave and recovery.

What reads and writes files is imported when there is one: a start needs none of it.
"""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".chalk"  # as engine.project has it


def is_project_file(path: Path) -> bool:
    """Whether a file's name says that it is a project."""
    return path.suffix.lower() == SUFFIX
