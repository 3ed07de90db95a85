"""Where the parts of the output column lie."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.output.geometry import (
    bilinear,
    matrix_grid,
    nearest,
    picture_frame,
    tick_text,
    ticks,
    tile_grid,
)

PLANE = (-6.0, 6.0, -6.0, 6.0)


@pytest.mark.parametrize(("width", "side"), [(340, 273), (300, 233), (100, 60), (2000, 560)])
def test_that_the_picture_fills_the_column_between_its_limits(width, side):
    frame = picture_frame(width, PLANE, named_axes=False)
    assert frame.side == side
    assert frame.left + frame.side <= max(width, 127)
    assert frame.top + frame.side < frame.height


def test_that_named_axes_only_need_more_height():
    plain, named = (picture_frame(340, PLANE, named_axes=names) for names in (False, True))
    assert named.side == plain.side
    assert named.top > plain.top
    assert named.height > plain.height


@pytest.mark.parametrize("place", [(-6.0, -6.0), (0.0, 0.0), (1.25, -3.5), (6.0, 6.0)])
def test_that_pixels_and_plane_are_each_others_inverse(place):
    frame = picture_frame(340, (-6.0, 6.0, -6.0, 6.0), named_axes=True)
    assert frame.to_plane(*frame.to_pixel(*place)) == pytest.approx(place)
    both = frame.to_pixels(np.array([place, place]).T)
    assert both[:, 1] == pytest.approx(frame.to_pixel(*place))


def test_that_y_grows_upwards_on_the_plane_and_downwards_on_the_screen():
    frame = picture_frame(340, (0.0, 2.0, 10.0, 30.0), named_axes=False)
    assert frame.to_pixel(0.0, 30.0) == (frame.left, frame.top)
    assert frame.to_pixel(2.0, 10.0) == (frame.left + frame.side, frame.top + frame.side)


def test_that_only_the_square_holds_a_pixel():
    frame = picture_frame(340, PLANE, named_axes=False)
    assert frame.holds(frame.left, frame.top)
    assert not frame.holds(frame.left - 1, frame.top)
    assert not frame.holds(frame.left, frame.top + frame.side + 1)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-6.0, 6.0, (-6, -3, 0, 3, 6)),
        (0.0, 1.0, (0, 0.5, 1)),
        (4.1, 8.2, (5, 6, 7, 8)),
        (-31.0, 29.0, (-20, 0, 20)),
        (1000.0, 5200.0, (1000, 2000, 3000, 4000, 5000)),
        (3.0, 3.0, ()),
        (0.0, float("inf"), ()),
    ],
)
def test_that_ticks_are_few_and_round(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize("span", [1e-6, 0.013, 0.7, 3.3, 19.0, 456.0, 1e7])
@pytest.mark.parametrize("low", [-5.5, 0.0, 0.31])
def test_that_there_are_two_to_five_ticks_within_any_range(low, span):
    low *= span
    values = ticks(low, low + span)
    assert 2 <= len(values) <= 5
    assert low - 1e-6 * span <= values[0]
    assert values[-1] <= low + span * (1 + 1e-6)


@pytest.mark.parametrize(
    ("value", "text"), [(-3.0, "\u22123"), (-0.0, "0"), (0.5, "0.5"), (1200.0, "1200"), (0.1 + 0.2, "0.3")]
)
def test_that_a_tick_is_written_short_and_with_a_true_minus(value, text):
    assert tick_text(value) == text


def test_that_a_map_is_read_between_its_pixel_middles():
    field = np.array([[0.0, 1.0], [2.0, 3.0]])
    assert bilinear(field, 0.25, 0.25) == 0.0
    assert bilinear(field, 0.75, 0.25) == 1.0
    assert bilinear(field, 0.5, 0.5) == 1.5
    assert bilinear(field, 0.0, 1.0) == 2.0
    assert bilinear(np.stack([field, -field]), 1.0, 1.0).tolist() == [3.0, -3.0]


def test_that_the_nearest_point_is_found_only_within_reach():
    points = np.array([[0.0, 10.0], [0.0, 0.0]])
    assert nearest(points, 9.0, 0.0, 2.0) == 1
    assert nearest(points, 5.0, 5.0, 2.0) is None
    assert nearest(np.zeros((2, 0)), 0.0, 0.0, 2.0) is None


@pytest.mark.parametrize("classes", range(2, 13))
@pytest.mark.parametrize("width", [300, 340])
def test_that_a_confusion_matrix_fits_its_column(classes, width):
    grid = matrix_grid(width, classes, label_width=60, top=59)
    assert grid.left >= 60
    assert grid.right <= width - 10
    assert min(grid.cell_width, grid.cell_height) >= 14


def test_that_two_classes_have_the_cells_of_the_mock_up():
    grid = matrix_grid(340, 2, label_width=36, top=59)
    assert (grid.cell_width, grid.cell_height, grid.gap) == (92, 44, 3)


@pytest.mark.parametrize("width", [280, 300, 340, 500])
def test_that_tiles_fill_the_width_between_the_margins(width):
    grid = tile_grid(width, 32, 36, 0, 4)
    assert grid.left == 20
    assert width - 20 - grid.columns < grid.right <= width - 20
    assert grid.cell_width == grid.cell_height >= 36
    assert grid.rows * grid.columns >= 32


def test_that_a_cell_is_hit_but_not_the_gap_beside_it():
    grid = tile_grid(340, 8, 36, 0, 4)
    x, y, width, height = grid.cell(1, 0)
    assert grid.hit(x, y) == (1, 0)
    assert grid.hit(x + width - 1, y + height - 1) == (1, 0)
    assert grid.hit(x + width + 1, y) is None
    assert grid.hit(x - 1, y) is None
    assert grid.hit(x, grid.bottom + 1) is None
