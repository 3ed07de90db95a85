"""The distributions: asked for while seen, kept over time, drawn in the layers' colours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt

from gui.appearance import Appearance
from gui.train.indexed_images import mixed
from gui.train.plots.distributions_view import QUANTITIES, DistributionsView, span_text
from tests.gui.train.plots.plot_runs import snapshot, trained


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def view(qtbot, appearance):
    made = DistributionsView(appearance)
    qtbot.addWidget(made)
    made.resize(370, 164)
    return made


@pytest.fixture
def shown(qtbot, view):
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture(scope="module")
def moment():
    return trained("tanh", (4, 2), epochs=5)[1]


def show(qtbot, view, one):
    view.show_snapshot(one)
    qtbot.waitUntil(lambda: not view._pace.is_waiting)
    view.grab()


def test_that_distributions_are_wished_for_only_while_they_are_seen(qtbot, view):
    wishes = []
    view.wishes_changed.connect(wishes.append)
    view.show()
    view.hide()
    assert wishes == [{"distributions": True}, {"distributions": False}]


@pytest.mark.parametrize("size", [(370, 164), (419, 216), (900, 400)])
def test_that_there_is_a_picture_a_layer_inside_the_view(qtbot, shown, moment, size):
    shown.resize(*size)
    show(qtbot, shown, moment)
    places = shown.places()
    assert len(places) == 3
    for cell in places:
        assert QRectF(shown.rect()).contains(QRectF(cell.left, cell.top, cell.width, cell.base - cell.top))
        assert cell.base < shown.quantity.y()


def test_that_histograms_have_their_layers_colour(qtbot, shown, moment, appearance):
    show(qtbot, shown, moment)
    image = shown.grab().toImage()
    for l, cell in enumerate(shown.places(), start=1):
        row = {
            image.pixelColor(x, round(cell.base) - 1).rgb()
            for x in range(round(cell.left), round(cell.left + cell.width))
        }
        theme = appearance.theme
        assert row & {
            theme.layer_color(l).rgb(),
            mixed(theme.color("panel"), theme.layer_color(l), 0.45).rgb(),
        }


@pytest.mark.parametrize("key", [key for key, _ in QUANTITIES])
def test_that_every_quantity_can_be_chosen_and_states_its_range(qtbot, shown, moment, key):
    show(qtbot, shown, moment)
    index = [k for k, _ in QUANTITIES].index(key)
    place = shown.quantity.part_rect(index).center().toPoint()
    qtbot.mouseClick(shown.quantity, Qt.MouseButton.LeftButton, pos=QPoint(place))
    shown.grab()
    assert shown.quantity.key() == key
    assert shown.accessibleDescription().count("within ±") == 3


def test_that_moments_are_kept_and_a_reset_forgets_them(qtbot, shown, moment):
    for iteration in (125, 130, 135):
        show(qtbot, shown, replace(moment, iteration=iteration))
    assert len(shown.past.rows) == 3
    show(qtbot, shown, replace(moment, iteration=135))
    assert len(shown.past.rows) == 3
    show(qtbot, shown, replace(moment, iteration=0))
    assert len(shown.past.rows) == 1


def test_that_another_number_of_layers_begins_anew(qtbot, shown, moment):
    show(qtbot, shown, moment)
    show(qtbot, shown, replace(trained("tanh", (4,), epochs=1)[1], iteration=10_000))
    assert len(shown.places()) == 2
    assert len(shown.past.rows) == 1


def test_that_snapshots_without_distributions_change_nothing(qtbot, shown, moment):
    show(qtbot, shown, snapshot())
    assert shown.places() == []
    show(qtbot, shown, moment)
    show(qtbot, shown, snapshot())
    assert len(shown.places()) == 3


def test_that_another_theme_repaints_the_ground(qtbot, shown, moment, appearance):
    show(qtbot, shown, moment)
    appearance.choose("dark")
    assert shown.grab().toImage().pixelColor(1, 1) == appearance.theme.color("panel")


def test_that_the_axis_stands_still_while_values_grow_a_little(qtbot, shown, moment):
    show(qtbot, shown, moment)
    before = shown.accessibleDescription()
    weights = moment.distributions["W"]
    for growth, is_same in ((1.05, True), (3.0, False)):
        grown = tuple(None if h is None else replace(h, edges=h.edges * growth) for h in weights)
        later = replace(
            moment, iteration=moment.iteration + 1, distributions={**moment.distributions, "W": grown}
        )
        show(qtbot, shown, later)
        assert (shown.accessibleDescription() == before) is is_same


def test_that_one_moment_is_one_epoch_and_more_are_from_one_to_another():
    assert span_text(10.0, 10.0) == "epoch 10"
    assert span_text(3.0, 10.0) == "epoch 3 to 10"
