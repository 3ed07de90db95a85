"""Places of the small multiples."""

from __future__ import annotations

import pytest

from gui.train.plots.distribution_geometry import LEAST_WIDTH, cells


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize(("width", "height"), [(338, 118), (387, 170), (600, 170)])
def test_that_every_layer_has_room_and_none_overlap(count, width, height):
    places = cells(count, 16, 8, width, height)
    assert len(places) == count
    for cell in places:
        assert cell.left >= 16
        assert cell.left + cell.width <= 16 + width + 1e-6
        assert cell.base <= 8 + height + 1e-6
        assert cell.top < cell.past_top < cell.now_top < cell.base
        assert cell.width >= LEAST_WIDTH
    corners = {(round(cell.left), round(cell.top)) for cell in places}
    assert len(corners) == count


def test_that_few_layers_stand_in_one_row():
    assert len({cell.top for cell in cells(3, 16, 8, 338, 118)}) == 1
    assert len({cell.top for cell in cells(7, 16, 8, 338, 118)}) == 2
    assert cells(0, 16, 8, 338, 118) == []
