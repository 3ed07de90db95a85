"""Words and numbers of the output column: true minus, decimals, class names. No Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.spec import NetworkSpec
from gui.widgets.numbers import MINUS, fixed_text, grouped_text

WORDY_CLASSES = 4
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def number(value: float, decimals: int = 4) -> str:
    """A number with a true minus; what would be too long is written as a power of ten."""
    if not math.isfinite(value):
        return "not finite"
    return fixed_text(value, decimals)


def short(value: float) -> str:
    """A number of about three digits, for a legend or a card."""
    if not math.isfinite(value):
        return "not finite"
    if abs(value) >= 1000:
        return grouped_text(value)
    text = f"{value:.3g}"
    return "0" if text == "-0" else text.replace("-", MINUS)


def percent(share: float) -> str:
    """A share 0 ... 1 as a percentage with one decimal."""
    return f"{100 * share:.1f} %"


def unit_symbol(l: int, k: int) -> str:
    """Unit k (from 0) of layer l as text: a[1]₂ is the second unit of layer 1."""
    return f"a[{l}]{str(k + 1).translate(SUBSCRIPTS)}"


def shown_symbol(unit: tuple[int, int] | None, input_names: Sequence[str], output: str = "ŷ") -> str:
    """What a picture shows: the output (None), unit (l, k) with k from 0, or an input (0, k) by its name."""
    if unit is None:
        return output
    l, k = unit
    if l > 0:
        return unit_symbol(l, k)
    return input_names[k] if k < len(input_names) else f"x{k + 1}".translate(SUBSCRIPTS)


def shows_classes(network: NetworkSpec) -> bool:
    """Whether each output unit is the probability of one of several classes."""
    return network.sizes[-1] > 1 and network.layers[-1].activation == "softmax"


def class_name(names: Sequence[str], index: int) -> str:
    """A class in words: its own name, or "class 3" where the name is only a number."""
    name = names[index] if index < len(names) else str(index)
    return f"class {name}" if name.strip().lstrip("-").isdigit() else name


def legend_names(names: Sequence[str]) -> tuple[str, ...]:
    """The classes for a legend: in words, or many numbers as they are."""
    words = class_name if len(names) <= WORDY_CLASSES else class_label
    return tuple(words(names, index) for index in range(len(names)))


def class_label(names: Sequence[str], index: int) -> str:
    """A class as short as it goes, for a table's head: "class 0" becomes "0"."""
    name = names[index] if index < len(names) else str(index)
    return name.removeprefix("class ")
