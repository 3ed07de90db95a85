"""Shapes of arrays as people type and read them: "(4, 3)", "4x3", "4, 3", "(3,)", "()"."""

from __future__ import annotations

import re
from collections.abc import Mapping

Shape = tuple[int, ...]
_BRACKETS = {"(": ")", "[": "]"}
_SIGNS = re.compile(r"[,;×x*·\s]+", re.IGNORECASE)


def parse_shape(text: str, names: Mapping[str, int] | None = None) -> Shape:
    """The shape in a typed text. names: letters that stand for a number, such as {"m": 10}.

    Raises ValueError with one sentence for anything else.
    """
    inner = text.strip()
    is_enclosed = inner[:1] in _BRACKETS and inner[-1:] == _BRACKETS[inner[0]]
    if is_enclosed:
        inner = inner[1:-1].strip()
    if not inner:
        if is_enclosed:
            return ()
        raise ValueError("type a shape, such as (4, 3)")
    words = [word for word in _SIGNS.split(inner) if word] or [inner]
    return tuple(_length(word, text, names or {}) for word in words)


def shape_text(shape: Shape) -> str:
    """The shape as NumPy writes it: (4, 3), (3,), ()."""
    return f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"


def _length(word: str, text: str, names: Mapping[str, int]) -> int:
    if word in names:
        return names[word]
    if not re.fullmatch(r"[0-9]{1,9}", word):
        raise ValueError(f"“{text.strip()}” is not a shape: type one such as (4, 3)")
    if int(word) == 0:
        raise ValueError("a length is at least 1")
    return int(word)
