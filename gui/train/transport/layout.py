"""What of the transport bar shows at which width, and where. No Qt.

What gives way first: the word of One epoch, then the start weights, then cost and regularisation; these
go behind the More button. Reset to speed, the rest, never collapses.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

HEIGHT, PADDING = 56, 16
GAP, GROUP_GAP, TIGHT_GAP = 8, 16, 12
BUTTON_TOP, BUTTON_HEIGHT = 12, 32
CONTROL_TOP, CONTROL_HEIGHT = 8, 39
RULE_TOP, RULE_HEIGHT = 14, 28
SPEED_TOP = 6

BUTTONS = ("reset", "new_weights", "run", "update", "epoch")
YIELDING = ("cost", "regularization", "initialization")
Rect = tuple[int, int, int, int]


class Level(NamedTuple):
    """Whether One epoch has its word, what of YIELDING stands in the bar, and the gap between groups."""

    epoch_has_text: bool
    direct: tuple[str, ...]
    gap: int = GROUP_GAP


# From the roomiest to the narrowest.
LEVELS = (
    Level(True, YIELDING),
    Level(False, YIELDING),
    Level(True, YIELDING[:2]),
    Level(False, YIELDING[:2]),
    Level(False, YIELDING[:2], TIGHT_GAP),
    Level(True, ()),
    Level(False, ()),
    Level(False, (), TIGHT_GAP),
)


class Arrangement(NamedTuple):
    """places: (x, y, width, height) by key, for what stands in the bar; hidden: what the More button holds;
    more_has_text: whether that button has its word; needed: the width that all of it takes.
    """

    epoch_has_text: bool
    places: Mapping[str, Rect]
    hidden: tuple[str, ...]
    more_has_text: bool
    needed: int


def arrange(width: int, sizes: Mapping[str, int]) -> Arrangement:
    """The roomiest arrangement that fits in `width`. sizes: the wanted width of each key.

    Keys: those above, "epoch_short" and "more_short" (without their words), "counter", "more", "speed".
    """
    for level in LEVELS:
        arrangement = _place(width, sizes, level)
        if arrangement.needed <= width:
            return arrangement
    return arrangement


def _place(width: int, sizes: Mapping[str, int], level: Level) -> Arrangement:
    gap = level.gap
    hidden = tuple(key for key in YIELDING if key not in level.direct)
    places: dict[str, Rect] = {}
    x = PADDING
    for key in BUTTONS:
        size = sizes["epoch_short"] if key == "epoch" and not level.epoch_has_text else sizes[key]
        places[key] = (x, BUTTON_TOP, size, BUTTON_HEIGHT)
        x += size + GAP
    x += gap - GAP
    for rule, key in (("rule_1", "counter"), ("rule_2", "alpha")):
        places[rule] = (x, RULE_TOP, 1, RULE_HEIGHT)
        x += 1 + gap
        places[key] = (x, CONTROL_TOP, sizes[key], CONTROL_HEIGHT)
        x += sizes[key] + gap
    for key in ("optimizer", *level.direct):
        places[key] = (x, CONTROL_TOP, sizes[key], CONTROL_HEIGHT)
        x += sizes[key] + gap
    if hidden:
        size = sizes["more_short" if level.direct else "more"]
        places["more"] = (x, BUTTON_TOP, size, BUTTON_HEIGHT)
        x += size + gap
    speed = sizes["speed"]
    places["speed"] = (max(x, width - PADDING - speed), SPEED_TOP, speed, HEIGHT - 2 * SPEED_TOP)
    return Arrangement(level.epoch_has_text, places, hidden, not level.direct, x + speed + PADDING)
