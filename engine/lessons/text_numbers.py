r"""The numbers that a text states. Left out is what only looks like one.

Names (W1, C6, x₁), indices and exponents (W^{[1]}, a[1](2), a^2), "layer 2" and its like, numbers of lists, and in
formulas and code the 0, 1 and 2 that belong to the formula (1 - a, 1/m), unless they are what it comes to (= 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.lessons.typed_figure import FIGURE, MINUS, Figure, figure_of, with_plain_powers

# What is counted by a number behind it: that is a name, too.
COUNTED = "layers?|units?|examples?|rows?|columns?|lessons?|pages?|chapters?|axis|axes|input|class|step|seed"
NUMBERED = re.compile(
    rf"\b(?:{COUNTED})\s+[0-9]+(?![.][0-9])(?:(?:\s*,\s*|\s+and\s+|\s+or\s+|\s+to\s+|\s*[–-]\s*)[0-9]+(?!\.?[0-9]))*",
    re.IGNORECASE,
)
LIST_NUMBER = re.compile(r"^\s*[0-9]{1,3}[.)]\s+")
INDEX = re.compile(r"(?<=[A-Za-z'])(?:\[[^\]\n]{1,8}\])+(?:_[0-9A-Za-z]+)*(?:\([0-9]+\))?")
NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?:_[0-9A-Za-z]+)*")
ORDINAL = re.compile(r"(?<![0-9])[0-9]{1,9}(?:st|nd|rd|th)\b|(?<![0-9])[0-9]-D\b")
ONE_OVER_LETTER = re.compile(r"(?<![0-9.])1/(?=[A-Za-z])")
TIMES = re.compile(r"(?<=[0-9])x(?=[0-9])")
EXPONENT = re.compile(r"\^[-−]?[0-9]+")

DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
INLINE = re.compile(r"(?<![\\$])\$(?!\$)((?:\\.|[^$\\])+?)\$")
CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
CODE_BLOCK = re.compile(r"^ {0,3}(```+|~~~+)[^\n]*\n(.*?)^ {0,3}\1[ \t]*$", re.DOTALL | re.MULTILINE)
RAISED = re.compile(r"[\^_]\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|\S)")
COMMAND = re.compile(r"\\[A-Za-z]+")
COMES_TO = re.compile(r"(?:=|≈|≤|≥|<|>|→|\\approx|\\to|\\le|\\ge|\\rightarrow)\s*$")
SIGNED = re.compile(rf"(?P<sign>(?<![\w)\]}}.%])[{MINUS}])?(?P<figure>{FIGURE.pattern})")
PART_OF_A_FORMULA = (0.0, 1.0, 2.0)


@dataclass(frozen=True)
class Stated:
    """A number of a text: the figure, how it is written, and where, as an index into the text."""

    figure: Figure
    written: str
    place: int


def stated_numbers(text: str) -> list[Stated]:
    """The numbers that Markdown states, in the order in which they stand."""
    found: list[Stated] = []
    for pattern, is_formula in ((CODE_BLOCK, False), (CODE, False), (DISPLAY, True), (INLINE, True)):
        for match in pattern.finditer(text):
            group = 1 if is_formula else 2
            read = _in_formula if is_formula else _in_code
            found += [_moved(stated, match.start(group)) for stated in read(match[group])]
        text = pattern.sub(_blank, text)
    start = 0
    for line in text.split("\n"):
        found += [_moved(stated, start) for stated in _in_prose(line)]
        start += len(line) + 1
    return sorted(found, key=lambda stated: stated.place)


def formula_faults(text: str) -> list[tuple[int, str]]:
    """Places of paragraphs in which a $ has no partner, each with a sentence."""
    for pattern in (CODE_BLOCK, CODE, DISPLAY, INLINE):
        text = pattern.sub(_blank, text)
    return [
        (found.start(), r"a $ has no partner: formulas stand between two, $a^2$; write a dollar as \$")
        for found in re.finditer(r"(?<!\\)\$", text)
    ][:1]


def _in_prose(line: str) -> Iterator[Stated]:
    line = with_plain_powers(line)
    for pattern in (LIST_NUMBER, NUMBERED, ORDINAL, ONE_OVER_LETTER, INDEX, EXPONENT):
        line = pattern.sub(_blank, line)
    return _figures(TIMES.sub("×", line))


def _in_code(code: str) -> Iterator[Stated]:
    code = re.sub(r"axis\s*=\s*-?[0-9]+", _blank, INDEX.sub(_blank, code))
    return (stated for stated in _figures(code) if not _belongs(stated, code))


def _in_formula(latex: str) -> Iterator[Stated]:
    # Powers of ten first: they are part of a number. Places move by that; a line is all that anybody asks for.
    latex = with_plain_powers(latex)
    latex = INDEX.sub(_blank, COMMAND.sub(_command, RAISED.sub(_blank, latex)))
    return (stated for stated in _figures(latex) if not _belongs(stated, latex))


def _command(found: re.Match[str]) -> str:
    return found[0] if found[0] in (r"\approx", r"\to", r"\le", r"\ge", r"\rightarrow") else _blank(found)


def _belongs(stated: Stated, text: str) -> bool:
    """Whether a number is a part of the formula and not what it comes to."""
    is_small = abs(stated.figure.value) in PART_OF_A_FORMULA and stated.figure.decimals == 0
    return is_small and COMES_TO.search(text[: stated.place]) is None


def _figures(text: str) -> Iterator[Stated]:
    text = NAME.sub(_blank_name, text)
    for found in SIGNED.finditer(text):
        figure = figure_of(found, found["sign"] or "")
        if figure is not None:
            yield Stated(figure, found[0], found.start())


def _blank_name(found: re.Match[str]) -> str:
    """A name is blanked out; the e of 1.7e-9 is none."""
    text, start = found.string, found.start()
    follows_digit = start > 0 and text[start - 1].isdigit()
    if follows_digit and re.fullmatch(r"[eE][0-9]*", found[0]):
        return found[0]
    # Letters stay letters, so that the minus of x-1 stays an operation.
    return "x" * len(found[0])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _moved(stated: Stated, by: int) -> Stated:
    return Stated(stated.figure, stated.written, stated.place + by)
