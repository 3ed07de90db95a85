"""Numbers as small pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from gui.train.indexed_images import NOT_A_NUMBER, indexed_image, ramp, signed_indices

GROUND, COLOR = QColor(250, 250, 250), QColor(10, 20, 30)


def test_that_signed_values_have_the_middle_index_at_zero_and_are_cut_at_the_reach():
    values = np.array([[-9.0, -2.0, 0.0, 1.0, 2.0, 9.0]])
    assert signed_indices(values, 2.0).tolist() == [[1, 1, 128, 192, 255, 255]]


def test_that_what_is_not_finite_has_an_index_of_its_own():
    assert signed_indices(np.array([[np.nan, np.inf, -np.inf]]), 1.0).tolist() == [[NOT_A_NUMBER] * 3]


def test_that_a_ramp_runs_from_the_ground_to_the_colour():
    table = ramp(GROUND, COLOR)
    assert (table[0], table[255], len(table)) == (GROUND.rgb(), COLOR.rgb(), 256)


def test_that_each_pixel_has_the_colour_of_its_index(qapp):
    image = indexed_image(np.array([[0, 255, 0], [255, 255, 0]], np.uint8), ramp(GROUND, COLOR))
    assert [image.pixelColor(x, 0) for x in range(3)] == [GROUND, COLOR, GROUND]
    assert [image.pixelColor(x, 1) for x in range(3)] == [COLOR, COLOR, GROUND]
