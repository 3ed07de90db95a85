"""What the drawing wants to be computed, and its tool-tips."""

from __future__ import annotations

import pytest

from gui.train.network.hints import hint_at
from gui.train.network.labels import name_lines
from gui.train.network.wishes import wishes_of
from tests.gui.train.network.network_runs import places_of


def test_that_larger_tiles_want_finer_maps_up_to_a_limit():
    grids = [
        wishes_of(places_of((2, 4, 2, 1), *size), True)["unit_grid"] for size in ((560, 300), (776, 517))
    ]
    assert grids[0] < grids[1] <= 48
    assert wishes_of(places_of((2, 8, 8, 8, 1), 1256, 700), True)["unit_grid"] <= 40


def test_that_data_that_are_not_of_the_plane_want_histograms_instead_of_maps():
    wished = wishes_of(places_of((64, 32, 10)), False)
    assert (wished["unit_grid"], wished["unit_histograms"]) == (0, True)
    assert not wishes_of(places_of((2, 4, 2, 1)), True)["unit_histograms"]


def test_that_all_units_are_wanted_unless_a_column_is_elided():
    assert wishes_of(places_of((2, 4, 2, 1)), True)["shown_units"] is None
    wanted = wishes_of(places_of((2, 128, 1), firsts=(0, 100, 0)), True)["shown_units"]
    assert wanted == ((0, 1), tuple(range(100, 108)), (0,))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (lambda places: places.gaps[0].label, ["W[1]", "the inputs", "16 units", "30 values"]),
        (lambda places: places.gaps[1].label, ["W[2]", "layer 1 to layer 2", "1 unit,"]),
        (lambda places: places.columns[1].window.text, ["Units of layer 1", "1 to 8 of 16", "wheel"]),
        (lambda places: places.columns[0].tiles[2].name, ["third"]),
        (lambda places: places.columns[1].tiles[0].frame, []),
    ],
)
def test_that_tool_tips_say_what_is_under_the_pointer(place, words):
    places = places_of((30, 16, 1), name_width=90.0)
    rect = place(places)
    hint = hint_at(places, rect.cx, rect.cy, ("first", "second", "third", *["x"] * 27))
    assert bool(hint) == bool(words)
    assert all(word in hint for word in words)


def test_that_the_tool_tip_of_a_class_has_its_whole_name():
    places = places_of((4, 5, 3), class_width=30.0)
    name = places.columns[2].tiles[1].name
    assert hint_at(places, name.cx, name.cy, (), ("setosa", "versicolor", "virginica")) == "versicolor"
    assert hint_at(places, name.cx, name.cy, ("a", "b", "c", "d")) == ""


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [(200.0, 28.0, ("sepal length",)), (50.0, 28.0, ("sepal", "length")), (50.0, 14.0, None)],
)
def test_that_a_name_too_long_for_one_line_takes_two_where_there_is_room(qapp, width, height, lines):
    written = name_lines("sepal length", width, height)
    if lines is None:
        assert len(written) == 1
        assert written[0].endswith("…")
    else:
        assert written == lines
