"""The card beside the mouse."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import DataSpec, build_dataset
from gui.train.output.card import answer_text, card_lines, card_place, neighbour_text
from gui.train.output.geometry import picture_frame
from gui.train.output.scene import build_scene

INPUTS = ("inputs", 0, 1)
BOTH = (True, True)


def scene_of(source):
    return build_scene(build_dataset(DataSpec(source, seed=3)), INPUTS)


def frame_of(scene):
    return picture_frame(340, scene.extent, scene.named_axes)


@pytest.mark.parametrize(
    ("source", "values", "text"),
    [
        ("circle", [0.93], "ŷ = 0.93: class 1"),
        ("circle", [0.07], "ŷ = 0.07: class 0"),
        ("blobs", [0.1, 0.2, 0.7], "ŷ = 0.70: class 2"),
        ("iris", [0.6, 0.3, 0.1], "ŷ = 0.60: setosa"),
        ("plane", [-0.5], "ŷ = \u22120.50"),
    ],
)
def test_that_the_answer_names_value_and_class(source, values, text):
    assert answer_text(scene_of(source), np.array(values)) == text


def test_that_the_place_is_one_line_for_short_names_and_two_for_long_ones():
    circle, iris = scene_of("circle"), scene_of("iris")
    lines = card_lines(circle, circle, frame_of(circle), (1.2, -0.4), np.array([0.93]), (False, False))
    assert lines == ("x₁ = 1.20, x₂ = \u22120.40", "ŷ = 0.93: class 1")
    lines = card_lines(iris, iris, frame_of(iris), (5.0, 3.0), None, (False, False))
    assert lines == (f"{iris.labels[0]} = 5.00", f"{iris.labels[1]} = 3.00")


@pytest.mark.parametrize(("part", "word"), [("train", "training"), ("test", "test")])
def test_that_a_near_example_tells_its_true_label_if_it_is_shown(part, word):
    scene = scene_of("circle")
    points = getattr(scene, part)
    place = tuple(points.positions[:, 7].tolist())
    shown = (part == "train", part == "test")
    text = neighbour_text(scene, frame_of(scene), place, shown)
    assert text == f"{word} point: class {points.labels[7]}"
    assert neighbour_text(scene, frame_of(scene), place, (False, False)) == ""


def test_that_far_from_every_example_no_label_is_told():
    scene = scene_of("circle")
    assert neighbour_text(scene, frame_of(scene), (-5.9, 5.9), BOTH) == ""


@pytest.mark.parametrize("x", range(44, 318, 39))
@pytest.mark.parametrize("y", range(8, 282, 39))
def test_that_the_card_never_covers_the_mouse_and_stays_in_the_column(x, y):
    frame = picture_frame(340, (-6.0, 6.0, -6.0, 6.0), named_axes=False)
    width, height = 150.0, 60.0
    left, top = card_place((x, y), (width, height), frame)
    assert left >= 0
    assert left + width <= 340
    assert top >= 0
    assert top + height <= frame.top + frame.side + 40
    assert not (left <= x <= left + width and top <= y <= top + height)
