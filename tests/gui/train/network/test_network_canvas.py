"""The drawing under pointer and keyboard, with a really trained network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.train.network.canvas import NetworkCanvas
from gui.train.network.hit import Target
from gui.train.network.places import Shape
from tests.gui.train.network.canvases import (
    SIZE,
    canvas_of,
    hover,
    middle,
    on_edge,
)
from tests.gui.train.network.network_runs import run_of


@pytest.fixture
def canvas(qtbot):
    return canvas_of(qtbot, run_of())


def test_that_hovering_a_tile_tells_its_unit_and_leaving_tells_that_too(qtbot, canvas):
    with qtbot.waitSignal(canvas.unit_hovered) as hovered:
        hover(qtbot, canvas, middle(canvas, 1, 2))
    assert hovered.args == [1, 2]
    with qtbot.waitSignal(canvas.unit_left):
        qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.card.rect is None


def test_that_hovering_an_edge_shows_its_weight_and_derivative(qtbot, canvas):
    hover(qtbot, canvas, on_edge(canvas, 3, 0, 1))
    assert canvas.marks.hovered == Target("edge", 3, 0, 1)
    weight = canvas.scene.snapshot.W[3][0, 1]
    assert canvas.card.text.startswith("w[3]1,2 ")
    assert f"{abs(weight):.3f}"[:4] in canvas.card.text
    assert "dw[3]1,2" in canvas.card.text
    assert not [solid for solid in canvas.scene.places.solids() if solid.overlaps(canvas.card.rect)]


def test_that_the_card_of_a_unit_says_its_bias_and_its_means(qtbot, canvas):
    hover(qtbot, canvas, middle(canvas, 2, 1))
    snapshot = canvas.scene.snapshot
    names = [part.split()[0] for part in canvas.card.text.split(", ")]
    assert names == ["b[2]2", "db[2]2", "z\u0304[2]2", "\u0101[2]2"]
    assert f"{abs(snapshot.unit_mean_z[2][1]):.5f}"[:5] in canvas.card.text


def test_that_the_card_of_an_input_says_its_mean(qtbot):
    canvas = canvas_of(qtbot, run_of("iris", (5,)))
    hover(qtbot, canvas, middle(canvas, 0, 2))
    mean = canvas.scene.snapshot.unit_activity[0][2]
    assert canvas.card.text.startswith("petal length")
    assert f"mean {mean:.3f}"[:8] in canvas.card.text


def test_that_the_card_follows_the_numbers(qtbot, canvas):
    hover(qtbot, canvas, on_edge(canvas, 3, 0, 1))
    before = canvas.card.text
    run = run_of(hidden=(4, 2), activation="relu")
    canvas.show_snapshot(run.snapshot())
    assert canvas.card.text != before


def test_that_wishes_are_told_once_and_follow_the_size(qtbot):
    canvas = NetworkCanvas(Appearance("light"))
    qtbot.addWidget(canvas)
    run, told = run_of(), []
    canvas.wishes_changed.connect(told.append)
    canvas.resize(*SIZE)
    for _ in range(2):
        canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert len(told) == 1
    canvas.resize(560, 215)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert told[-1]["unit_grid"] < told[0]["unit_grid"]


def test_that_texts_of_a_running_network_follow_some_times_a_second(qtbot, canvas):
    run = run_of()
    hover(qtbot, canvas, middle(canvas, 1, 0))
    canvas.show_snapshot(run.snapshot(state="running"))
    before = canvas.card.text
    other = run_of(activation="relu").snapshot(state="running")
    canvas.show_snapshot(other)
    assert canvas.card.text == before
    qtbot.waitUntil(lambda: canvas.card.text != before, timeout=2000)


def grabbed(canvas):
    picture: QImage = canvas.grab().toImage()
    return picture


def same(picture, point, color, tolerance=6):
    found = picture.pixelColor(point)
    return all(abs(a - b) <= tolerance for a, b in zip(found.getRgb()[:3], color.getRgb()[:3], strict=True))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_ground_and_frames_have_the_colours_of_the_theme(qtbot, name):
    canvas = canvas_of(qtbot, run_of(), name)
    theme = canvas._appearance.theme
    picture = grabbed(canvas)
    assert same(picture, QPoint(3, 3), theme.color("sunken"))
    for l in (1, 2, 3):
        frame = canvas.scene.places.tile(l, 0).frame
        assert same(picture, QPoint(int(frame.x) + 1, round(frame.cy)), theme.layer_color(l))


def test_that_another_theme_is_taken_over(qtbot, canvas):
    light = grabbed(canvas).pixelColor(3, 3)
    canvas._appearance.choose("dark")
    dark: QColor = grabbed(canvas).pixelColor(3, 3)
    assert dark == canvas._appearance.theme.color("sunken")
    assert dark != light


def test_that_all_values_are_shown_on_wish_and_only_for_small_networks(qtbot, canvas):
    before = grabbed(canvas)
    with qtbot.waitSignal(canvas.show_values_changed) as changed:
        canvas.set_show_values(True)
    assert changed.args == [True]
    assert grabbed(canvas) != before
    canvas.set_show_values(False)
    assert grabbed(canvas) == before
    large = canvas_of(qtbot, run_of(hidden=(30,)))
    plain = grabbed(large)
    assert not large.values_fit
    large.set_show_values(True)
    assert grabbed(large) == plain


def test_that_the_menu_offers_all_values_where_they_fit(qtbot, canvas):
    menu = canvas._pointer.menu()
    action = menu.actions()[0]
    assert action.isEnabled()
    action.trigger()
    assert canvas.scene.show_values
    large = canvas_of(qtbot, run_of(hidden=(30,)))
    assert not large._pointer.menu().actions()[0].isEnabled()


@pytest.mark.parametrize(
    ("source", "hidden", "activation"),
    [
        ("circle", (), "tanh"),
        ("spiral", (8, 8, 8), "tanh"),
        ("circle", (4,) * 8, "leaky_relu"),
        ("blobs", (3,), "relu"),
        ("plane", (3,), "tanh"),
        ("digits", (64, 32), "relu"),
        ("iris", (5,), "sigmoid"),
        ("breast_cancer", (16,), "tanh"),
    ],
)
@pytest.mark.parametrize("size", [(560, 190), (684, 352), (1256, 612)])
def test_that_every_kind_of_data_is_drawn_in_every_size(qtbot, source, hidden, activation, size):
    canvas = canvas_of(qtbot, run_of(source, hidden, activation), size=size)
    empty = canvas.grab().toImage().pixelColor(1, 1)
    picture = grabbed(canvas)
    colors = {picture.pixel(x, y) for x in range(0, size[0], 5) for y in range(0, size[1], 5)}
    assert empty == canvas._appearance.theme.color("sunken")
    assert len(colors) > 20


def test_that_a_network_without_numbers_yet_is_drawn(qtbot):
    canvas = NetworkCanvas(Appearance("light"))
    qtbot.addWidget(canvas)
    canvas.resize(*SIZE)
    assert not canvas.grab().isNull()
    run = run_of()
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert not canvas.grab().isNull()
    canvas.edit(Target("bias", 1, 0))
    assert canvas.card.field is None


def test_that_numbers_stay_while_an_edit_waits_for_its_first_snapshot(qtbot, canvas):
    run = run_of()
    before = grabbed(canvas)
    canvas.set_setup(run.setup, run.dataset, Shape(run.setup.network.sizes))
    assert grabbed(canvas) == before


def test_that_the_pointer_leaving_the_drawing_hovers_nothing(qtbot, canvas):
    hover(qtbot, canvas, middle(canvas, 1, 2))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.marks.hovered is None
