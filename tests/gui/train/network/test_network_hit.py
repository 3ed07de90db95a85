"""What lies under a point of the drawing."""

from __future__ import annotations

import pytest

from gui.train.network.hit import HitMap, Target
from tests.gui.train.network.network_runs import places_of

NETS = [(2, 1), (2, 4, 2, 1), (2, 8, 8, 8, 1), (2, *[4] * 8, 1), (64, 64, 32, 10)]


@pytest.mark.parametrize("sizes", NETS)
def test_that_every_tile_is_hit_in_its_middle_and_at_its_corners(sizes):
    places = places_of(sizes)
    hits = HitMap(places)
    for column in places.columns:
        for tile in column.tiles:
            frame = tile.frame
            for x, y in ((frame.cx, frame.cy), (frame.x, frame.y), (frame.right - 0.1, frame.y)):
                assert hits.at(x, y) == Target("tile", tile.l, tile.k)


@pytest.mark.parametrize("sizes", NETS)
def test_that_every_bias_is_hit(sizes):
    places = places_of(sizes)
    hits = HitMap(places)
    for column in places.columns[1:]:
        for tile in column.tiles:
            assert hits.at(tile.bias.cx, tile.bias.cy) == Target("bias", tile.l, tile.k)


@pytest.mark.parametrize("sizes", [(2, 1), (2, 3, 1), (2, 4, 2, 1), (3, 2, 2)])
def test_that_every_edge_is_hit_somewhere_on_its_way(sizes):
    places = places_of(sizes)
    hits = HitMap(places)
    for l in range(1, places.L + 1):
        along = hits.along(l)
        for k in range(along.shape[0]):
            for j in range(along.shape[1]):
                found = {hits.at(*along[k, j, sample]) for sample in range(2, along.shape[2] - 2)}
                assert Target("edge", l, k, j) in found


def test_that_an_edge_can_be_hit_on_12_pixels():
    places = places_of((1, 1))
    hits = HitMap(places)
    x, y = hits.along(1)[0, 0, 8]
    assert hits.at(x, y + 5.9) == hits.at(x, y - 5.9) == Target("edge", 1, 0, 0)
    assert hits.at(x, y + 6.5) is None
    assert hits.at(x, y - 6.5) is None


def test_that_of_two_edges_the_nearer_one_is_hit():
    places = places_of((2, 1))
    hits = HitMap(places)
    x, y = hits.along(1)[0, 1, 12]
    assert hits.at(x, y + 1) == Target("edge", 1, 0, 1)


def test_that_the_ground_is_nothing():
    places = places_of((2, 4, 2, 1))
    hits = HitMap(places)
    assert hits.at(2, 2) is None
    assert hits.at(places.legend.cx, places.legend.cy) is None


@pytest.mark.parametrize("size", [(684, 440), (1256, 700)])
def test_that_the_chevrons_of_an_elided_column_are_hit(size):
    places = places_of((2, 128, 1), *size)
    hits, window = HitMap(places), places.columns[1].window
    assert hits.at(window.up.cx, window.up.cy) == Target("up", 1)
    assert hits.at(window.down.cx, window.down.cy) == Target("down", 1)
    for rect, kind in ((window.up, "up"), (window.down, "down")):
        assert hits.at(rect.cx, rect.cy - 11).kind == kind
        assert hits.at(rect.cx, rect.cy + 11).kind == kind


def test_that_edges_of_a_scrolled_window_carry_the_numbers_of_their_units():
    places = places_of((64, 32, 1), 684, 440, firsts=(40, 20, 0))
    hits = HitMap(places)
    x, y = hits.along(1)[0, 0, 1]
    assert hits.at(x, y) == Target("edge", 1, 20, 40)


def test_that_the_wheel_turns_the_nearest_column():
    places = places_of((2, 4, 2, 1))
    hits = HitMap(places)
    assert [hits.column_at(column.x + 20) for column in places.columns] == [0, 1, 2, 3]


def test_that_a_bar_of_a_bias_is_hit_on_24_pixels_and_its_tile_keeps_the_larger_part():
    places = places_of((2, 8, 8, 8, 1))
    hits = HitMap(places)
    for column in places.columns[1:-1]:
        for tile in column.tiles:
            assert tile.is_compact
            bottom, found = (
                tile.bias.bottom - 0.5,
                [hits.at(tile.frame.cx, tile.frame.y + y) for y in range(60)],
            )
            assert found.count(Target("bias", tile.l, tile.k)) >= min(
                24, 0.45 * tile.frame.h + tile.bias.h - 1
            )
            assert found.count(Target("tile", tile.l, tile.k)) >= 0.5 * tile.frame.h
            assert hits.at(tile.frame.x + 1, bottom) == Target("bias", tile.l, tile.k)
