"""How numbers are written in Step: so many decimals, or so many digits that count; alike within a matrix. No Qt."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Literal

from gui.widgets.numbers import MINUS, TOO_LONG, power_text

Kind = Literal["decimals", "digits"]
LEAST, MOST = 2, 8
NAN_NAME, UNKNOWN = "NaN", "?"
_POWER, _SMALL = re.compile(r"\^(\d+|ᵗ)"), re.compile(r"\b1e(-?\d+)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MOST_DECIMALS = 9  # beyond so many a power of ten is shorter
LEAST_FULL = 8


@dataclass(frozen=True)
class NumberStyle:
    """How the numbers of one matrix are written: `decimals` behind the point; power: as 1.25·10⁻⁷.

    nothing: what NaN is called; UNKNOWN where it stands for a number that is not to be seen yet.
    """

    decimals: int
    power: bool = False
    nothing: str = NAN_NAME

    def text(self, value: float) -> str:
        """The number with a true minus; NaN, ∞ and −∞ by name."""
        if not math.isfinite(value):
            return self.nothing if math.isnan(value) else "∞" if value > 0 else f"{MINUS}∞"
        if (self.power and value != 0.0) or abs(value) >= TOO_LONG:
            mantissa, exponent = f"{value:.{self.decimals}e}".split("e")
            return f"{mantissa.replace('-', MINUS)}·{power_text(int(exponent))}"
        text = f"{value:.{self.decimals}f}"
        return text.replace("-", MINUS) if float(text) else text.lstrip("-")


@dataclass(frozen=True)
class NumberFormat:
    """kind: "decimals" behind the point, or "digits" that count in a matrix's largest number; count: 2 to 8; nothing:
    what NaN is called.

    Raises ValueError for another count.
    """

    kind: Kind = "decimals"
    count: int = 4
    nothing: str = NAN_NAME

    def __post_init__(self) -> None:
        if not LEAST <= self.count <= MOST:
            raise ValueError(f"{self.count} {self.kind}: it must be {LEAST} to {MOST}")

    @property
    def label(self) -> str:
        """What a menu and the status bar say: "4 decimals"."""
        return f"{self.count} {self.kind}"

    def style_for(self, largest: float) -> NumberStyle:
        """The style of a matrix whose largest number, by size, is `largest`."""
        return replace(self._style_for(largest), nothing=self.nothing)

    def _style_for(self, largest: float) -> NumberStyle:
        if self.kind == "decimals":
            return NumberStyle(self.count)
        if not math.isfinite(largest) or largest == 0.0:
            return NumberStyle(self.count - 1)
        before_point = math.floor(math.log10(abs(largest))) + 1
        decimals = self.count - before_point
        if decimals > MOST_DECIMALS or abs(largest) >= TOO_LONG:
            return NumberStyle(self.count - 1, power=True)
        return NumberStyle(max(0, decimals))


def full_text(value: float, least: int = LEAST_FULL, nothing: str = NAN_NAME) -> str:
    """A number to compare with others: with `least` decimals, eight digits and a power where it is small."""
    if value == 0.0 or not math.isfinite(value):
        return NumberStyle(least, nothing=nothing).text(value)
    size = abs(value)
    if size < 1e-3 or size >= TOO_LONG:
        return NumberStyle(LEAST_FULL - 1, power=True).text(value)
    return NumberStyle(least).text(value)


def constant_text(value: float) -> str:
    """A factor such as alpha or 1/m as short as it goes, six digits at most: 0.1, 3, 10⁻⁸."""
    if not math.isfinite(value):
        return NumberStyle(0).text(value)
    if value and (abs(value) < 1e-4 or abs(value) >= TOO_LONG):
        mantissa, exponent = f"{value:.3e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".").replace("-", MINUS)
        power = power_text(int(exponent))
        return mantissa.replace("1", power) if mantissa.strip(MINUS) == "1" else f"{mantissa}·{power}"
    return f"{float(f'{value:.6g}'):.10f}".rstrip("0").rstrip(".").replace("-", MINUS)


def sign_text(text: str) -> str:
    """The text between numbers and matrices with the signs of mathematics: ∗, powers as 0.9³, 10⁻⁸ for 1e-8."""
    text = _POWER.sub(lambda found: found[1].translate(_RAISED), text.strip())
    return _SMALL.sub(lambda found: power_text(int(found[1])), text).replace("*", "∗")


def wants_brackets(written: str, before: str, after: str) -> bool:
    """Whether a number within a sum stands in brackets: with a minus behind an operator, as in 0.5 · (−0.2), but not at
    the beginning or right behind a bracket, a bar or a comma; squared, with whatever is not a plain number.
    """
    if after.startswith("²") and not written.replace(".", "").isdigit():
        return written != UNKNOWN
    is_first = not before.strip() or before.rstrip().endswith(("(", "|", ","))
    return written.startswith(MINUS) and not is_first
