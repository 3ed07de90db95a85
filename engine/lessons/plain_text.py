r"""Markdown and LaTeX as plain words to search in: `$W^{[1]}\, \alpha$` becomes "W[1] alpha"."""

from __future__ import annotations

import re
from functools import lru_cache

FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
HAT = re.compile(r"\\(?:hat|bar|tilde)\s*\{?\s*([A-Za-z])\s*\}?")
STYLE = re.compile(
    r"\\(?:mathrm|text|mathbf|operatorname|left|right|big|Big|quad|qquad|displaystyle)(?![A-Za-z])"
)
SPACE = re.compile(r"\\[,;:! ]")
SIGNS = {
    r"\cdot": "·", r"\times": "×", r"\odot": "⊙", r"\circ": "∘", r"\nabla": "∇", r"\approx": "≈", r"\le": "≤",
    r"\ge": "≥", r"\to": "→", r"\sum": "sum", r"\partial": "d", r"\ldots": "...", r"\cdots": "...",
}  # fmt: skip
COMMAND = re.compile(r"\\([A-Za-z]+)")
INDEX = re.compile(r"\^\{?(\[[^\]{}]*\])\}?")
HATTED = {"y": "yhat"}


KEPT = 8192  # texts: a search asks for those of every page with each key that is typed


@lru_cache(KEPT)
def plain_text(markdown: str) -> str:
    """One line of plain text."""
    text = HAT.sub(lambda found: HATTED.get(found[1], found[1]), markdown)
    text = FRACTION.sub(r"(\1)/(\2)", text)
    text = SPACE.sub(" ", STYLE.sub("", text))
    text = COMMAND.sub(lambda found: SIGNS.get(found[0], found[1]), text)
    text = INDEX.sub(r"\1", text)
    text = re.sub(
        r"\$|`|\*\*|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])|[{}]|^\s*(?:[-+]|\d+[.)])\s+",
        "",
        text,
        flags=re.MULTILINE,
    )
    return " ".join(text.split())
