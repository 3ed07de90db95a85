"""Points set by hand."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.output.drawing import REACH, SPACING, PointDrawing
from gui.train.output.geometry import picture_frame

FRAME = picture_frame(340, (-6.0, 6.0, -6.0, 6.0), named_axes=False)


@pytest.fixture
def drawing():
    made = PointDrawing()
    made.is_on = True
    return made


def test_that_a_drag_sets_a_point_every_few_pixels(drawing):
    drawing.start((100.0, 100.0))
    assert not drawing.drags(FRAME, (100.0 + SPACING / 2, 100.0))
    assert drawing.drags(FRAME, (100.0 + SPACING, 100.0))
    assert not drawing.drags(FRAME, (100.0 + SPACING + 1, 100.0))


def test_that_moving_without_a_button_sets_nothing(drawing):
    assert not drawing.drags(FRAME, (100.0, 100.0))
    drawing.start((100.0, 100.0))
    drawing.stop()
    assert not drawing.drags(FRAME, (200.0, 100.0))


def test_that_a_drag_outside_the_picture_sets_nothing(drawing):
    drawing.start((100.0, 100.0))
    assert not drawing.drags(FRAME, (5.0, 100.0))


def test_that_a_click_removes_the_nearest_point_within_reach(drawing):
    drawing.points = np.array([[0.0, 1.0], [0.0, 1.0]])
    x, y = FRAME.to_pixel(1.0, 1.0)
    assert drawing.near(FRAME, (x + 3, y - 2)) == 1
    assert drawing.near(FRAME, (x + REACH + 1, y - REACH)) is None
    drawing.points = np.zeros((2, 0))
    assert drawing.near(FRAME, (x, y)) is None
