"""Lines of equal value, and the field that carries them."""

from __future__ import annotations

import numpy as np
import pytest

from gui.chart.contours import chained, contour_lines
from gui.chart.field import Field

Y, X = np.mgrid[-2:2:81j, -2:2:81j]
BOWL = X**2 + Y**2


def test_that_the_line_of_a_round_bowl_is_one_closed_circle():
    lines = chained(contour_lines(BOWL, 1.0))
    assert len(lines) == 1
    circle = lines[0] * 0.05 - 2
    assert circle[0] == pytest.approx(circle[-1])
    assert np.hypot(*circle.T) == pytest.approx(1.0, abs=2e-3)


def test_that_a_saddle_has_two_lines_at_each_height():
    assert len(chained(contour_lines(X * Y, 0.5))) == 2
    assert len(chained(contour_lines(X * Y, -0.5))) == 2


def test_that_a_cell_crossed_twice_has_two_segments():
    assert len(contour_lines(np.array([[1.0, 0.0], [0.0, 1.0]]), 0.5)) == 2


def test_that_a_height_that_is_never_reached_has_no_line():
    assert chained(contour_lines(BOWL, 99.0)) == []


def test_that_what_is_no_number_has_no_line_and_breaks_none():
    values = BOWL.copy()
    values[40:, 40:] = np.nan
    assert len(contour_lines(values, 1.0)) < len(contour_lines(BOWL, 1.0))


def test_that_a_field_has_its_lines_in_its_own_units():
    field = Field(BOWL, -20, 20, -2, 2, levels=(1.0,))
    assert np.abs(field.lines[0]).max(axis=0) == pytest.approx((10, 1), abs=0.01)


def test_that_a_field_is_darkest_where_it_is_highest_and_has_its_first_row_at_the_foot():
    field = Field(X + 10 * Y, -2, 2, -2, 2)
    assert field.shades[0, -1] == 255
    assert field.shades[-1, 0] == 0


def test_that_signed_values_have_zero_in_the_middle():
    shades = Field(np.array([[-1.0, 0.0], [0.5, 5.0]]), 0, 1, 0, 1, tint="signed").shades
    assert [shades[i, j] for i, j in ((0, 0), (0, -1), (-1, 0), (-1, -1))] == [191, 255, 0, 128]


def test_that_a_coarse_field_is_painted_smoothly():
    shades = Field(np.array([[0.0, 1.0], [0.0, 1.0]]), 0, 1, 0, 1).shades
    assert shades.shape[1] > 200
    assert np.abs(np.diff(shades[0].astype(int))).max() <= 2


def test_that_a_field_of_one_row_is_refused():
    with pytest.raises(ValueError, match="2 rows"):
        Field([[1, 2, 3]], 0, 1, 0, 1)
