"""Where the columns of the network drawing stand: margins, pitch, and how much room a head has. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 84.0
LEAST_LEFT, LEAST_RIGHT = 36.0, 40.0
NAME_TO_MIDDLE = 42.0
WIDE, MEDIUM = 150.0, 100.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The middles of the columns, from the inputs to the output, and the distance from one to the next."""

    xs: tuple[float, ...]
    pitch: float
    left: float
    right: float

    @property
    def density(self) -> str:
        """How much a head has room for: "wide", "medium" or "narrow"."""
        return "wide" if self.pitch >= WIDE else "medium" if self.pitch >= MEDIUM else "narrow"


def place_columns(count: int, width: float, name_width: float) -> Columns:
    """Spread `count` columns (at least 2) over the width; the margins give way before the heads do."""
    gaps = count - 1
    left_wanted = max(MARGIN, name_width + NAME_TO_MIDDLE)
    wanted, least = left_wanted + MARGIN, LEAST_LEFT + LEAST_RIGHT
    total = min(max(width - WIDE * gaps, least), wanted)
    share = (total - least) / (wanted - least)
    left = LEAST_LEFT + share * (left_wanted - LEAST_LEFT)
    right = LEAST_RIGHT + share * (MARGIN - LEAST_RIGHT)
    pitch = (width - left - right) / gaps
    return Columns(tuple(left + pitch * i for i in range(count)), pitch, left, right)
