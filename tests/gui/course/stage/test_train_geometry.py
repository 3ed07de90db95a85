"""Where the panels of a train scene stand, for every choice of them and every size of a stage."""

from __future__ import annotations

from itertools import combinations

import pytest

from engine.lessons.lesson import PANELS
from gui.course.stage.train_geometry import arrange

SIZES = ((776, 584), (936, 760), (1416, 940), (1848, 1000))
CHOICES = [
    choice for count in range(1, 6) for choice in combinations(PANELS, count) if choice != ("controls",)
]


def overlap(a, b) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("show", CHOICES)
def test_that_panels_fill_the_stage_and_touch_without_overlapping(size, show):
    width, height = size
    places = arrange(width, height, show)
    assert set(places) == set(show)
    assert not any(overlap(a, b) for a, b in combinations(places.values(), 2))
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in places.values())
    covered = sum(w * h for _, _, w, h in places.values())
    assert covered > 0.99 * width * height  # the rest are the lines between them


@pytest.mark.parametrize("size", SIZES)
def test_that_the_network_and_the_plots_keep_a_size_that_can_be_read(size):
    places = arrange(*size, PANELS)
    assert places["network"][2] >= 480
    assert places["network"][3] >= 300
    assert min(places["cost"][2], places["gradients"][2]) >= 280
    assert min(places["cost"][3], places["gradients"][3]) >= 160
