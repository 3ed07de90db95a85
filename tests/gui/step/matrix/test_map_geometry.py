"""Large equations as maps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.step.matrix.block_geometry import CellBlock, MapBlock
from gui.step.matrix.items import MatrixItem, Room, SignItem
from gui.step.matrix.map_geometry import arrange_maps


def item(rows, columns):
    return MatrixItem(rows, columns, 0, 1, 4.6, 80.0)


def linear(n, n_prev, m):
    plus, equals = SignItem("+", 14.0), SignItem("=", 14.0)
    return (item(n, n_prev), SignItem("·", 6.0), item(n_prev, m), plus, item(n, 1), equals, item(n, m))


@pytest.mark.parametrize("shape", [(64, 64, 64), (10, 32, 64), (128, 784, 64), (2, 12288, 209), (40, 41, 13)])
@pytest.mark.parametrize("width", [576, 650, 1100])
def test_that_maps_fit_side_by_side(shape, width):
    arrangement = arrange_maps(linear(*shape), Room(width, 240))
    places = [placed.block.body.grown(13) for placed in arrangement.matrices]
    assert arrangement.width <= width
    for before, after in pairwise(places):
        assert before.right <= after.x
    assert all(
        placed.block.body.width >= 14 and placed.block.body.height >= 14 for placed in arrangement.matrices
    )


def test_that_maps_are_to_scale_while_they_fit():
    arrangement = arrange_maps(linear(32, 64, 64), Room(1100, 400))
    across = [placed.block.body.width / placed.block.columns.count for placed in arrangement.matrices[:2]]
    down = [placed.block.body.height / placed.block.rows.count for placed in arrangement.matrices[:2]]
    assert len({*across, *down}) == 1


@pytest.mark.parametrize("height", [150, 200, 400])
def test_that_maps_keep_to_the_height_there_is(height):
    assert arrange_maps(linear(64, 784, 64), Room(650, height)).height <= height


def test_that_a_single_number_stays_a_number():
    items = (item(10, 64), SignItem("=", 14.0), item(1, 1))
    first, last = (placed.block for placed in arrange_maps(items, Room(650, 300)).matrices)
    assert isinstance(first, MapBlock)
    assert isinstance(last, CellBlock)


@pytest.mark.parametrize("width", [576, 676, 1100])
def test_that_only_long_matrices_become_maps(width):
    equals = SignItem("=", 14.0)
    items = (item(4, 75), SignItem("·", 6.0), item(75, 4), equals, item(4, 4))
    arrangement = arrange_maps(items, Room(width, 180))
    blocks = [placed.block for placed in arrangement.matrices]
    assert [type(block) for block in blocks] == [MapBlock, MapBlock, CellBlock]
    assert arrangement.width <= width
    assert blocks[1].body.width >= 4 * 12
    assert blocks[2].cell_width >= 4.6 * 12
