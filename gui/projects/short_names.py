"""Names of files where there is little room. No Qt."""

from __future__ import annotations


def shortened(name: str, most: int) -> str:
    """A name of more letters than that without its middle, as beginning and end tell files apart; on one line."""
    name = " ".join(name.split())
    half = (most - 3) // 2
    return name if len(name) <= most else f"{name[:half].rstrip()} … {name[-half:].lstrip()}"
