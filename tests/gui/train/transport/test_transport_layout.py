"""What of the transport bar shows at which width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.train.transport.layout import BUTTONS, HEIGHT, PADDING, YIELDING, arrange

SIZES = {
    "reset": 32,
    "new_weights": 32,
    "run": 128,
    "update": 142,
    "epoch": 137,
    "epoch_short": 63,
    "counter": 87,
    "alpha": 92,
    "optimizer": 144,
    "cost": 164,
    "regularization": 92,
    "initialization": 116,
    "more": 83,
    "more_short": 32,
    "speed": 136,
}
ALWAYS = {*BUTTONS, "counter", "alpha", "optimizer", "speed"}


@given(st.integers(1100, 2600), st.booleans(), st.integers(164, 200))
def test_that_nothing_overlaps_or_is_cut_at_any_width(width, has_rate, cost):
    arrangement = arrange(width, {**SIZES, "regularization": 118 if has_rate else 92, "cost": cost})
    boxes = sorted(arrangement.places.values())
    for (x, _, size, _), (following, *_) in pairwise(boxes):
        assert x + size < following
    assert boxes[0][0] == PADDING
    assert boxes[-1][0] + boxes[-1][2] == width - PADDING
    assert all(y >= 0 and y + height <= HEIGHT for _, y, _, height in boxes)
    assert set(arrangement.places) >= ALWAYS


@given(st.integers(1100, 2600))
def test_that_every_control_stands_in_the_bar_or_behind_more(width):
    arrangement = arrange(width, SIZES)
    assert all((key in arrangement.places) != (key in arrangement.hidden) for key in YIELDING)
    assert ("more" in arrangement.places) == bool(arrangement.hidden)


def test_that_the_smallest_window_has_all_words():
    arrangement = arrange(1208, SIZES)
    assert arrangement.epoch_has_text
    assert arrangement.more_has_text
    assert arrangement.hidden == YIELDING


@pytest.mark.parametrize("rate", [92, 118])
@pytest.mark.parametrize("cost", [164, 182])
def test_that_the_usual_window_shows_cost_and_regularisation(rate, cost):
    arrangement = arrange(1368, {**SIZES, "regularization": rate, "cost": cost})
    assert arrangement.hidden == ("initialization",)


def test_that_a_wide_window_shows_everything():
    arrangement = arrange(1560, SIZES)
    assert arrangement.hidden == ()
    assert arrangement.epoch_has_text


def test_that_a_bar_narrower_than_anything_keeps_the_narrowest_form():
    arrangement = arrange(400, SIZES)
    assert arrangement.needed > 400
    assert not arrangement.epoch_has_text
