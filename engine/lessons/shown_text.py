r"""Markdown and LaTeX as a line of text to read: `$w := w - \alpha\, dw$` becomes "w := w − α dw".

Only signs that the program's font has: numbers stand low and high as indices and powers, others are written out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from engine.lessons.plain_text import KEPT, SPACE, STYLE

FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
LINK = re.compile(r"\[([^\]]+)\]\([^)\s]*\)")
MARKS = re.compile(
    r"`|\*\*|(?<![\w*])\*(?=\w)|(?<=[\w.,;:!?])\*(?![\w*])|^\s*#+\s+|^\s*(?:[-+]|\d+[.)])\s+", re.MULTILINE
)
NEGATIVE = re.compile(r"(?<![\w\u2212-])-(?=[\d.])")
ENDED = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")
PARTS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+]|\d+[.)])\s)")

HAT = re.compile(r"\\(hat|bar|tilde)\s*\{?\s*([A-Za-z])\s*\}?")
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}
PLACE = "\x00"
GROUP = r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
FRACTION, ROOT = re.compile(r"\\[dt]?frac" + GROUP + GROUP), re.compile(r"\\sqrt" + GROUP)
COMMAND = re.compile(r"\\([A-Za-z]+)")
POWER = re.compile(r"\^(?:\{([^{}]*)\}|(\S))")
INDEX = re.compile(r"_(?:\{([^{}]*)\}|(\w))")
MINUS = re.compile(r"-")
HIGH, LOW = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "Delta": "Δ", "Sigma": "Σ",
    "cdot": "·", "times": "×", "odot": "⊙", "circ": "∘", "nabla": "∇", "approx": "≈", "le": "≤", "leq": "≤",
    "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "to": "→", "rightarrow": "→", "sum": "∑", "partial": "∂",
    "ldots": "…", "cdots": "…", "dots": "…", "infty": "∞", "pm": "±", "prime": "′", "top": "T", "yhat": "ŷ",
}  # fmt: skip


@lru_cache(KEPT)
def shown_text(markdown: str) -> str:
    """One line of text as it is read."""
    formulas: list[str] = []

    def kept(found: re.Match[str]) -> str:
        """A formula's brackets and stars are not Markdown."""
        formulas.append(shown_formula(found[1] or found[2]))
        return PLACE

    text = MARKS.sub("", LINK.sub(r"\1", FORMULA.sub(kept, markdown)))
    words = NEGATIVE.sub("−", text).split(PLACE)
    return " ".join(
        "".join(part for pair in zip(words, [*formulas, ""], strict=True) for part in pair).split()
    )


def shown_formula(latex: str) -> str:
    """A formula in plain characters."""
    text = HAT.sub(lambda found: unicodedata.normalize("NFC", found[2] + ACCENTS[found[1]]), latex)
    text = FRACTION.sub(lambda found: f"{_bracketed(found[1])}/{_bracketed(found[2])}", text)
    text = ROOT.sub(lambda found: f"√{_bracketed(found[1])}", text)
    text = SPACE.sub(" ", STYLE.sub("", text))
    text = COMMAND.sub(lambda found: SIGNS.get(found[1], found[1]), text)
    text = POWER.sub(lambda found: _power(found[1] or found[2] or ""), text)
    text = INDEX.sub(lambda found: _index(found[1] or found[2] or ""), text)
    return " ".join(MINUS.sub("−", re.sub(r"[{}]", "", text)).split())


def shown_name(name: str) -> str:
    """How a name of `engine.lessons.other_names` reads: "alpha" as "α"."""
    return re.sub(r"[A-Za-z]+", lambda found: SIGNS.get(found[0], found[0]), name)


@lru_cache(KEPT)
def sentences(markdown: str) -> tuple[str, ...]:
    """The sentences of a text, still Markdown; each item of a list is one, and each line that ends without a stop."""
    parts = [" ".join(part.split()) for part in PARTS.split(markdown)]
    return tuple(sentence for part in parts if part for sentence in ENDED.split(part))


def ended(sentence: str) -> str:
    """With a stop, if it has none."""
    return sentence if sentence[-1:] in ".!?:…" else f"{sentence}."


def _bracketed(text: str) -> str:
    return text if re.fullmatch(r"\s*[\w\\'.^{}\[\]]*\s*", text) else f"({text.strip()})"


def _power(text: str) -> str:
    if re.fullmatch(r"-?\d+", text):
        return text.translate(HIGH)
    if text.startswith(("[", "(")) or text == "'":  # of a layer, of an example
        return text
    return "ᵀ" if text == "T" else f"^{text}" if len(text) == 1 else f"^({text})"


def _index(text: str) -> str:
    return text.translate(LOW) if text.isdecimal() else f"_{text}"
