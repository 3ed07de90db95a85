"""A typed text cut into numbers, names, signs and ends of definitions, each with its column."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from engine.graph.fault import ExpressionFault

MAX_CHARACTERS = 500

Kind = Literal["number", "name", "sign", "end"]

_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*(?:\[[0-9]+\](?:_[A-Za-z0-9]+)*)?)"
    r"|(?P<sign>\*\*|[-+*/(),=])"
    r"|(?P<end>[;\n])"
)
_BLANKS = " \t\r"

# What people type or paste instead.
_WRITTEN_AS = {
    "^": "a power is written **",
    "−": "a minus is written -",
    "–": "a minus is written -",
    "·": "times is written *",
    "×": "times is written *",
    "÷": "divided by is written /",
    ":": "divided by is written /, and a definition with =",
    "²": "a square is written **2",
    "³": "a cube is written **3",
    "√": "a root is written sqrt(...)",
    "[": "square brackets only name a layer, as in a[1]; brackets are ( and )",
    "]": "square brackets only name a layer, as in a[1]; brackets are ( and )",
    "{": "brackets are ( and )",
    "}": "brackets are ( and )",
    "_": "an underscore stands inside a name with an index after it, as in w_1",
    ".": "a point stands inside a number, as in 0.5",
}


@dataclass(frozen=True)
class Token:
    """text: as typed; column: of its first character, from 1. An "end" is a ; or a new line."""

    kind: Kind
    text: str
    column: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """All tokens of a text, in order.

    Raises ExpressionFault for a character that is no part of the grammar, a number beyond 1.8e308, and a text of
    more than MAX_CHARACTERS.
    """
    if len(text) > MAX_CHARACTERS:
        raise ExpressionFault(
            MAX_CHARACTERS + 1, f"at most {MAX_CHARACTERS} characters, these are {len(text)}"
        )
    found: list[Token] = []
    place = 0
    while place < len(text):
        if text[place] in _BLANKS:
            place += 1
            continue
        match = _TOKEN.match(text, place)
        if match is None:
            raise ExpressionFault(place + 1, _unknown(text[place]))
        found.append(_token(match))
        place = match.end()
    return tuple(found)


def _token(match: re.Match[str]) -> Token:
    column = match.start() + 1
    kind: Kind = match.lastgroup  # type: ignore[assignment]  # one of the groups always matches
    if kind == "number" and not math.isfinite(float(match[0])):
        raise ExpressionFault(column, f"{_short(match[0])} is too large a number: expected one up to 1.8e308")
    return Token(kind, match[0], column)


def _short(number: str) -> str:
    return number if len(number) <= 12 else f"{number[:12]}..."


def _unknown(character: str) -> str:
    if character in _WRITTEN_AS:
        return f"'{character}' is no sign here: {_WRITTEN_AS[character]}"
    if character.isdigit() or character.isnumeric():
        return f"'{character}' is no digit here: expected 0 to 9"
    if character.isalpha():
        return f"'{character}' is no letter here: expected a to z; Greek letters by name, such as alpha"
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return f"unknown character '{shown}': expected a number, a name, or one of + - * / ** ( ) , = ;"
