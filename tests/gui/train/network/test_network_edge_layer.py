"""The edges in the ground picture: drawn anew only where they look different."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.theme import load_theme
from gui.train.network.edge_layer import EdgeLayer
from gui.train.network.hit import HitMap
from tests.gui.train.network.network_runs import places_of

THEME = load_theme("light")
SIZES = (2, 2, 1)


def weights(*values):
    first, second = np.array(values[:4], float).reshape(2, 2), np.array(values[4:], float).reshape(1, 2)
    return (None, first, second)


@pytest.fixture
def places():
    return places_of(SIZES)


@pytest.fixture
def ground(qapp, places):
    picture = QImage(int(places.width), int(places.height), QImage.Format.Format_RGB32)
    picture.fill(THEME.color("sunken"))
    return picture


def color_on(ground, places, l, k, j, sample=4):
    x, y = HitMap(places).along(l)[k, j, sample]
    return ground.pixelColor(round(x - 0.5), round(y - 0.5))


def near(one, two, tolerance=12):
    pairs = zip(one.getRgb(), two.getRgb(), strict=True)
    return all(abs(a - b) <= tolerance for a, b in pairs)


def test_that_edges_have_the_colour_of_their_sign(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(3, -3, -3, 3, 0, 3))
    layer.draw_dirty(ground, THEME, math.inf)
    assert near(color_on(ground, places, 1, 0, 0), THEME.signed(1.0))
    assert near(color_on(ground, places, 1, 1, 0), THEME.signed(-1.0))


def test_that_thick_edges_lie_on_top_of_thin_ones(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(0.5, -3, 3, 0.5, 1, 1))
    layer.draw_dirty(ground, THEME, math.inf)
    crossing = color_on(ground, places, 1, 0, 1, 8)  # where the two steep edges cross
    assert near(crossing, THEME.signed(-1.0)) or near(crossing, THEME.signed(1.0))


def test_that_nothing_is_drawn_anew_for_weights_that_look_the_same(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(1, 1, 1, 1, 1, 1))
    assert layer.is_dirty
    layer.draw_dirty(ground, THEME, math.inf)
    assert not layer.is_dirty
    layer.set_weights(weights(1.001, 1, 1, 1, 1, 1))
    assert not layer.is_dirty
    layer.set_weights(weights(1, 1, 1, 1, 1, -1))
    assert layer.is_dirty


def test_that_an_edge_that_became_thin_leaves_nothing_behind(places, ground):
    fresh = ground.copy()
    layer, other = EdgeLayer(places), EdgeLayer(places)
    layer.set_weights(weights(3, 3, 3, 3, 3, 3))
    layer.draw_dirty(ground, THEME, math.inf)
    for each, picture in ((layer, ground), (other, fresh)):
        each.set_weights(weights(0.1, 0.2, 0.3, 0.4, 0.5, 0.6))
        each.draw_dirty(picture, THEME, math.inf)
    assert ground == fresh


def test_that_what_does_not_fit_into_the_budget_is_drawn_with_the_next_frame(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(1, 1, 1, 1, 1, 1))
    layer.draw_dirty(ground, THEME, 0.0)
    assert layer.is_dirty
    layer.draw_dirty(ground, THEME, 0.0)
    assert not layer.is_dirty


def test_that_weights_of_another_shape_change_nothing(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights((None, np.ones((3, 2)), np.ones((1, 3))))
    assert not layer.is_dirty


def test_that_a_marked_edge_has_a_yellow_halo_and_a_selected_one_an_ink_frame(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(0, 0, 0, 0, 0.6, 0.6))
    x, y = HitMap(places).along(2)[0, 0, 2]
    for is_selected in (False, True):
        painter = QPainter(ground)
        layer.draw_marked(painter, THEME, 2, 0, 0, is_selected)
        painter.end()
        column = [ground.pixelColor(round(x), yy) for yy in range(int(y) - 9, int(y) + 10)]
        assert any(near(color, THEME.color("spot")) for color in column)
        assert any(near(color, THEME.color("ink")) for color in column) is is_selected


def test_that_a_weight_of_zero_is_a_grey_line(places, ground):
    layer = EdgeLayer(places)
    layer.set_weights(weights(0, 0, 0, 0, 0, 0))
    layer.draw_dirty(ground, THEME, math.inf)
    color: QColor = color_on(ground, places, 2, 0, 0, 1)
    assert color != THEME.color("sunken")
    assert max(color.getRgb()[:3]) - min(color.getRgb()[:3]) < 12
