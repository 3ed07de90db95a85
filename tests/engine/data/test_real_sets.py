"""The sets that come along are the well-known ones, and a damaged installation is said."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.data import SOURCES, DataSpec, TableError, build_dataset, data_folder, thumbnail_points
from engine.data.real_sets import load_set

SETS = [
    ("digits", 64, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]),
    ("iris", 4, [50, 50, 50]),
    ("breast_cancer", 30, [357, 212]),
]


@pytest.mark.parametrize(("key", "inputs", "counts"), SETS)
def test_that_a_real_set_has_its_known_size(key: str, inputs: int, counts: list[int]) -> None:
    data = build_dataset(DataSpec(key))
    labels = np.concatenate([data.labels_train, data.labels_test])
    assert list(np.bincount(labels)) == counts
    assert data.inputs == inputs
    assert len(data.class_names) == len(counts)
    assert np.isfinite(data.raw).all()


def test_that_the_digits_are_pictures_of_0_to_16() -> None:
    data = build_dataset(DataSpec("digits"))
    assert data.picture_shape == (8, 8)
    assert (data.raw.min(), data.raw.max()) == (0, 16)
    first = load_set("digits.csv.gz", tuple("0123456789"))
    assert first.class_names[first.target[0]] == "0"
    assert list(first.X[:8, 0]) == [0, 0, 5, 13, 9, 1, 0, 0]


def test_that_the_first_rows_are_those_of_the_published_sets() -> None:
    iris = load_set("iris.csv", ("setosa", "versicolor", "virginica"))
    assert list(iris.X[:, 0]) == [5.1, 3.5, 1.4, 0.2]
    assert iris.names[0] == "sepal length (cm)"
    assert iris.class_names[iris.target[0]] == "setosa"
    cancer = load_set("breast_cancer.csv", ("benign", "malignant"))
    assert list(cancer.X[:4, 0]) == [17.99, 10.38, 122.8, 1001.0]
    assert cancer.class_names[cancer.target[0]] == "malignant"
    assert data_folder().joinpath("README.md").read_text(encoding="utf-8").count("CC BY 4.0") >= 3


def test_that_a_packaged_program_finds_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert data_folder() == tmp_path / "assets" / "data"


@pytest.mark.parametrize(
    "content", [b"", b"a,b,class\n1,x,yes\n", b"a,class\n1,maybe\n", b"\xff\xfe\x00", None]
)
@pytest.mark.parametrize("file", ["set.csv", "set.csv.gz"])
def test_that_a_missing_or_damaged_file_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, content: bytes | None
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    data_folder().mkdir(parents=True)
    if content is not None:
        (data_folder() / file).write_bytes(content)
    with pytest.raises(TableError, match=r"is missing or damaged .*; install the program again"):
        load_set.__wrapped__(file, ("yes", "no"))


@pytest.mark.parametrize("key", [key for key, source in SOURCES.items() if source.is_built_in])
def test_that_every_set_has_points_for_a_thumbnail(key: str) -> None:
    raw, labels = thumbnail_points(key)
    assert raw.shape == (2, 90)
    assert labels.shape == (90,)
    assert np.abs(raw).max() <= 6
    assert np.abs(raw).max() > 3
    if SOURCES[key].task != "regression":
        assert len(set(labels)) == len(SOURCES[key].class_names)


@pytest.mark.parametrize("key", ["drawn", "csv"])
def test_that_sources_of_the_person_have_an_empty_thumbnail(key: str) -> None:
    raw, labels = thumbnail_points(key)
    assert raw.shape == (2, 0)
    assert labels.shape == (0,)


def test_that_the_thumbnails_stand_in_the_order_of_the_window() -> None:
    labels = [source.label for source in SOURCES.values() if source.is_built_in]
    assert labels == [
        "Circle", "XOR", "Two blobs", "Spiral", "Moons", "3 classes", "Plane", "Bumps", "Digits", "Iris", "Cancer",
    ]  # fmt: skip
