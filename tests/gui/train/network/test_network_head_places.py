"""Where the controls of the column heads stand: nothing overlaps from 0 to 8 hidden layers."""

from __future__ import annotations

import itertools

import pytest

from gui.train.network.head_places import head_height, place_heads
from gui.train.network.places import Rect, Shape
from tests.gui.overlaps import overlapping

WIDTHS = [560, 620, 684, 776, 900, 1000, 1150, 1256, 1300]


def named_parts(places, has_slope):
    for head in places.heads:
        for name in ("title", "count", "minus", "plus", "choice", "slope"):
            rect = getattr(head, name)
            if rect is not None and (name != "slope" or has_slope):
                yield f"{name} {head.l}", rect
    for after, rect in enumerate(places.adders):
        yield f"adder {after}", rect


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("depth", range(9))
@pytest.mark.parametrize("units", [1, 64, 1024])
@pytest.mark.parametrize("has_slope", [False, True])
@pytest.mark.parametrize("is_low", [False, True])
def test_that_no_two_controls_overlap_and_none_leaves_the_strip(width, depth, units, has_slope, is_low):
    shape = Shape((2, *[units] * depth, 1), has_slope=has_slope, is_low=is_low)
    places = place_heads(shape, width)
    parts = list(named_parts(places, has_slope))
    strip = Rect(0, 0, width, places.height)
    assert not [name for name, rect in parts if not rect.inside(strip)]
    assert not overlapping(parts)


@pytest.mark.parametrize("depth", range(9))
@pytest.mark.parametrize("width", [560, 684, 1256])
def test_that_every_button_can_be_hit_on_24_pixels(depth, width):
    places = place_heads(Shape((2, *[4] * depth, 1)), width)
    buttons = [head.minus for head in places.heads[1:-1]] + [head.plus for head in places.heads[1:-1]]
    for rect in (*buttons, *places.adders, *(head.choice for head in places.heads[1:])):
        assert min(rect.w, rect.h) >= 24


def test_that_only_hidden_layers_have_minus_and_plus():
    heads = place_heads(Shape((2, 4, 2, 1)), 776).heads
    assert [head.minus is not None for head in heads] == [False, True, True, False]
    assert [head.plus is not None for head in heads] == [False, True, True, False]


def test_that_there_is_one_circle_in_each_gap():
    places = place_heads(Shape((2, 4, 2, 1)), 776)
    for adder, (before, after) in zip(places.adders, itertools.pairwise(places.heads), strict=True):
        assert adder.cx == pytest.approx((before.title.cx + after.title.cx) / 2)


def test_that_heads_become_narrow_and_the_strip_higher_with_many_layers():
    wide, narrow = Shape((2, 4, 2, 1)), Shape((2, *[4] * 8, 1))
    assert place_heads(wide, 684).density == "wide"
    assert place_heads(narrow, 684).density == "narrow"
    assert head_height(narrow, 684) > head_height(wide, 684)


def test_that_the_row_of_slopes_is_there_only_for_a_leaky_relu():
    assert head_height(Shape((2, 4, 1), has_slope=True), 684) > head_height(Shape((2, 4, 1)), 684)
