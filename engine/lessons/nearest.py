"""The known word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 40


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "; did you mean alpha?", or the known ones where none is near: "; known are a, b"."""
    words = list(known)
    near = (
        get_close_matches(word.lower(), [name.lower() for name in words], 1, 0.6)
        if len(word) <= LONGEST
        else []
    )
    if near:
        return f"; did you mean {next(name for name in words if name.lower() == near[0])}?"
    return f"; known are {', '.join(words)}" if words else ""
