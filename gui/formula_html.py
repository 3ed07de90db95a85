"""The tables' LaTeX formulas as one line of rich text for tool-tips: W ← W − α dW. No Qt.

Knows what the tables of the engine use: fractions, roots, sums, indices, cases, Greek letters.
"""

from __future__ import annotations

import html
import re

TOKENS = re.compile(r"\\begin\{cases\}.*?\\end\{cases\}|\\[a-zA-Z]+|\\.|\s+|.", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
COMPOUND = re.compile(r"[\s+\u2212/]|\d[a-z]")
SYMBOLS = {
    r"\alpha": "\u03b1",
    r"\lambda": "\u03bb",
    r"\sigma": "\u03c3",
    r"\leftarrow": "\u2190",
    r"\cdot": "\u00b7",
    r"\ge": "\u2265",
    r"\le": "\u2264",
    r"\sum": "\u03a3",
    r"\quad": "<br>",
    r"\left": "",
    r"\right": "",
    r"\,": "\u2009",
    "-": "\u2212",
}


def formula_html(latex: str) -> str:
    """The formula as rich text; a \\quad begins a new line. Raises ValueError for a brace that is not closed."""
    tokens = TOKENS.findall(latex)
    text, rest = _parse(tokens, 0, until_brace=False)
    if rest != len(tokens):
        raise ValueError(f"a brace is closed that was never opened: {latex}")
    text = re.sub(r"\s*,?\s*<br>\s*", "<br>", text)
    return re.sub("\u2009?  *", " ", text).strip()


def _parse(tokens: list[str], position: int, until_brace: bool) -> tuple[str, int]:
    parts: list[str] = []
    while position < len(tokens):
        if tokens[position] == "}":
            if until_brace:
                return "".join(parts), position + 1
            return "".join(parts), position
        part, position = _atom(tokens, position)
        parts.append(part)
    if until_brace:
        raise ValueError("a brace is not closed: " + "".join(tokens))
    return "".join(parts), position


def _atom(tokens: list[str], position: int) -> tuple[str, int]:
    token = tokens[position]
    position += 1
    if token == "{":
        return _parse(tokens, position, until_brace=True)
    if token in ("^", "_"):
        inner, position = _argument(tokens, position)
        tag = "sup" if token == "^" else "sub"
        return f"<{tag}>{inner}</{tag}>", position
    if token == r"\frac":
        above, position = _argument(tokens, position)
        below, position = _argument(tokens, position)
        stroke = "/" if above.isalnum() and below.isalnum() else " / "
        return f"{_guarded(above)}{stroke}{_guarded(below)}", position
    if token == r"\sqrt":
        inner, position = _argument(tokens, position)
        return f"\u221a{inner}" if inner.isalnum() else f"\u221a({inner})", position
    if token == r"\mathcal":
        return _argument(tokens, position)
    if token.startswith(r"\begin"):
        return _cases(token), position
    return _symbol(token), position


def _argument(tokens: list[str], position: int) -> tuple[str, int]:
    while position < len(tokens) and tokens[position].isspace():
        position += 1
    if position == len(tokens):
        raise ValueError("something is missing at the end: " + "".join(tokens))
    return _atom(tokens, position)


def _symbol(token: str) -> str:
    if token.isspace():
        return " "
    if token in SYMBOLS:
        return SYMBOLS[token]
    return html.escape(token.lstrip("\\"))


def _guarded(text: str) -> str:
    return f"({text})" if COMPOUND.search(TAGS.sub("", text)) else text


def _cases(block: str) -> str:
    rows = block.removeprefix(r"\begin{cases}").removesuffix(r"\end{cases}").split(r"\\")
    texts = []
    for row in rows:
        value, _, condition = row.partition("&")
        texts.append(f"{formula_html(value)} for {formula_html(condition)}")
    return ", ".join(texts)
