"""Numbers as texts write them, compared at their digits: "0.0177", "−0.476", "3 469", "1.7 · 10⁻⁹", "94.9 %"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

MINUS = "-−–"
# Blanks that stand between thousands: plain, no-break, thin, narrow no-break.
BLANKS = " \u00a0\u2009\u202f"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
RAISED = rf"(?:(?P<over>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})|\^[ ]?[{{(]?(?P<power>[{MINUS}+]?[0-9]{{1,3}})[)}}]?)"
TIMES_POWER = re.compile(rf"(?<=[0-9])[{BLANKS}]*(?:\\cdot|\\times|[·×])[{BLANKS}]*10{RAISED}")
POWER = re.compile(rf"(?<![0-9.])10{RAISED}")
# The figure itself; what may stand before it is the business of whoever searches.
FIGURE = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:[{BLANKS}][0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.(?P<fraction>[0-9]+))?"
    rf"(?:[eE](?P<power>[{MINUS}+]?[0-9]{{1,3}})(?!\w|\.[0-9]))?"
)
SAID = re.compile(rf"\s*(?P<sign>[{MINUS}+]?)\s*(?P<figure>{FIGURE.pattern})\s*%?\s*")
MAX_LENGTH = 60
ROUNDING = 1e-9


@dataclass(frozen=True)
class Figure:
    """value, and the place of its last digit: 4 for 0.0177, -2 for 1.7e3, 10 for 1.7e-9."""

    value: float
    decimals: int

    def agrees(self, value: float) -> bool:
        """Whether a value, rounded to this figure's last digit, is this figure."""
        if not math.isfinite(value):
            return False
        return abs(self.value - value) <= 0.5 * 10.0**-self.decimals * (1 + ROUNDING) + 1e-12 * abs(value)


def read_figure(text: str) -> Figure | None:
    """One number and nothing else, but for a unit %; None for anything else."""
    if len(text) > MAX_LENGTH:
        return None
    found = SAID.fullmatch(with_plain_powers(text))
    return figure_of(found, found["sign"]) if found is not None else None


def with_plain_powers(text: str) -> str:
    r""" "1.7 \cdot 10^{-9}" and "1.7 · 10⁻⁹" become "1.7e-9", 10⁻⁹ becomes "1e-9"; thin spaces of LaTeX between digits
    become blanks."""
    text = re.sub(r"(?<=[0-9])\\[,;:](?=[0-9]{3})", "\u202f", text)
    text = TIMES_POWER.sub(lambda found: f"e{_power(found)}", text)
    return POWER.sub(lambda found: f"1e{_power(found)}", text)


def figure_of(found: re.Match[str], sign: str) -> Figure | None:
    """The figure of a match of FIGURE (or a pattern that holds it) with a sign before it."""
    whole = re.sub(rf"[{BLANKS}]", "", found["whole"])
    fraction = found["fraction"] or ""
    power = int(_plain_sign(found["power"] or "0"))
    if len(whole) + len(fraction) > MAX_LENGTH:
        return None
    value = float(f"{whole}.{fraction or 0}e{power}")
    if not math.isfinite(value):
        return None
    return Figure(-value if sign and sign in MINUS else value, len(fraction) - power)


def _power(found: re.Match[str]) -> int:
    return int(_plain_sign((found["over"] or found["power"]).translate(SUPERSCRIPTS)))


def _plain_sign(text: str) -> str:
    return re.sub(rf"[{MINUS}]", "-", text)
