"""The written-out sum of a cell as words to be set in a line: formulas, signs, number chips, the result. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.step.expansion import Expansion, Number, Token
from gui.step.matrix.cells import Matrix
from gui.step.number_format import constant_text, sign_text, wants_brackets

Kind = Literal["formula", "sign", "chip", "named", "result"]
FEW = 4  # more terms are cut to the first two and the last
MOST = 240  # so many are written out at the most
SUMMAND = re.compile(r"(\)*) *\+ (.*)")  # what closes a term, and a part of the sum behind it
QUOTIENT = re.compile(r"(?<=\)) (?=/ )")  # between a closed bracket and what it is divided by a line may end
EXPONENT = "^("  # up to the bracket that closes it

Term = tuple[Token, ...]


@dataclass(frozen=True)
class Word:
    """kind "formula": text is LaTeX; "sign": mathematics as text; "chip", "result": a number with its shade (0 to 255,
    or -1 for what is not a number); "named": a part of the sum with how it is called. tight_left, tight_right: a
    bracket, that stands close to what it encloses. raised: in the exponent of the word before, smaller.
    """

    kind: Kind
    text: str
    shade: int = 0
    tight_left: bool = False
    tight_right: bool = False
    name: str = ""
    raised: bool = False


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
    before = _end_of(expansion.opening)
    for term in terms:
        words = _words(term, matrices, before) if term is not None else (Word("sign", "⋯"),)
        groups.append((Word("sign", "+"), *words) if len(groups) > 2 else words)
        before = "+"
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
    for token, is_enclosed in _with_brackets(tokens, matrices, ""):
        summand = SUMMAND.fullmatch(token.strip()) if isinstance(token, str) else None
        if summand is not None:
            groups[-1] += _signs(summand[1])
            groups.append([Word("sign", "+")])
            token = summand[2]
        if isinstance(token, Number) and name:
            groups[-1].append(Word("named", matrices[-1].style.text(token.value), name=name))
            name = ""
        elif isinstance(token, Number):
            groups[-1] += _number(token, matrices, is_enclosed)
        elif token.endswith("="):
            name = token.removesuffix("=").strip()
        else:
            groups[-1] += _signs(token)
    return [tuple(group) for group in groups]


def _words(tokens: Sequence[Token], matrices: Sequence[Matrix], before: str = "") -> tuple[Word, ...]:
    """before: what stands in front of them. An exponent, "e^(...)", is raised instead of being enclosed."""
    words: list[Word] = []
    depth = 0  # of brackets in an exponent; 0: on the line
    for token, is_enclosed in _with_brackets(tokens, matrices, before):
        if isinstance(token, Number):
            words += _number(token, matrices, is_enclosed, raised=depth > 0)
            continue
        parts, depth = _parts(token, depth)
        for part, raised in parts:
            words += _signs(part, raised=raised)
    return tuple(words)


def _parts(text: str, depth: int) -> tuple[list[tuple[str, bool]], int]:
    """A text cut where an exponent begins or ends: each part and whether it is raised; and the depth behind it."""
    parts: list[tuple[str, bool]] = []
    start = 0
    for place, sign in enumerate(text):
        if not depth and text.startswith(EXPONENT, place):
            parts.append((text[start:place], False))
            start, depth = place + len(EXPONENT), 1
        elif depth and place >= start and sign in "()":
            depth += 1 if sign == "(" else -1
            if not depth:
                parts.append((text[start:place], True))
                start = place + 1
    return [*parts, (text[start:], depth > 0)], depth


def _with_brackets(
    tokens: Sequence[Token], matrices: Sequence[Matrix], before: str
) -> Iterator[tuple[Token, bool]]:
    """The tokens, texts joined, and of each number whether it stands in brackets here."""
    joined = _joined(tokens)
    for place, token in enumerate(joined):
        if isinstance(token, str):
            yield token, False
            before = token
        else:
            after = joined[place + 1] if place + 1 < len(joined) else ""
            behind = after if isinstance(after, str) else ""
            yield token, wants_brackets(_number_text(token, matrices), before, behind)


def _end_of(tokens: Sequence[Token]) -> str:
    """The text that tokens end with."""
    return tokens[-1] if tokens and isinstance(tokens[-1], str) else ""


def _joined(tokens: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if joined and isinstance(token, str) and isinstance(joined[-1], str):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _number_text(number: Number, matrices: Sequence[Matrix]) -> str:
    """With the decimals of its matrix; a constant as short as it goes."""
    if number.operand is None:
        return constant_text(number.value)
    return matrices[number.operand].style.text(number.value)


def _number(
    number: Number, matrices: Sequence[Matrix], is_enclosed: bool, *, raised: bool = False
) -> tuple[Word, ...]:
    text = _number_text(number, matrices)
    word = Word("sign", text, tight_left=raised, raised=raised)
    if number.operand is not None:
        word = replace(word, kind="chip", shade=matrices[number.operand].shade(number.value))
    return (_sign("(", raised), word, _sign(")", raised)) if is_enclosed else (word,)


def _signs(token: str, *, raised: bool = False) -> tuple[Word, ...]:
    text = sign_text(token)
    return tuple(_sign(part, raised) for part in QUOTIENT.split(text)) if text else ()


def _sign(text: str, raised: bool) -> Word:
    is_tight = text[0] in ")²" or raised
    return Word("sign", text, 0, is_tight, text.endswith(("(", "√", "(−")), raised=raised)
