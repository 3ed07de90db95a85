"""Where the parts of a product stand: its result at the left, its factors behind it on one line or more. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CHIP_HEIGHT, NAME_HEIGHT, LINE_GAP, PATH_GAP = 26.0, 32.0, 4.0, 14.0
LINE_HEIGHT = NAME_HEIGHT + CHIP_HEIGHT + LINE_GAP
SIGN_GAP = 7.0


@dataclass(frozen=True)
class ProductPlaces:
    """left, top of each factor's name, from the product's own upper left corner; the height of all lines.

    The sign of a factor, "=" of the first and "·" of the others, ends SIGN_GAP left of it.
    """

    factors: tuple[tuple[float, float], ...]
    height: float


def place_product(
    widths: Sequence[float], result: float, equals: float, dot: float, room: float
) -> ProductPlaces:
    """Break a product into lines of `room` pixels. widths: of the factors; result, equals, dot: of the other parts.

    Every line begins right of the result, so that the results of many products are a column. A line has one factor
    at least, however narrow the room.
    """
    start = result + 2 * SIGN_GAP + equals
    x, top = start, 0.0
    places: list[tuple[float, float]] = []
    for number, width in enumerate(widths):
        if number:
            x += 2 * SIGN_GAP + dot
            if x + width > room:
                x, top = start, top + LINE_HEIGHT
        places.append((x, top))
        x += width
    return ProductPlaces(tuple(places), top + LINE_HEIGHT + PATH_GAP)
