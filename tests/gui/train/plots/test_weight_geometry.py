"""Places of the heat maps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.train.plots.weight_geometry import entry_at, matrix_places

SHAPES = [
    (2, 4, 2, 1),
    (2, *[8] * 6, 1),
    (2, *[8] * 8, 1),
    (784, 128, 64, 10),
    (64, 64, 32, 10),
    (1, 1),
    (2, 64, 1),
    (12288, 7, 1),
]


@pytest.mark.parametrize("sizes", SHAPES)
@pytest.mark.parametrize(("width", "height"), [(338, 118), (387, 170), (700, 300)])
def test_that_matrices_are_inside_and_apart(sizes, width, height):
    places = matrix_places(sizes, 16, 8, width, height)
    assert [(place.l, place.rows, place.columns) for place in places] == [
        (l, sizes[l], sizes[l - 1]) for l in range(1, len(sizes))
    ]
    for place in places:
        assert place.left >= 16
        assert place.bias_left + place.bias_width <= 16 + width + 1e-6
        assert place.top >= 8
        assert place.top + place.height <= 8 + height + 1e-6
        assert place.bias_left >= place.left + place.width
    for one, other in pairwise(places):
        assert other.top > one.top or other.left >= one.bias_left + one.bias_width


def test_that_small_matrices_have_square_cells():
    for place in matrix_places((2, 4, 2, 1), 16, 8, 387, 170):
        assert place.cell_width == place.cell_height > 15


def test_that_deep_networks_use_two_lines():
    assert len({place.top for place in matrix_places((2, *[8] * 6, 1), 16, 8, 338, 118)}) == 2


def test_that_the_entry_under_a_point_is_found():
    places = matrix_places((2, 4, 2, 1), 16, 8, 387, 170)
    second = places[1]
    y = second.top + 1.5 * second.cell_height
    assert entry_at(places, second.left + 2.5 * second.cell_width, y) == (2, 1, 2)
    assert entry_at(places, second.bias_left + 1, y) == (2, 1, None)
    assert entry_at(places, second.left + second.width + 1, y) is None
    assert entry_at(places, second.left + 1, 9999) is None
