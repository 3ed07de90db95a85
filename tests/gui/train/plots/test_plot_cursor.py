"""Where mouse and keys put the cursor."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gui.train.plots.cursor import epoch_after_key, epoch_at
from gui.train.plots.picture import Picture
from gui.train.plots.scale import epoch_scale
from gui.train.plots.series import Box

PICTURE = Picture(Box(40.0, 9.0, 200.0, 100.0), x_scale=epoch_scale(100.0), epochs=np.arange(101.0))


def test_that_the_mouse_points_at_an_epoch_also_a_little_beside_the_axis():
    assert [epoch_at(PICTURE, x) for x in (20, 30, 40, 140, 240, 250, 260)] == [
        None,
        0,
        0,
        50,
        100,
        100,
        None,
    ]


@pytest.mark.parametrize(
    ("key", "epoch"),
    [
        (Qt.Key.Key_Left, 49.0),
        (Qt.Key.Key_Right, 51.0),
        (Qt.Key.Key_PageUp, 45.0),
        (Qt.Key.Key_PageDown, 55.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 100.0),
        (Qt.Key.Key_A, None),
    ],
)
def test_that_keys_move_from_row_to_row(key, epoch):
    assert epoch_after_key(PICTURE, 50.2, key) == epoch


def test_that_keys_stop_at_the_ends_and_begin_at_the_last_row():
    assert epoch_after_key(PICTURE, 0.0, Qt.Key.Key_Left) == 0.0
    assert epoch_after_key(PICTURE, None, Qt.Key.Key_Left) == 100.0
    assert epoch_after_key(Picture(), None, Qt.Key.Key_Left) is None
