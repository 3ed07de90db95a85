"""Numbers as they are read: at most four decimals that count, the rest stays in the value."""

from __future__ import annotations

import math

DIGITS = 4
SMALLEST, LARGEST = 1e-4, 1e7  # outside, a power of ten is written
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number_latex(value: float) -> str:
    r"""33, 0.3333, -2.5, 1.2 \cdot 10^{-5}; \infty and "?" where there is no number."""
    if not math.isfinite(value):
        return "?" if math.isnan(value) else r"\infty" if value > 0 else r"-\infty"
    digits, power = _parts(value)
    if power == 0:
        return digits
    ten = f"10^{{{power}}}"
    return {"1": ten, "-1": f"-{ten}"}.get(digits, rf"{digits} \cdot {ten}")


def number_words(value: float) -> str:
    """The same in a sentence, with a true minus: 33, −2.5, 1.2·10⁻⁵."""
    if not math.isfinite(value):
        return "no number" if math.isnan(value) else "∞" if value > 0 else "−∞"
    digits, power = _parts(value)
    digits = digits.replace("-", "−")
    if power == 0:
        return digits
    ten = "10" + str(power).translate(_RAISED)
    return {"1": ten, "−1": f"−{ten}"}.get(digits, f"{digits}·{ten}")


def _parts(value: float) -> tuple[str, int]:
    """The digits, and the power of ten that they are times of."""
    size = abs(value)
    if size == 0:
        return "0", 0
    if not SMALLEST <= size < LARGEST:
        digits, power = f"{value:.{DIGITS - 1}e}".split("e")
        return _trimmed(digits), int(power)
    decimals = DIGITS if size >= 1 else DIGITS - 1 - math.floor(math.log10(size))
    return _trimmed(f"{value:.{decimals}f}"), 0


def _trimmed(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
