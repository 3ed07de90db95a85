r"""Long names in little room: cut in their middle, so that their beginning and their end can be read. No Qt.

Two names may look the same then: who shows one says the whole name in a tool-tip.
"""

from __future__ import annotations

import re

DOTS = "…"
LETTERS = (24, 16, 12, 9, 7, 5)  # so many letters of a name are tried, where there is ever less room
LONG = 10  # letters: from here on a name may be cut, and its tool-tip says it whole
_WORD = re.compile(r"\\mathrm\{([A-Za-z0-9 ]+)\}")


def cut_text(text: str, letters: int) -> str:
    """At most so many letters: abcd…xyz."""
    if len(text) <= letters:
        return text
    begin, end = _halves(text, letters)
    return f"{begin}{DOTS}{end}"


def cut_latex(latex: str, letters: int) -> str:
    r"""The same for every word of a formula: \mathrm{abcd}{\ldots}\mathrm{xyz}."""

    def cut(found: re.Match[str]) -> str:
        word = found[1]
        if len(word) <= letters:
            return found[0]
        begin, end = _halves(word, letters)
        return rf"\mathrm{{{begin}}}{{\ldots}}\mathrm{{{end}}}"

    return _WORD.sub(cut, latex)


def whole_name(*names: str) -> str:
    """What a tool-tip says about names of which one may be cut: all of them; "" where none is long."""
    return " ← ".join(names) if any(len(name) > LONG for name in names) else ""


def _halves(word: str, letters: int) -> tuple[str, str]:
    kept = max(2, letters - 1)
    end = kept // 2
    return word[: kept - end].rstrip("_ "), word[-end:].lstrip("_ ")
