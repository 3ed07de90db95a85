"""Places of tiles, biases, names, gaps and labels: nothing overlaps, at any depth and size."""

from __future__ import annotations

import pytest

from gui.train.network.geometry import EDGE_GAP, place_network
from gui.train.network.places import Rect, Shape
from tests.gui.overlaps import overlapping
from tests.gui.train.network.network_runs import places_of

SIZES = [(560, 300), (684, 440), (776, 517), (1000, 420), (1256, 700), (1300, 700)]
UNITS = [1, 4, 8, 10, 33, 784]
NETS = [
    *((2, *[units] * depth, 1) for depth in range(9) for units in (UNITS if depth else UNITS[:1])),
    (7, 6, 3),
    (64, 64, 32, 10),
    (30, 16, 1),
    (784, 128, 64, 10),
    (2, 1024, 1, 300, 26),
]


def everything(places):
    """All rectangles that must keep clear of one another, with a name each."""
    for column in places.columns:
        for tile in column.tiles:
            yield f"tile {tile.l},{tile.k}", tile.frame
            if tile.bias is not None:
                yield f"bias {tile.l},{tile.k}", tile.bias
            if tile.name is not None:
                yield f"name {tile.l},{tile.k}", tile.name
        if column.window is not None:
            for part in ("up", "down", "text"):
                yield f"{part} {column.l}", getattr(column.window, part)
    for gap in places.gaps:
        yield f"label {gap.l}", gap.label
    yield "legend", places.legend


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sizes", NETS, ids=lambda sizes: "-".join(map(str, sizes)))
@pytest.mark.parametrize("has_slope", [False, True])
@pytest.mark.parametrize("names", [(44.0, 0.0), (118.0, 84.0)], ids=["symbols", "words"])
def test_that_nothing_overlaps_and_nothing_leaves_the_drawing(size, sizes, has_slope, names):
    places = places_of(sizes, *size, has_slope=has_slope, name_width=names[0], class_width=names[1])
    parts = list(everything(places))
    whole = Rect(0, 0, places.width, places.height)
    outside = [name for name, rect in parts if not rect.inside(whole)]
    assert not outside
    assert not overlapping(parts)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sizes", NETS, ids=lambda sizes: "-".join(map(str, sizes)))
def test_that_every_gap_leaves_room_for_edges_that_stop_before_the_tiles(size, sizes):
    places = places_of(sizes, *size)
    for gap in places.gaps:
        before, after = places.columns[gap.l - 1].tiles[0], places.columns[gap.l].tiles[0]
        assert gap.left == before.frame.right + EDGE_GAP
        assert gap.right == after.frame.x - EDGE_GAP
        assert gap.right - gap.left >= 15


def test_that_the_first_network_has_the_measures_of_the_design():
    places = places_of((2, 4, 2, 1), 804, 536)
    assert [round(column.x) for column in places.columns] == [84, 296, 508, 720]
    inputs, first, second, output = (column.tiles[0].picture.w for column in places.columns)
    assert first == second == pytest.approx(70, abs=2)
    assert inputs == pytest.approx(60, abs=2)
    assert output == pytest.approx(1.3 * first, abs=1)


@pytest.mark.parametrize("size", [(684, 408), (684, 440), (776, 517), (1256, 700)])
def test_that_the_tiles_of_the_first_network_are_48_to_84_pixels(size):
    places = places_of((2, 4, 2, 1), *size)
    for column in places.columns[1:-1]:
        assert all(48 <= tile.picture.w <= 84 for tile in column.tiles)


def test_that_tiles_grow_with_the_room():
    sides = [places_of((2, 4, 2, 1), *size).columns[1].tiles[0].picture.w for size in SIZES[:3]]
    assert sides == sorted(sides)
    assert sides[0] < sides[-1]


def test_that_columns_stand_about_one_middle_and_biases_lie_under_their_tiles():
    places = places_of((2, 5, 3, 1))
    middles = {round((c.tiles[0].frame.cy + c.tiles[-1].frame.cy) / 2) for c in places.columns}
    assert max(middles) - min(middles) <= 1
    for column in places.columns[1:]:
        for tile in column.tiles:
            assert tile.bias.y >= tile.frame.bottom
            assert tile.bias.cx == pytest.approx(tile.frame.cx)


def test_that_a_bias_with_room_can_be_hit_on_60_by_20_pixels():
    places = places_of((2, 4, 2, 1))
    assert all((t.bias.w, t.bias.h) == (60, 20) for c in places.columns[1:] for t in c.tiles)


@pytest.mark.parametrize("sizes", [(784, 128, 64, 10), (64, 64, 32, 10)])
def test_that_tall_columns_show_eight_units_and_ten_classes_are_all_shown(sizes):
    places = places_of(sizes, 684, 440)
    assert [len(column.tiles) for column in places.columns] == [8, 8, 8, 10]
    assert [column.window is not None for column in places.columns] == [True, True, True, False]
    assert places.columns[0].window.units == sizes[0]


@pytest.mark.parametrize(("first", "shown"), [(0, 0), (5, 5), (120, 120), (127, 120), (-3, 0)])
def test_that_a_window_begins_where_it_is_told_and_stays_inside_the_layer(first, shown):
    places = places_of((2, 128, 1), 684, 440, firsts=(0, first, 0))
    column = places.columns[1]
    assert column.shown == tuple(range(shown, shown + 8))
    assert (column.window.first, column.window.count) == (shown, 8)
    assert column.tile_of(shown).k == shown
    assert column.tile_of(shown + 8) is None


def test_that_more_layers_make_narrower_names_of_matrices():
    assert not any(gap.is_short for gap in places_of((2, 4, 2, 1), 684, 440).gaps)
    assert all(gap.is_short for gap in places_of((2, *[4] * 8, 1), 684, 440).gaps)


def test_that_a_drawing_without_hidden_layers_has_one_gap():
    places = place_network(Shape((2, 1)), 684, 352)
    assert places.L == 1
    assert len(places.columns) == 2
    assert len(places.gaps) == 1


def test_that_names_stand_beside_the_inputs_where_there_is_room_and_below_where_not():
    beside, below = places_of((2, 4, 1)).columns[0].tiles[0], places_of((2, *[4] * 8, 1)).columns[0].tiles[0]
    assert beside.name.right <= beside.frame.x
    assert below.name.y >= below.frame.bottom


def test_that_the_classes_have_their_names_on_the_right():
    tile = places_of((4, 5, 3), class_width=60.0).columns[2].tiles[0]
    assert tile.name.x >= tile.frame.right
    assert tile.name.w >= 50
    assert places_of((4, 5, 3)).columns[2].tiles[0].name is None


@pytest.mark.parametrize("size", SIZES)
def test_that_large_tiles_leave_the_names_of_classes_their_room(size):
    tile = places_of((4, 4, 3), *size, name_width=110.0, class_width=55.0).columns[-1].tiles[0]
    assert tile.name.w >= 55
