"""The legend under the output picture."""

from __future__ import annotations

import pytest

from engine.data import DataSpec, build_dataset
from engine.spec import LayerSpec, NetworkSpec
from gui.appearance import Appearance
from gui.train.output.field import class_ground
from gui.train.output.legend import OutputLegend, unit_legend, unit_texts
from gui.train.output.scene import build_scene

MINUS = "\u2212"


@pytest.fixture
def appearance(qapp):
    return Appearance("light")


@pytest.fixture
def legend(qtbot, appearance):
    made = OutputLegend(appearance)
    qtbot.addWidget(made)
    made.resize(340, 40)
    return made


def show(legend, source):
    legend.set_scene(build_scene(build_dataset(DataSpec(source)), ("inputs", 0, 1)))


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("circle", ("0 · class 0", "ŷ = 0.5", "class 1 · 1")),
        ("breast_cancer", ("0 · benign", "ŷ = 0.5", "malignant · 1")),
        ("multi_gauss", (f"{MINUS}1", "ŷ = 0", "1")),
        ("blobs", ("class 0", "class 1", "class 2")),
        ("iris", ("setosa", "versicolor", "virginica")),
        ("digits", tuple("0123456789")),
    ],
)
def test_that_the_legend_says_what_the_colours_mean(legend, source, texts):
    show(legend, source)
    assert legend.texts == texts


def test_that_the_bar_runs_from_orange_to_blue_with_a_mark_in_the_middle(legend, appearance):
    show(legend, "circle")
    image = legend.grab().toImage()
    left, middle, right = (image.pixelColor(x, 10) for x in (46, 180, 315))
    assert left.red() > left.blue()
    assert right.blue() > right.red()
    assert abs(middle.lightness() - appearance.theme.color("ink").lightness()) < 60


def test_that_the_bar_follows_the_theme(legend, appearance):
    show(legend, "circle")
    light = legend.grab().toImage()
    appearance.choose("dark")
    assert legend.grab().toImage().pixelColor(46, 10) != light.pixelColor(46, 10)


@pytest.mark.parametrize("source", ["circle", "multi_gauss", "blobs", "digits"])
@pytest.mark.parametrize("width", [280, 340])
def test_that_a_hovered_unit_never_changes_the_height(legend, source, width):
    show(legend, source)
    before = legend.height_for(width)
    legend.show_unit(unit_texts(LayerSpec(3, "tanh"), "a[1]₂"))
    assert legend.height_for(width) == before
    assert legend.texts == (f"{MINUS}1", "a[1]₂ = 0", "1")
    legend.show_unit(None)
    assert legend.texts[0] != f"{MINUS}1" or source == "multi_gauss"


@pytest.mark.parametrize(
    ("layer", "ends"),
    [
        (LayerSpec(1, "sigmoid"), ("0", "1")),
        (LayerSpec(1, "softmax"), ("0", "1")),
        (LayerSpec(1, "tanh"), (f"{MINUS}1", "1")),
        (LayerSpec(1, "relu"), ("negative", "positive")),
        (LayerSpec(1, "linear"), ("negative", "positive")),
        (None, ("negative", "positive")),
    ],
)
def test_that_a_units_ends_are_those_of_its_activation(layer, ends):
    texts = unit_texts(layer, "a[1]₁")
    assert (texts.low, texts.high) == ends


@pytest.mark.parametrize("layer", [LayerSpec(1, "relu"), LayerSpec(1, "linear"), None])
def test_that_the_ends_of_an_unbounded_unit_are_numbers_once_they_are_known(layer):
    texts = unit_texts(layer, "a[1]₁", 2.345)
    assert (texts.low, texts.middle, texts.high) == (f"{MINUS}2.35", "a[1]₁ = 0", "2.35")
    assert unit_texts(LayerSpec(1, "tanh"), "a[1]₁", 2.345).high == "1"


def test_that_ten_classes_wrap_within_the_picture(legend):
    show(legend, "digits")
    for width in (280, 300, 340):
        places = legend._places(width)
        assert len(set(places)) == 10
        assert places == sorted(places)
        assert legend.height_for(width) >= 20 * (places[-1][0] + 1)


def test_that_the_bar_of_a_class_goes_up_to_its_colour(legend, appearance):
    show(legend, "blobs")
    network = NetworkSpec(2, (LayerSpec(3, "softmax"),), cost="categorical_cross_entropy")
    for k in range(3):
        legend.show_unit(unit_legend((1, k), network, "a[1]₁", None))
        assert legend.texts == ("0", "a[1]₁ = 0.5", "1")
        image, sure = legend.grab().toImage(), class_ground(appearance.theme, k, 3)
        left, right = image.pixelColor(46, 10), image.pixelColor(314, 10)
        assert max(abs(a - b) for a, b in zip(right.getRgb(), sure.getRgb(), strict=True)) < 16
        assert abs(left.lightness() - appearance.theme.signed(0.0).lightness()) < 12
