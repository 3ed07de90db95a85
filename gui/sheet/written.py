"""A single cell written out with its numbers, for the answers: z = 0.2 · 0.5 + 0.4 · 0.3 + 0.1 = 0.32. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.step.expansion import Expansion, Number, Term, Token
from gui.sheet.figures import short_text
from gui.step.number_format import wants_brackets
from gui.widgets.numbers import power_text

LEAD = 2  # of a long sum the first terms are written, and the last one
DOTS = "⋯"
TENTHS = re.compile(r"1e(-\d+)")


def written_out(expansion: Expansion, result: str, *, cut: bool) -> str:
    """What stands right of the cell's name: "= 0.2 · 0.5 + ... = 0.3200". cut: of more than three terms, the ends."""
    terms = expansion.terms
    is_cut = cut and len(terms) > LEAD + 1
    chosen: Sequence[Term] = (*terms[:LEAD], (DOTS,), *terms[-1:]) if is_cut else terms[: len(terms)]
    text = _add("", expansion.opening)
    for index, term in enumerate(chosen):
        text = _add(f"{text} + " if index else text, term)
    return f"= {_add(text, expansion.closing).strip()} = {result}"


def _add(text: str, tokens: Sequence[Token]) -> str:
    for index, token in enumerate(tokens):
        if isinstance(token, str):
            text += TENTHS.sub(lambda match: power_text(int(match[1])), token)
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        text += _in_place(token, text, following if isinstance(following, str) else "")
    return text


def _in_place(number: Number, before: str, after: str) -> str:
    written = short_text(number.value)
    return f"({written})" if wants_brackets(written, before, after) else written
