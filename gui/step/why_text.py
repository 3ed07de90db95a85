"""The markup of questions and answers as rich text: $mathematics$ with the numbers of the row's layer, and `code`.

Mathematics is slanted but for digits, signs and names such as log; [l-1], ^T and ^(i) are raised, _kj is lowered.
"""

from __future__ import annotations

import html
import re

from gui.fonts import CODE_FAMILY, MATH_FAMILY, math_italic
from gui.widgets.numbers import MINUS, SPACE

PARTS = re.compile(r"\$([^$]*)\$|`([^`]*)`")
ATOMS = re.compile(
    r"\^\((?P<example>\w+)\)|\^(?P<power>\w)|_(?P<index>\w+)|(?P<letters>[A-Za-z]+)|(?P<sign>.)"
)
LAYER = re.compile(r"\[l([-+]1)?\]")
UPRIGHT = {"log": "log", "sign": "sign", "sum": "Σ"}
GREEK = {"alpha": "α", "lambda": "λ"}
SIGNS = {"-": MINUS, "*": "∗", "'": "′", " ": SPACE}
POWERS = {"T": "ᵀ", "2": "²"}
MATH_SHARE = 1.15  # letters of the mathematical face are smaller than those of the text
LINE_SHARE = 1.45  # fixed, as the face of formulas has very high lines


def why_html(markup: str, l: int, pixels: int) -> str:
    """Rich text of one paragraph in letters of this size; l: the layer that the row is about."""
    parts = []
    for plain, math, code in _split(_with_layers(markup, l)):
        if math:
            parts.append(_math_html(math, round(MATH_SHARE * pixels)))
        elif code:
            parts.append(f"<span style=\"font-family:'{CODE_FAMILY}'\">{html.escape(code)}</span>")
        else:
            parts.append(html.escape(plain, quote=False))
    height = round(LINE_SHARE * pixels)
    style = f"margin:0; line-height:{height}px; -qt-line-height-type:fixed"
    return f'<p style="{style}">{"".join(parts)}</p>'


def why_plain(markup: str, l: int) -> str:
    """The same as plain text, for screen readers: Why the transpose of A[1]?"""
    return "".join(
        plain or code or _math_plain(math) for plain, math, code in _split(_with_layers(markup, l))
    )


def _split(markup: str) -> list[tuple[str, str, str]]:
    """(plain text, mathematics, code): one of them is not empty."""
    found, end = [], 0
    for part in PARTS.finditer(markup):
        found += [(markup[end : part.start()], "", ""), ("", part[1] or "", part[2] or "")]
        end = part.end()
    return [*found, (markup[end:], "", "")]


def _with_layers(markup: str, l: int) -> str:
    if l == 1:
        markup = markup.replace("A[l-1]", "X")
    return LAYER.sub(lambda found: f"[{l + int(found[1] or 0)}]", markup)


def _math_html(math: str, pixels: int) -> str:
    parts = []
    for layered in re.split(r"(\[\d+\])", math):
        if layered.startswith("["):
            parts.append(f"<sup>{layered}</sup>")
        else:
            parts += [_atom_html(atom, pixels) for atom in ATOMS.finditer(layered)]
    return "".join(parts)


def _atom_html(atom: re.Match[str], pixels: int) -> str:
    text = atom[0]
    match atom.lastgroup:
        case "example":
            return f"<sup>({atom['example']})</sup>"
        case "power":
            return f"<sup>{atom['power']}</sup>"
        case "index":
            return f"<sub>{_slanted(atom['index'])}</sub>"
        case "letters" if text in UPRIGHT:
            return UPRIGHT[text]
        case "letters":
            letters = math_italic(GREEK.get(text, text))
            return f"<span style=\"font-family:'{MATH_FAMILY}'; font-size:{pixels}px\">{letters}</span>"
    return html.escape(SIGNS.get(text, text))


def _slanted(index: str) -> str:
    return index if index.isdecimal() else f"<i>{index}</i>"


def _math_plain(math: str) -> str:
    return ATOMS.sub(_atom_plain, math)


def _atom_plain(atom: re.Match[str]) -> str:
    text = atom[0]
    match atom.lastgroup:
        case "example":
            return f"({atom['example']})"
        case "power":
            return POWERS.get(atom["power"], text)
        case "letters":
            return UPRIGHT.get(text) or GREEK.get(text, text)
        case "sign":
            return SIGNS.get(text, text)
    return text
