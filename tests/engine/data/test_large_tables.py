"""A large table is held once: data set, trainer and undo share its rows, and train exactly as copies of them would."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from engine.data import (
    Dataset,
    DataSpec,
    Table,
    build_dataset,
    plane_extent,
    plane_points,
    points_at,
    preview,
    read_table,
)
from engine.data import build as build_module
from engine.network import Network
from engine.run import build, examples_of
from engine.session import Change, Session
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes
from engine.spec import TrainingSpec
from engine.trainer import Trainer

M, D = 160_000, 24
COMPONENTS = ("components", 0, 1)


def large_table(classes: int = 3, m: int = M) -> Table:
    generator = np.random.default_rng(0)
    X = generator.normal(2, 3, (D, m))
    names = tuple("abc"[:classes])
    target = generator.integers(0, classes, m).astype(np.int16) if classes else X[0] + X[1]
    return Table(tuple(f"c{j}" for j in range(D)), X, target, names, "t", "x.csv", m)


def setup_for(table: Table, scaling: str = "standardise", batch_size: int | None = 32) -> Setup:
    return replace(
        Setup(),
        data=DataSpec("csv", table=table, scaling=scaling),
        training=TrainingSpec(batch_size=batch_size),
    )


def peak_of(work: Callable[[], object]) -> int:
    """The most memory that was held at a time beyond what was held before."""
    tracemalloc.start()
    try:
        held = work()
        peak = tracemalloc.get_traced_memory()[1]
        del held
    finally:
        tracemalloc.stop()
    return peak


def a_run_and_a_look(setup: Setup) -> tuple[Session, Snapshot]:
    dataset = build_dataset(setup.data)
    session = Session(setup.fitted_to(dataset), dataset)
    session.run_updates(20)
    wishes = Wishes(confusion=True, mistakes=5, distributions=True)
    return session, session.observe(wishes, 0, "paused", 0.0)


@pytest.mark.parametrize("scaling", ["none", "standardise"])
@pytest.mark.parametrize("classes", [0, 2, 3])
def test_that_a_large_table_is_never_doubled(classes: int, scaling: str) -> None:
    table = large_table(classes)
    setup = setup_for(table, scaling)
    # A second copy would be 1; orders, labels, losses and bounded buffers are what is left.
    assert peak_of(lambda: a_run_and_a_look(setup)) < 0.6 * table.X.nbytes


def test_that_data_set_and_trainer_share_the_rows_of_the_table() -> None:
    table = large_table()
    for scaling in ("none", "standardise"):
        setup, dataset, trainer = build(setup_for(table, scaling))
        examples = examples_of(dataset, trainer.network)
        assert dataset.rows.values is table.rows
        assert examples.rows is dataset.rows
        assert examples.labels is dataset.label_rows
        assert np.shares_memory(table.X, table.rows)
        assert np.shares_memory(dataset.raw, table.rows)
        assert setup.network.inputs == D


def test_that_the_trainer_of_a_small_set_takes_the_rows_of_the_data_set_over() -> None:
    setup, dataset, trainer = build(Setup())
    assert setup.network.inputs == 2
    assert np.shares_memory(trainer.X, dataset.rows.values)
    assert np.shares_memory(dataset.X_train, dataset.rows.values)
    assert np.shares_memory(trainer.Y, dataset.Y_train)


def test_that_reading_a_file_makes_the_rows_that_training_takes(tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("a,b,t\n" + "".join(f"{k},{k / 2},{k % 7}.5\n" for k in range(60)))
    for target_kind in ("class", "number"):
        choices = replace(preview(path).choices(target=2), target_kind=target_kind)
        table = read_table(path, choices)
        assert np.shares_memory(table.X, table.rows)
        assert_array_equal(table.rows[:, :-1], np.stack([np.arange(60.0), np.arange(60) / 2], axis=1))
        assert_array_equal(table.rows[:, -1], 1)
        expected = np.arange(60) % 7 + (0 if target_kind == "class" else 0.5)
        assert_array_equal(table.target, expected)


def both_ways(table: Table, scaling: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Dataset, Dataset]:
    """The same data with its rows laid out, and scaled when they are taken."""
    spec = DataSpec("csv", table=table, scaling=scaling, seed=3)
    monkeypatch.setattr(build_module, "FEW_NUMBERS", 10**9)
    copied = build_dataset(spec)
    monkeypatch.setattr(build_module, "FEW_NUMBERS", 0)
    shared = build_dataset(spec)
    assert copied.rows.is_plain
    assert not shared.rows.is_plain
    return copied, shared


@pytest.mark.parametrize("scaling", ["none", "standardise", "min_max"])
@pytest.mark.parametrize("classes", [0, 2, 3])
def test_that_rows_scaled_when_taken_are_the_very_same_numbers(
    classes: int, scaling: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied, shared = both_ways(large_table(classes, 300), scaling, monkeypatch)
    for name in (
        "X_train",
        "X_test",
        "Y_train",
        "Y_test",
        "labels_train",
        "labels_test",
        "raw_train",
        "raw_test",
    ):
        assert_array_equal(getattr(shared, name), getattr(copied, name))
    assert_allclose(shared.features(shared.raw_train), shared.X_train)


@pytest.mark.parametrize("batch_size", [None, 7, 64])
@pytest.mark.parametrize("classes", [0, 2, 3])
def test_that_a_run_on_the_shared_rows_is_the_very_same_run(
    classes: int, batch_size: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = setup_for(large_table(classes, 300), batch_size=batch_size)
    runs = []
    for dataset in both_ways(large_table(classes, 300), "standardise", monkeypatch):
        session = Session(setup.fitted_to(dataset), dataset)
        session.run_updates(150)
        runs.append((session.trainer.network.theta.copy(), session.trainer.measure()))
    assert_array_equal(runs[0][0], runs[1][0])
    assert runs[0][1] == runs[1][1]


def test_that_the_gradient_over_parts_is_the_gradient_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    setup, dataset, trainer = build(setup_for(large_table(3, 300)))
    monkeypatch.setattr("engine.rows.ROWS_A_PART", 64)
    expected = trainer.network.gradients(dataset.X_train, dataset.Y_train)
    found = trainer.gradient()
    for l in range(1, setup.network.L + 1):
        assert_allclose(found.dW[l], expected.dW[l], rtol=1e-12, atol=1e-15)
        assert_allclose(found.db[l], expected.db[l], rtol=1e-12, atol=1e-15)


def test_that_a_network_of_another_type_gets_rows_of_its_own() -> None:
    setup, dataset, _ = build(setup_for(large_table(3, 300)))
    narrow = Network(setup.network, dtype="float32")
    trainer = Trainer.of_examples(narrow, examples_of(dataset, narrow), setup.training)
    trainer.run_updates(5)
    assert trainer.X.dtype == np.float32
    assert_allclose(trainer.X, dataset.X_train, rtol=1e-6, atol=1e-6)


def test_that_some_points_of_a_plane_are_found_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    _, shared = both_ways(large_table(2, 300), "standardise", monkeypatch)
    monkeypatch.setattr("engine.rows.ROWS_A_PART", 64)
    places = np.array([0, 5, 250, 299])
    for plane in (COMPONENTS, ("inputs", 3, 1)):
        everywhere = np.hstack(plane_points(shared, plane))
        assert_allclose(points_at(shared, plane, places), everywhere[:, places], atol=1e-12)
        x_min, x_max, y_min, y_max = plane_extent(shared, plane)
        inside = (everywhere > [[x_min], [y_min]]) & (everywhere < [[x_max], [y_max]])
        assert inside.all()


def test_that_undo_keeps_no_rows_and_shares_the_order_of_examples() -> None:
    setup, dataset, _ = build(setup_for(large_table()))
    session = Session(setup, dataset)
    session.run_updates(3)

    def store_twenty() -> None:
        for edit in range(20):
            session.apply(Change(setup, dataset, (1, 2, 3), tuple(range(D)), store=f"edit {edit}"))

    # Twenty copies of the order of the examples alone would be 160 bytes an example.
    assert peak_of(store_twenty) < 40 * dataset.m
    assert len(session.stored_names) == 20


def test_that_another_scaling_costs_no_second_copy() -> None:
    table = large_table()
    first = build_dataset(DataSpec("csv", table=table, scaling="standardise"))
    assert peak_of(lambda: build_dataset(replace(first.spec, scaling="min_max"))) < 0.4 * table.X.nbytes
