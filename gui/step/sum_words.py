"""The written-out sum of a cell as words to be set in a line: formulas, signs, number chips, the result. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.step.expansion import Expansion, Number, Token
from gui.step.matrix.cells import Matrix
from gui.step.number_format import constant_text, sign_text

Kind = Literal["formula", "sign", "chip", "named", "result"]
FEW = 4  # more terms are cut to the first two and the last
MOST = 240  # so many are written out at the most
SUMMAND = re.compile(r"(\)*) *\+ (.*)")  # what closes a term, and a part of the sum behind it
QUOTIENT = re.compile(r"(?<=\)) (?=/ )")  # between a closed bracket and what it is divided by a line may end

Term = tuple[Token, ...]


@dataclass(frozen=True)
class Word:
    """kind "formula": text is LaTeX; "sign": mathematics as text; "chip", "result": a number with its shade (0 to 255,
    or -1 for what is not a number); "named": a part of the sum with how it is called. tight_left, tight_right: a
    bracket, that stands close to what it encloses.
    """

    kind: Kind
    text: str
    shade: int = 0
    tight_left: bool = False
    tight_right: bool = False
    name: str = ""


Group = tuple[Word, ...]  # what a line is not broken in


@dataclass(frozen=True)
class WrittenSum:
    """hidden: how many terms are left out; terms: how many there are."""

    groups: tuple[Group, ...]
    hidden: int
    terms: int

    @property
    def without_rule(self) -> tuple[Group, ...]:
        """The symbol, the numbers, the value."""
        return (self.groups[0], *self.groups[2:])

    @property
    def is_long(self) -> bool:
        """Whether it is cut unless all is asked for."""
        return self.terms > FEW


def written_sum(
    expansion: Expansion, matrices: Sequence[Matrix], cell: tuple[int, int], show_all: bool
) -> WrittenSum:
    """The words of an expansion. matrices: of the operands, then of the result, whose cell this is."""
    groups: list[Group] = [
        (Word("formula", expansion.symbol), Word("sign", "=")),
        (Word("formula", expansion.general), Word("sign", "=")),
    ]
    opening = _words(expansion.opening, matrices)
    closing, *summands = _closing(expansion.closing, matrices)
    terms, hidden = _kept(expansion.terms, show_all)
    first = True
    for term in terms:
        words = _words(term, matrices) if term is not None else (Word("sign", "⋯"),)
        groups.append((*(() if first else (Word("sign", "+"),)), *words))
        first = False
    if opening:
        groups[2] = (*opening, *groups[2])
    groups[-1] = (*groups[-1], *closing)
    groups += summands
    result = matrices[-1]
    value = float(result.operand.array[cell])
    groups.append((Word("sign", "="), Word("result", result.text(*cell), result.shade(value))))
    return WrittenSum(tuple(groups), hidden, len(expansion.terms))


def _kept(terms: Sequence[Term], show_all: bool) -> tuple[list[Term | None], int]:
    """The terms that are written; None stands for those left out."""
    count = len(terms)
    if count <= FEW:
        return list(terms), 0
    lead = 2 if not show_all else min(MOST, count) - 1
    hidden = count - lead - 1
    return [*terms[:lead], *([None] if hidden else []), terms[-1]], hidden


def _closing(tokens: Sequence[Token], matrices: Sequence[Matrix]) -> list[Group]:
    """What closes the last term; then further parts of the sum, of which one "name = number" is a word."""
    groups: list[list[Word]] = [[]]
    name = ""
    for token in _joined(tokens):
        summand = SUMMAND.fullmatch(token.strip()) if isinstance(token, str) else None
        if summand is not None:
            groups[-1] += _word(summand[1], matrices)
            groups.append([Word("sign", "+")])
            token = summand[2]
        if isinstance(token, str) and token.endswith("="):
            name = token.removesuffix("=").strip()
        elif isinstance(token, Number) and name:
            groups[-1].append(Word("named", matrices[-1].style.text(token.value), name=name))
            name = ""
        else:
            groups[-1] += _word(token, matrices)
    return [tuple(group) for group in groups]


def _words(tokens: Sequence[Token], matrices: Sequence[Matrix]) -> tuple[Word, ...]:
    return tuple(word for token in _joined(tokens) for word in _word(token, matrices))


def _joined(tokens: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if joined and isinstance(token, str) and isinstance(joined[-1], str):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _word(token: Token, matrices: Sequence[Matrix]) -> tuple[Word, ...]:
    if isinstance(token, Number):
        if token.operand is None:
            return (Word("sign", constant_text(token.value)),)
        matrix = matrices[token.operand]
        return (Word("chip", matrix.style.text(token.value), matrix.shade(token.value)),)
    text = sign_text(token)
    if not text:
        return ()
    return tuple(_sign(part) for part in QUOTIENT.split(text))


def _sign(text: str) -> Word:
    return Word("sign", text, 0, tight_left=text[0] in ")²", tight_right=text.endswith(("(", "√", "(−")))
