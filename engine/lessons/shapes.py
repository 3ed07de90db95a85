"""Shapes as people type them."""

from __future__ import annotations

import re

LONGEST = 60
BETWEEN = re.compile(r"(?<=[0-9a-z\]])\s*(?:[x×✕·*;]|\bby\b)\s*(?=[0-9a-z])", re.IGNORECASE)
PART = re.compile(r"[0-9]{1,9}|[A-Za-z][A-Za-z_]*[0-9]*(?:\[[0-9a-zA-Z+-]{1,4}\])?")


def read_shape(text: str) -> tuple[str, ...] | None:
    """ "(4,3)", "4 x 3", "4×3", "[4, 3]" and "4 by 3" give ("4", "3"); letters such as m stay; None for no shape."""
    if len(text) > LONGEST:
        return None
    plain = BETWEEN.sub(",", text.strip())
    parts = PART.findall(plain)
    # What is left besides parts may only be brackets, commas and blanks.
    rest = PART.sub("", plain)
    if not parts or re.search(r"[^\s,()\[\]]", rest):
        return None
    return tuple(_plain(part) for part in parts)


def _plain(part: str) -> str:
    return str(int(part)) if part.isdigit() else part
