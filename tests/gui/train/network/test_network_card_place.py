"""Where value cards go."""

from __future__ import annotations

import pytest

from gui.train.network.card_place import is_crossed, leader, place_card
from gui.train.network.hit import HitMap
from gui.train.network.places import Rect
from tests.gui.train.network.network_runs import places_of

CARD = (144.0, 52.0)


def bounds_of(places):
    return Rect(0, 0, places.width, places.height)


@pytest.mark.parametrize("size", [(684, 440), (776, 517), (1256, 700)])
@pytest.mark.parametrize("sizes", [(2, 1), (2, 3, 1), (2, 4, 2, 1)])
def test_that_the_card_of_an_edge_covers_no_tile_bias_or_name(size, sizes):
    places = places_of(sizes, *size)
    hits, solids = HitMap(places), places.solids()
    for l in range(1, places.L + 1):
        along = hits.along(l)
        for k in range(along.shape[0]):
            for j in range(along.shape[1]):
                x, y = along[k, j, 8]
                card = place_card(Rect(x, y, 0, 0), CARD, solids, bounds_of(places))
                assert card.inside(bounds_of(places))
                assert not [rect for rect in solids if rect.overlaps(card)]


@pytest.mark.parametrize("sizes", [(2, 4, 2, 1), (2, 8, 8, 8, 1), (2, *[4] * 8, 1), (64, 64, 32, 10)])
def test_that_a_card_never_leaves_the_drawing_nor_covers_what_it_speaks_of(sizes):
    places = places_of(sizes, 684, 440)
    solids = places.solids()
    for column in places.columns:
        for tile in column.tiles:
            card = place_card(tile.frame, CARD, solids, bounds_of(places))
            assert card.inside(bounds_of(places))
            assert not card.overlaps(tile.frame)


def test_that_the_leader_is_upright_where_the_card_lies_below_or_above():
    (x0, y0), (x1, y1) = leader(Rect(100, 50, 0, 0), Rect(40, 90, 144, 52))
    assert (x0, y0) == (100, 50)
    assert (x1, y1) == (100, 90)


def test_that_the_leader_of_a_tile_begins_at_its_frame():
    (x0, y0), (x1, y1) = leader(Rect(100, 100, 50, 50), Rect(200, 90, 144, 52))
    assert x0 == 150
    assert x1 >= 200
    assert y0 == y1
    assert 100 <= y0 <= 142


def test_that_the_card_lies_below_its_edge_on_free_ground():
    card = place_card(Rect(300, 100, 0, 0), CARD, [], Rect(0, 0, 700, 400))
    assert card.y > 100
    assert card.cx == 300


def test_that_a_leader_over_another_tile_is_found():
    tile, other, card = Rect(100, 100, 50, 50), Rect(180, 100, 50, 50), Rect(300, 90, 144, 52)
    assert is_crossed(tile, card, [tile, other])
    assert not is_crossed(tile, card, [tile, Rect(180, 200, 50, 50)])


def test_that_the_leaders_of_the_first_network_cross_no_tile():
    places = places_of((2, 4, 2, 1))
    hits = HitMap(places)
    for l in (1, 2, 3):
        for point in hits.along(l)[:, :, 8].reshape(-1, 2).tolist():
            anchor = Rect(*point, 0, 0)
            card = place_card(anchor, CARD, places.solids(), bounds_of(places))
            assert not is_crossed(anchor, card, places.solids())
