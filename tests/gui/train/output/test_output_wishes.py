"""What the output column wants computed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from engine.data import DataSpec, build_dataset
from engine.snapshot import Wishes
from gui.train.output.wishes import column_wishes, has_confusion

INPUTS = ("inputs", 0, 1)


@pytest.mark.parametrize("source", ["circle", "multi_gauss", "digits"])
def test_that_every_wish_is_one_that_snapshots_know(source):
    wishes = column_wishes(build_dataset(DataSpec(source)), INPUTS, 340, True, True)
    assert set(wishes) <= {field.name for field in fields(Wishes)}
    assert Wishes(**wishes).output_grid == 80


@pytest.mark.parametrize(("classes", "has"), [(2, True), (12, True), (13, False), (0, False)])
def test_that_only_a_few_classes_have_a_confusion_matrix(classes, has):
    dataset = replace(
        build_dataset(DataSpec("iris")), class_names=tuple(str(index) for index in range(classes))
    )
    assert has_confusion(dataset) is has


@pytest.mark.parametrize(("width", "grid"), [(280, 80), (340, 80), (600, 100)])
def test_that_the_map_is_as_fine_as_the_picture_needs(width, grid):
    assert column_wishes(build_dataset(DataSpec()), INPUTS, width, True, True)["output_grid"] == grid


@pytest.mark.parametrize(
    ("source", "confusion", "mistakes"), [("iris", True, 0), ("plane", False, 0), ("digits", True, 12)]
)
def test_that_only_what_the_data_has_is_wished_for(source, confusion, mistakes):
    dataset = build_dataset(DataSpec(source))
    shown = column_wishes(dataset, INPUTS, 340, True, True)
    assert (shown["confusion"], shown["mistakes"]) == (confusion, mistakes)
    plane = column_wishes(dataset, INPUTS, 340, shows_plane=True, shows_confusion=False)
    assert (plane["output_grid"], plane["confusion"], plane["mistakes"]) == (80, False, 0)
    hidden = column_wishes(dataset, INPUTS, 340, shows_plane=False, shows_confusion=False)
    assert (hidden["output_grid"], hidden["confusion"], hidden["mistakes"]) == (0, False, 0)
