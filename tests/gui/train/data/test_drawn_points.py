"""The sheet of drawn points."""

from __future__ import annotations

import pytest

from engine.data import DataSpec, build_dataset
from gui.train.data.drawn_points import MOST, can_start_from, points_of, sheet_text, with_point


def test_that_a_point_is_kept_inside_the_plane() -> None:
    assert with_point((), 9.0, -7.5, 1) == ((6.0, -6.0, 1),)
    assert with_point(((0.0, 0.0, 0),), 1.0, 2.0, 1) == ((0.0, 0.0, 0), (1.0, 2.0, 1))


def test_that_a_full_sheet_takes_no_more_points() -> None:
    full = ((0.0, 0.0, 0),) * MOST
    assert with_point(full, 1.0, 1.0, 1) == full


def test_that_all_points_of_a_set_come_back_as_the_same_data() -> None:
    dataset = build_dataset(DataSpec("xor", noise=10.0, seed=4))
    points = points_of(dataset)
    again = build_dataset(DataSpec("drawn", points=points))
    assert len(points) == dataset.examples
    assert (again.raw == dataset.raw).all()
    ones = dataset.labels_train.sum() + dataset.labels_test.sum()
    assert sum(label for _, _, label in points) == ones


@pytest.mark.parametrize(
    ("source", "possible"), [("circle", True), ("blobs", False), ("plane", False), ("breast_cancer", False)]
)
def test_that_only_two_classes_on_the_plane_can_be_gone_on_from(source: str, possible: bool) -> None:
    assert can_start_from(build_dataset(DataSpec(source))) is possible


def test_that_the_line_says_what_is_missing_or_there() -> None:
    assert "2 points make a data set" in sheet_text(())
    assert "One more" in sheet_text(((0.0, 0.0, 1),))
    points = ((0.0, 0.0, 1), (1.0, 0.0, 0), (2.0, 0.0, 1))
    assert sheet_text(points) == "3 points: 1 of class 0, 2 of class 1"
