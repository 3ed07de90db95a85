"""Names at the ends of curves stand apart, in order and inside."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.train.plots.labels import spread

WANTED = st.lists(st.floats(0.0, 100.0), max_size=6)


@given(WANTED)
def test_that_labels_stand_apart_inside_and_in_order(wanted):
    places = spread(wanted, 15.0, 0.0, 100.0)
    in_order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    for one, other in pairwise(in_order):
        assert places[other] - places[one] >= 15.0 - 1e-6
    assert all(-1e-6 <= place <= 100.0 + 1e-6 for place in places)


def test_that_labels_with_room_stay_at_their_curves():
    assert spread([10.0, 60.0, 30.0], 15.0, 0.0, 100.0) == [10.0, 60.0, 30.0]


def test_that_two_equal_places_are_pushed_apart_by_the_same_amount():
    assert spread([50.0, 50.0], 15.0, 0.0, 100.0) == [42.5, 57.5]


def test_that_a_push_goes_on_to_the_neighbours():
    assert spread([50.0, 50.0, 60.0], 15.0, 0.0, 100.0) == pytest.approx([38.333, 53.333, 68.333], abs=1e-3)


def test_that_too_many_labels_share_what_room_there_is():
    assert spread([5.0, 5.0, 5.0], 15.0, 0.0, 20.0) == [0.0, 10.0, 20.0]
