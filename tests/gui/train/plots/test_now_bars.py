"""The bars of the gradient plot: places and heights."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.train.plots.now_bars import bar_rects, bar_row
from gui.train.plots.scale import log_scale
from gui.train.plots.series import Box

BOX = Box(44.0, 9.0, 200.0, 120.0)


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize("most", [130.0, 160.0, 260.0])
def test_that_bars_stand_side_by_side_on_their_axis_line(count, most):
    row = bar_row(count, 360.0, most)
    assert row.right == 360.0
    assert row.left <= row.bars[0][0]
    for (left, width), (following, _) in pairwise(row.bars):
        assert following - left - width >= 2.0
    assert row.bars[-1][0] + row.bars[-1][1] <= row.right


def test_that_a_few_bars_have_the_width_of_the_picture():
    row = bar_row(3, 360.0, 160.0)
    assert [width for _, width in row.bars] == [20.0] * 3
    assert row.bars[1][0] - row.bars[0][0] == 28.0


@pytest.mark.parametrize("count", [9, 10])
def test_that_many_bars_keep_to_their_share_of_the_width(count):
    row = bar_row(count, 360.0, 140.0)
    assert row.right - row.left <= 140.0
    assert min(width for _, width in row.bars) >= 8.0


def test_that_a_bar_ends_where_its_value_is_on_the_axis():
    scale = log_scale(1e-3, 0.5, 6)
    values = [0.01, 1.0, 0.0, float("nan"), 1e-9]
    tops = [rect.top() for rect in bar_rects(bar_row(5, 360.0, 200.0), BOX, scale, values)]
    assert tops == pytest.approx([BOX.y(scale, 0.01), 9.0, 129.0, 129.0, 129.0])
