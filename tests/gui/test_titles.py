"""What is open, in one line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data import DataSpec, GivenExamples, Table, build_dataset
from engine.setup import Setup
from gui.titles import title_of

TABLE = Table(("a",), np.array([[1.0, 2.0, 3.0]]), np.array([0, 1, 0]), ("no", "yes"), "t", "my.csv", 3)


def title(spec: DataSpec, name: str = "") -> str:
    dataset = build_dataset(spec)
    return title_of(replace(Setup(data=spec), title=name).fitted_to(dataset), dataset)


def test_that_the_title_names_the_data_and_the_sizes():
    assert title(DataSpec()) == "Circle · 2-4-2-1"
    assert title(DataSpec("csv", table=TABLE)) == "my.csv · 1-4-2-1"
    assert title(DataSpec("circle", table=TABLE)) == "Circle · 2-4-2-1"


def test_that_an_exercise_is_called_by_its_title():
    spec = DataSpec("given", given=GivenExamples(((1.0,),), ((1.0,),)))
    assert title(spec, "Worked example") == "Worked example · 1-4-2-1"
    assert title(spec) == "Given examples · 1-4-2-1"
