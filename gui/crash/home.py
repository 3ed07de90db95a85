"""The home folder as ~, so that what is copied or said names nobody. No Qt."""

from __future__ import annotations

import re
from pathlib import Path


def without_home(text: str, home: Path | None = None) -> str:
    """The same text with the home folder written as ~, in both spellings of its separators."""
    for folder in {str(home or Path.home()), str((home or Path.home()).resolve())}:
        if len(folder) < 2:
            continue
        for spelling in {folder, folder.replace("\\", "/"), folder.replace("\\", "\\\\")}:
            # Not in the middle of a longer name: /root is no part of /data/root or /rootfs.
            whole = rf"(?<![\w.~/\\-]){re.escape(spelling)}(?![\w.-])"
            text = re.sub(whole, "~", text, flags=re.IGNORECASE if ":" in folder else 0)
    return text
