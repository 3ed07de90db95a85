"""The weights as heat maps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from gui.appearance import Appearance
from gui.train.plots.weights_view import WeightsView
from tests.gui.train.plots.plot_runs import NAN, snapshot

W1 = np.array([[1.0, -2.0], [0.5, 0.0]])
W2 = np.array([[4.0, -1.0]])


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def view(qtbot, appearance):
    made = WeightsView(appearance)
    qtbot.addWidget(made)
    made.resize(419, 216)
    made.show()
    qtbot.waitExposed(made)
    return made


def moment(first=W1):
    b = (None, np.array([[0.25], [-0.5]]), np.array([[0.0]]))
    dW = (None, first / 10, W2 / 10)
    return replace(snapshot(L=2), sizes=(2, 2, 1), W=(None, first, W2), b=b, dW=dW, db=b)


def show(qtbot, view, one):
    view.show_snapshot(one)
    qtbot.waitUntil(lambda: not view._pace.is_waiting)
    return view.grab().toImage()


def color_of(view, image, l, k, j):
    place = view.places()[l - 1]
    x, y = place.left + (j + 0.5) * place.cell_width, place.top + (k + 0.5) * place.cell_height
    return image.pixelColor(round(x), round(y))


def is_near(one, other):
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_that_cells_have_the_colour_of_their_sign_and_size(qtbot, view, appearance):
    image, theme = show(qtbot, view, moment()), appearance.theme
    assert is_near(color_of(view, image, 2, 0, 0), theme.signed(1.0))
    assert is_near(color_of(view, image, 1, 0, 1), theme.signed(-0.5))
    assert is_near(color_of(view, image, 1, 1, 1), theme.signed(0.0))
    assert view.reach() == 4.0


def test_that_the_entry_under_the_mouse_is_written_with_its_name(qtbot, view):
    show(qtbot, view, moment())
    place = view.places()[0]
    qtbot.mouseMove(view, QPoint(round(place.left + 1.5 * place.cell_width), round(place.top + 3)))
    assert view.entry_text() == "w[1]₁,₂ = \u22122.0000"
    qtbot.mouseMove(view, QPoint(round(place.bias_left + 3), round(place.top + 1.5 * place.cell_height)))
    assert view.entry_text() == "b[1]₂ = \u22120.5000"
    qtbot.mouseMove(view, QPoint(2, 2))
    assert view.entry_text() == ""


def test_that_derivatives_can_be_shown_instead(qtbot, view):
    show(qtbot, view, moment())
    place = view.family.part_rect(1).center().toPoint()
    qtbot.mouseClick(view.family, Qt.MouseButton.LeftButton, pos=place)
    assert view.family.key() == "dW"
    assert view.reach() == pytest.approx(0.5)
    view.grab()


def test_that_what_is_not_a_number_has_no_colour_of_the_scale(qtbot, view, appearance):
    image = show(qtbot, view, moment(np.array([[NAN, 1.0], [np.inf, 4.0]])))
    assert color_of(view, image, 1, 0, 0) == appearance.theme.color("line2")
    assert view.reach() == 4.0


@pytest.mark.parametrize("sizes", [(784, 128, 64, 10), (2, *[8] * 8, 1)])
def test_that_large_and_deep_networks_are_drawn(qtbot, view, sizes):
    generator = np.random.default_rng(0)
    pairs = list(zip(sizes[1:], sizes, strict=False))
    W = (None, *(generator.normal(size=shape) for shape in pairs))
    b = (None, *(np.zeros((n, 1)) for n in sizes[1:]))
    show(qtbot, view, replace(snapshot(L=len(sizes) - 1), sizes=sizes, W=W, b=b, dW=W, db=b))
    assert len(view.places()) == len(sizes) - 1


def test_that_all_zeros_are_drawn(qtbot, view):
    show(qtbot, view, replace(moment(np.zeros((2, 2))), W=(None, np.zeros((2, 2)), np.zeros((1, 2)))))
    assert "0.5" in view.accessibleDescription()


def test_that_an_empty_view_is_blank(view, appearance):
    assert view.grab().toImage().pixelColor(20, 20) == appearance.theme.color("panel")
