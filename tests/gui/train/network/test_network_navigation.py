"""Where the arrow keys lead."""

from __future__ import annotations

import pytest

from gui.train.network.hit import Target
from gui.train.network.navigation import distance_to, first_target, is_shown, moved, next_weight, scrolled
from tests.gui.train.network.network_runs import places_of

PLACES = places_of((2, 4, 2, 1))
TALL = places_of((2, 128, 1), 684, 440, firsts=(0, 10, 0))


def tile(l, k):
    return Target("tile", l, k)


def test_that_the_keyboard_begins_at_the_first_unit_of_layer_1():
    assert first_target(PLACES) == tile(1, 0)
    assert first_target(TALL) == tile(1, 10)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        (tile(1, 0), "down", tile(1, 1)),
        (tile(1, 0), "up", tile(1, 0)),
        (tile(1, 3), "down", tile(1, 3)),
        (tile(1, 0), "right", tile(2, 0)),
        (tile(1, 3), "right", tile(2, 1)),
        (tile(3, 0), "right", tile(3, 0)),
        (tile(1, 1), "left", tile(0, 0)),
        (tile(0, 1), "left", tile(0, 1)),
        (Target("edge", 2, 1, 0), "up", tile(2, 0)),
    ],
)
def test_that_arrows_go_to_the_nearest_unit(start, direction, end):
    assert moved(PLACES, start, direction) == end


def test_that_down_goes_on_below_the_units_that_are_shown():
    following = moved(TALL, tile(1, 17), "down")
    assert following == tile(1, 18)
    assert not is_shown(TALL, following)
    assert distance_to(TALL, following) == 1
    assert distance_to(TALL, tile(1, 9)) == -1
    assert distance_to(TALL, tile(1, 12)) == 0


@pytest.mark.parametrize(("by", "first"), [(1, 11), (-4, 6), (-50, 0), (500, 120)])
def test_that_scrolling_stops_at_the_ends(by, first):
    assert scrolled(TALL, 1, by) == (0, first, 0)


def test_that_the_weights_of_a_unit_follow_one_another_round():
    first = next_weight(PLACES, tile(2, 1), 1)
    assert first == Target("edge", 2, 1, 0)
    assert next_weight(PLACES, first, 1) == Target("edge", 2, 1, 1)
    assert next_weight(PLACES, first, -1) == Target("edge", 2, 1, 3)
    assert next_weight(PLACES, tile(0, 1), 1) == tile(0, 1)


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (None, False),
        (tile(1, 3), True),
        (tile(1, 4), False),
        (tile(5, 0), False),
        (Target("edge", 1, 0, 2), False),
    ],
)
def test_that_what_is_gone_is_not_shown(target, shown):
    assert is_shown(PLACES, target) is shown
