"""Percentages of the data column: the steps of their sliders, how they are written and read. No Qt here."""

from __future__ import annotations

from typing import NamedTuple


class Percentage(NamedTuple):
    """One slider: its steps, and the range that may be typed."""

    low: int
    high: int
    step: int

    def values(self, present: float) -> tuple[float, ...]:
        """The steps, and the present value among them."""
        return tuple(
            sorted({float(value) for value in range(self.low, self.high + 1, self.step)} | {present})
        )

    def read(self, text: str) -> float:
        """A typed number with or without %. Raises ValueError with one sentence."""
        plain = text.strip().removesuffix("%").strip().replace(",", ".")
        try:
            value = float(plain) if plain.isascii() and "_" not in plain else float("nan")
        except ValueError:
            value = float("nan")
        if not self.low <= value <= self.high:
            raise ValueError(f"Type a number from {self.low} to {self.high}")
        return value


NOISE = Percentage(0, 50, 5)
TRAIN_SHARE = Percentage(10, 90, 5)


def percent_text(value: float) -> str:
    """The value as it stands beside the slider."""
    return f"{value:g} %"
