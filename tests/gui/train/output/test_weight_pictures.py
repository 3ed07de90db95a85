"""The first layer's weights as pictures."""

from __future__ import annotations

import numpy as np
import pytest

from gui.appearance import Appearance
from gui.train.output.weight_pictures import MOST_TILES, WeightPictures


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def pictures(qtbot, appearance):
    made = WeightPictures(appearance)
    qtbot.addWidget(made)
    made.set_shape((8, 8), 6)
    made.resize(340, made.height_for(340))
    return made


def tile_pixel(pictures, unit, row, column):
    grid = pictures._grid(340)
    x, y, tile, _ = grid.cell(*divmod(unit, grid.columns))
    place = x + (column + 0.5) * tile / 8, 36 + y + (row + 0.5) * tile / 8
    return pictures.grab().toImage().pixelColor(*(int(value) for value in place))


def test_that_each_weight_is_where_its_input_is(pictures, appearance):
    weights = np.zeros((6, 64))
    weights[2, 8 * 3 + 5] = -0.8
    weights[4, 8 * 7 + 0] = 0.4
    pictures.show_weights(weights)
    theme = appearance.theme
    assert tile_pixel(pictures, 2, 3, 5) == theme.signed(-1.0)
    assert pictures.scale == pytest.approx(0.8)
    assert abs(tile_pixel(pictures, 4, 7, 0).blue() - theme.signed(0.5).blue()) <= 2
    assert abs(tile_pixel(pictures, 2, 5, 3).lightness() - theme.signed(0.0).lightness()) <= 2


def test_that_zero_weights_are_neutral(pictures, appearance):
    pictures.show_weights(np.zeros((6, 64)))
    assert pictures.scale == 1.0
    assert abs(tile_pixel(pictures, 0, 4, 4).lightness() - appearance.theme.signed(0.0).lightness()) <= 2


def test_that_weights_of_another_size_are_left_alone(pictures):
    pictures.show_weights(np.ones((6, 64)))
    before = pictures.grab().toImage()
    pictures.show_weights(None)
    pictures.show_weights(np.ones((5, 64)))
    assert pictures.grab().toImage() == before


def test_that_new_weights_and_another_theme_are_painted(pictures, appearance):
    generator = np.random.default_rng(0)
    pictures.show_weights(generator.normal(size=(6, 64)))
    first = pictures.grab().toImage()
    pictures.show_weights(generator.normal(size=(6, 64)))
    second = pictures.grab().toImage()
    assert second != first
    appearance.choose("dark")
    assert pictures.grab().toImage() != second


def test_that_many_units_are_cut_and_said(pictures):
    pictures.set_shape((8, 8), 128)
    assert pictures.detail == f"{MOST_TILES} of 128 units"
    height = pictures.height_for(340)
    pictures.set_shape((8, 8), 1024)
    assert pictures.height_for(340) == height
    pictures.set_shape((8, 8), 32)
    assert pictures.detail == "W[1] (32, 64)"
