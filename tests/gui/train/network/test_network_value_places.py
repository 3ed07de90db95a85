"""Where all numbers of a small network go: on their edges, never over one another."""

from __future__ import annotations

import itertools

import pytest

from gui.train.network.value_places import place_values
from tests.gui.train.network.network_runs import places_of

SMALL = [
    sizes
    for depth in (1, 2)
    for sizes in itertools.product((1, 2, 3, 4), repeat=depth + 1)
    if all(a * b <= 12 for a, b in itertools.pairwise(sizes))
] + [(2, 4, 2, 1), (3, 4, 3, 4), (1, 4, 3, 3)]


@pytest.mark.parametrize("size", [(684, 440), (776, 517), (1256, 700)])
@pytest.mark.parametrize("sizes", SMALL)
def test_that_the_numbers_of_a_small_network_meet_no_other_number_and_no_tile(size, sizes):
    places = places_of(sizes, *size)
    found = place_values(places)
    assert found is not None
    assert len(found) == sum(a * b for a, b in itertools.pairwise(sizes))
    assert not [pair for pair in itertools.combinations(found.values(), 2) if pair[0].overlaps(pair[1])]
    solids = places.solids()
    assert not [1 for rect in found.values() for solid in solids if rect.overlaps(solid)]


@pytest.mark.parametrize(
    "sizes", [(2, 5, 1), (2, 4, 4, 1), (2, 8, 8, 8, 1), (2, *[4] * 8, 1), (64, 64, 32, 10)]
)
def test_that_a_larger_or_too_crowded_network_shows_none(sizes):
    assert place_values(places_of(sizes, 684, 440)) is None
