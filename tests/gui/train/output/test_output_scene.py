"""What the picture shows of a data set and a plane."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import DataSpec, build_dataset
from gui.train.output.scene import COLOR_LEVELS, MOST_POINTS, Points, build_scene, level_position

INPUTS = ("inputs", 0, 1)


@pytest.mark.parametrize(
    ("source", "task", "classes"),
    [
        ("circle", "binary", 2),
        ("blobs", "classes", 3),
        ("multi_gauss", "regression", 0),
        ("iris", "classes", 3),
    ],
)
def test_that_a_scene_tells_its_task_and_all_examples(source, task, classes):
    dataset = build_dataset(DataSpec(source))
    scene = build_scene(dataset, INPUTS)
    assert (scene.task, len(scene.class_names)) == (task, classes)
    assert scene.train.count == len(dataset.labels_train)
    assert scene.test.count == len(dataset.labels_test)
    assert scene.named_axes is (source == "iris")


def test_that_points_of_the_plane_lie_where_they_are():
    dataset = build_dataset(DataSpec("circle", inputs=("x1_squared",)))
    scene = build_scene(dataset, INPUTS)
    assert scene.extent == (-6.0, 6.0, -6.0, 6.0)
    assert scene.labels == ("x₁", "x₂")
    assert scene.train.positions == pytest.approx(dataset.raw_train)


def test_that_a_table_is_shown_on_the_chosen_inputs():
    dataset = build_dataset(DataSpec("iris", scaling="standardise"))
    scene = build_scene(dataset, ("inputs", 2, 3))
    assert scene.labels == dataset.input_names[2:4]
    assert scene.test.positions == pytest.approx(dataset.raw_test[2:4])


def test_that_components_are_another_kind_of_picture_than_inputs():
    dataset = build_dataset(DataSpec("iris"))
    by_inputs, by_components = (build_scene(dataset, plane) for plane in (INPUTS, ("components", 0, 1)))
    assert by_inputs.kind != by_components.kind
    assert by_inputs.kind == build_scene(build_dataset(DataSpec("iris")), INPUTS).kind


def test_that_numbers_get_the_colour_level_of_their_size():
    scene = build_scene(build_dataset(DataSpec("plane")), INPUTS)
    assert level_position(0) == -1
    assert level_position(COLOR_LEVELS - 1) == 1
    shown = np.array([level_position(level) for level in scene.train.kinds.tolist()])
    assert shown == pytest.approx(np.clip(scene.train.labels, -1, 1), abs=1 / (COLOR_LEVELS - 1) + 1e-9)


def test_that_very_many_points_are_sampled_evenly_and_always_alike():
    count = 3 * MOST_POINTS
    labels = np.arange(count) % 2
    points = Points(np.random.default_rng(0).normal(size=(2, count)), labels, labels)
    sample = points.sample()
    assert sample.count == MOST_POINTS
    assert sample.labels.mean() == pytest.approx(0.5, abs=0.03)
    assert (points.sample().positions == sample.positions).all()
    assert sample.sample() is sample


def test_that_only_drawn_data_has_drawn_points():
    points = ((1.0, 2.0, 0), (-1.0, 0.5, 1))
    assert build_scene(build_dataset(DataSpec("drawn", points=points)), INPUTS).drawn.T.tolist() == [
        [1, 2],
        [-1, 0.5],
    ]
    assert build_scene(build_dataset(DataSpec("circle", points=points)), INPUTS).drawn.shape == (2, 0)


def test_that_labels_are_said_in_words():
    assert build_scene(build_dataset(DataSpec("circle")), INPUTS).label_text(1) == "class 1"
    assert build_scene(build_dataset(DataSpec("iris")), INPUTS).label_text(0) == "setosa"
    assert build_scene(build_dataset(DataSpec("plane")), INPUTS).label_text(-0.25) == "y = \u22120.25"
