"""What the activations lab says in words about the numbers that it shows. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from engine.activations import ACTIVATIONS
from engine.labs.activations import FUNCTIONS
from gui.widgets.numbers import fixed_text, number_text, scientific_text

# fmt: off
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
# fmt: on
Z, A, LEAKY = "z", "a = g(z)", "s"  # LaTeX


def layers_text(layers: int) -> str:
    """ "five such layers"."""
    count = COUNTS[layers] if layers < len(COUNTS) else str(layers)
    return f"{count} such layer" + ("s" if layers != 1 else "")


def times_text(times: float) -> str:
    """ "fourteen times", "350 times", "3.2·10⁵ times"."""
    if times < len(COUNTS) - 0.5:
        return f"{COUNTS[round(times)]} times"
    return f"{times:.0f} times" if times < 1e5 else f"{scientific_text(times, 1)} times"


def power_text_of(value: float) -> str:
    """A product of slopes: four decimals, or as a power of ten where those would show too little."""
    if value == 0.0 or value >= 0.001:
        return number_text(value) if value in (0.0, 1.0) else fixed_text(value, 4)
    return scientific_text(value, 1).replace("·", " · ")


def sentence(function: str, z: float, facts: dict[str, float], leaky_slope: float) -> str:
    """Where the slope is largest, and how it is here."""
    here = f"At z = {number_text(z)}"
    if function == "relu":
        if z >= 0:
            return (
                f"{here} the unit is on: its slope is 1, however large z becomes. The signal passes through."
            )
        return f"{here} the unit is off: its slope is 0, and nothing comes back through it."
    if function == "leaky_relu":
        if z >= 0:
            return f"{here} the slope is 1. Below 0 it is {number_text(leaky_slope)}."
        return (
            f"{here} the slope is {number_text(leaky_slope)}: as long as it is not 0, the unit can come back."
        )
    largest = number_text(facts["slope_max"])
    first = f"At z = 0 the slope is {largest}, the largest it can be."
    return first if z == 0 else f"{first} {here} it is {_smaller(facts['times_smaller'])}."


def _smaller(times: float) -> str:
    if times < 1.005:
        return "almost the same"
    if times < 1.5:
        return f"{100 * (1 - 1 / times):.0f} % smaller"
    if times < 2.5:
        return f"{fixed_text(times, 1)} times smaller"
    return f"{times_text(times)} smaller"


def slope_formula(function: str) -> str:
    """LaTeX of g'(z) with its formula in a."""
    if function == "relu":
        return r"g'(z) = 1 \text{ if } z \ge 0, \text{ else } 0"
    if function == "leaky_relu":
        return r"g'(z) = 1 \text{ if } z \ge 0, \text{ else } s"
    compact = ACTIVATIONS[function].slope_formula.replace(r"\,", "")
    return rf"g'(z) = {compact}"


def value_formula(function: str) -> str:
    """LaTeX of a = g(z) with its formula in z, on one line."""
    formulas = {"relu": r"\max(0, z)", "leaky_relu": r"\max(s\,z, z)"}
    return rf"g(z) = {formulas.get(function, ACTIVATIONS[function].formula)}"


def power_formula(layers: int) -> str:
    """LaTeX of the product of as many slopes."""
    return rf"g'(z)^{{{layers}}}"


def _latex() -> Iterator[str]:
    yield from (Z, A, LEAKY)
    for function in FUNCTIONS:
        yield from (value_formula(function), slope_formula(function))
    yield from map(power_formula, range(1, len(COUNTS)))


LATEX = tuple(_latex())  # every formula of the lab
