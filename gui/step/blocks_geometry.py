"""Where the building blocks stand: forward boxes above, backward and update boxes below, the cost at the right. No Qt.

Boxes and gaps shrink together until the picture fits; when even the smallest do not fit, it scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEIGHT = 204
FORWARD_TOP, BOX_HEIGHT = 8, 46
BACKWARD_TOP = FORWARD_TOP + BOX_HEIGHT + 36
UPDATE_TOP, UPDATE_HEIGHT = BACKWARD_TOP + BOX_HEIGHT + 28, 28
CLEAR = 5  # between the end of an arrow and a box
ROOMY_BOX = 128  # from this width on a box has room for whole words
WORD_PITCH = 150  # from this distance of two columns on there is room for "cache" beside each arrow
FIRST_GRADIENT, SECOND_GRADIENT = (
    -0.22,
    0.22,
)  # the arrows of dW and db, from the middle of a box, in its widths
NARROW_FIRST, NARROW_SECOND, NARROW_LABEL = (
    5.0,
    0.55,
    46.0,
)  # of a narrow box: from its left edge, and room for "dW[1]"


@dataclass(frozen=True)
class Sizes:
    """Widths in pixels: of the margin, the arrow that X comes on, a box, a gap and the box of the cost."""

    margin: float
    lead: float
    box: float
    gap: float
    cost: float

    def total(self, layers: int) -> float:
        """How wide a picture of so many layers is."""
        return 2 * self.margin + self.lead + layers * (self.box + self.gap) + self.cost


LARGE = Sizes(64, 107, 209, 175, 132)
MEDIUM = Sizes(24, 72, 132, 64, 104)
SMALL = Sizes(12, 48, 84, 42, 76)


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def center(self) -> float:
        """Half way across."""
        return self.left + self.width / 2

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Arrow:
    """From (x1, y1) to its head (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Places:
    """boxes: by (kind, layer). arrows: by what they carry: ("A", 0) to ("A", L), ("dA", 0) to ("dA", L), ("cache", l),
    ("dW", l), ("db", l), and ("slope", L) from the cost down.
    """

    width: int
    sizes: Sizes
    boxes: dict[tuple[str, int], Box]
    arrows: dict[tuple[str, int], Arrow]

    @property
    def is_narrow(self) -> bool:
        """Whether the boxes have room for short words only."""
        return self.sizes.box < ROOMY_BOX

    @property
    def has_cache_words(self) -> bool:
        """Whether "cache" fits beside every arrow, not only beside the first."""
        return self.sizes.box + self.sizes.gap >= WORD_PITCH

    def box_at(self, x: float, y: float) -> tuple[str, int] | None:
        """The box under a point."""
        return next((key for key, box in self.boxes.items() if box.contains(x, y)), None)


def places(layers: int, width: float) -> Places:
    """The picture of so many layers in a view of this width."""
    sizes = fitting_sizes(layers, width)
    total = sizes.total(layers)
    left = max(0.0, (width - total) / 2)
    first = left + sizes.margin + sizes.lead
    boxes: dict[tuple[str, int], Box] = {}
    for l in range(1, layers + 1):
        x = first + (l - 1) * (sizes.box + sizes.gap)
        boxes["forward", l] = _box(x, FORWARD_TOP, sizes.box)
        boxes["backward", l] = _box(x, BACKWARD_TOP, sizes.box)
        boxes["update", l] = _box(x, UPDATE_TOP, sizes.box, UPDATE_HEIGHT)
    x = first + layers * (sizes.box + sizes.gap)
    boxes["cost", layers] = _box(x, FORWARD_TOP, sizes.cost)
    boxes["slope", layers] = _box(x, BACKWARD_TOP, sizes.cost)
    start = round(left + sizes.margin)
    return Places(
        round(max(width, total)), sizes, boxes, dict(_arrows(boxes, layers, start, sizes.box < ROOMY_BOX))
    )


def fitting_sizes(layers: int, width: float) -> Sizes:
    """The largest sizes with which everything is in view, but never smaller than SMALL."""
    for large, small in ((LARGE, MEDIUM), (MEDIUM, SMALL)):
        most, least = large.total(layers), small.total(layers)
        if width >= least:
            return _mixed(small, large, min(1.0, (width - least) / (most - least)))
    return SMALL


def _mixed(small: Sizes, large: Sizes, part: float) -> Sizes:
    pairs = zip(
        (small.margin, small.lead, small.box, small.gap, small.cost),
        (large.margin, large.lead, large.box, large.gap, large.cost),
        strict=True,
    )
    return Sizes(*(low + part * (high - low) for low, high in pairs))


def _box(left: float, top: float, width: float, height: float = BOX_HEIGHT) -> Box:
    return Box(round(left), top, round(width), height)


def _arrows(
    boxes: dict[tuple[str, int], Box], layers: int, start: float, is_narrow: bool
) -> Iterable[tuple[tuple[str, int], Arrow]]:
    for l in range(layers + 1):
        above = boxes.get(("forward", l + 1), boxes["cost", layers])
        below = boxes.get(("backward", l + 1), boxes["slope", layers])
        left = boxes["forward", l].right + CLEAR if l else start
        yield ("A", l), Arrow(left, above.middle, above.left - CLEAR, above.middle)
        yield ("dA", l), Arrow(below.left - CLEAR, below.middle, left, below.middle)
    cost, slope = boxes["cost", layers], boxes["slope", layers]
    yield ("slope", layers), Arrow(cost.center, cost.bottom + CLEAR, cost.center, slope.top - CLEAR)
    for l in range(1, layers + 1):
        forward, backward, update = (boxes[kind, l] for kind in ("forward", "backward", "update"))
        x = forward.center
        yield ("cache", l), Arrow(x, forward.bottom + CLEAR, x, backward.top - CLEAR)
        for symbol, x in zip(("dW", "db"), _gradient_xs(backward, is_narrow), strict=True):
            yield (symbol, l), Arrow(x, backward.bottom + CLEAR, x, update.top - CLEAR)


def _gradient_xs(box: Box, is_narrow: bool) -> tuple[float, float]:
    if is_narrow:
        first = box.left + NARROW_FIRST
        return first, round(max(first + NARROW_LABEL, box.left + NARROW_SECOND * box.width))
    return round(box.center + FIRST_GRADIENT * box.width), round(box.center + SECOND_GRADIENT * box.width)
