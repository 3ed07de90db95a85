"""Where the columns of the network drawing stand: margins, pitch, and how much room a head has. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gui.train.network.places import Shape

MARGIN = 84.0
LEAST_LEFT, LEAST_RIGHT = 36.0, 40.0
NAME_TO_MIDDLE, CLASS_TO_MIDDLE = 40.0, 69.0  # half a tile (the output's is larger) and a gap
WIDE, MEDIUM = 150.0, 104.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The middles of the columns (whole pixels) from the inputs to the output, and the distance between two."""

    xs: tuple[float, ...]
    pitch: float
    left: float
    right: float

    @property
    def density(self) -> str:
        """How much a head has room for: "wide", "medium" or "narrow"."""
        return "wide" if self.pitch >= WIDE else "medium" if self.pitch >= MEDIUM else "narrow"


def place_columns(shape: Shape, width: float) -> Columns:
    """Spread the columns (at least 2) over the width; the margins give way before the heads do."""
    left_wanted = max(MARGIN, shape.name_width + NAME_TO_MIDDLE)
    right_wanted = max(MARGIN, shape.class_width + CLASS_TO_MIDDLE) if shape.class_width else MARGIN
    wanted, least = left_wanted + right_wanted, LEAST_LEFT + LEAST_RIGHT
    roomiest = (width - least) / shape.L
    pitch_wanted = next((pitch for pitch in (WIDE, MEDIUM) if roomiest >= pitch), roomiest)
    total = min(max(width - pitch_wanted * shape.L, least), wanted)
    share = (total - least) / (wanted - least)
    left = LEAST_LEFT + share * (left_wanted - LEAST_LEFT)
    right = LEAST_RIGHT + share * (right_wanted - LEAST_RIGHT)
    pitch = (width - left - right) / shape.L
    return Columns(tuple(float(round(left + pitch * i)) for i in range(shape.L + 1)), pitch, left, right)
