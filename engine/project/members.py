"""The members of a project file, and what is checked of them before writing and after reading."""

from __future__ import annotations

from engine.project.errors import Damage
from engine.project.limits import MAX_PREVIEW, MAX_PREVIEW_SIDE

FORMAT = "chalknet-project"
JSON, PREVIEW, RUN, TABLE = "project.json", "preview.png", "run.npz", "table.npz"
MEMBERS = (JSON, PREVIEW, RUN, TABLE)

_PNG = b"\x89PNG\r\n\x1a\n"
_SIZE = slice(16, 24)  # width and height, 4 bytes each


def checked_preview(data: bytes) -> bytes:
    """The same bytes, if they begin as a PNG of a decent size does, or are none. Raises Damage."""
    if not data:
        return data
    if len(data) > MAX_PREVIEW or not data.startswith(_PNG) or data[12:16] != b"IHDR":
        raise Damage(PREVIEW, f"not a PNG of at most {MAX_PREVIEW} bytes")
    sides = data[_SIZE]
    width, height = (int.from_bytes(sides[i : i + 4], "big") for i in (0, 4))
    if not (1 <= width <= MAX_PREVIEW_SIDE and 1 <= height <= MAX_PREVIEW_SIDE):
        raise Damage(PREVIEW, f"it has {width} x {height} pixels, the limit is {MAX_PREVIEW_SIDE}")
    return data
