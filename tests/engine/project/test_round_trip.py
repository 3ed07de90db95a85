"""What is saved comes back to the last bit, and a run that was saved goes on as if it had never stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.data import SOURCES, DataSpec, build_dataset
from engine.given import GivenWeights
from engine.optimizers import OPTIMIZERS
from engine.project import Project, parse_project, read_project, resume, save_project, write_project
from engine.session import Change, ParameterChange, Session
from engine.setup import Setup, read_setup
from engine.snapshot import Wishes
from engine.spec import LayerSpec, TrainingSpec
from tests.engine.project.runs import (
    PNG,
    bits_of,
    project_of,
    reopened,
    session_of,
    setup_of,
    small_project,
    table,
    table_project,
)

ROOT = Path(__file__).resolve().parents[3]
BATCHES = (None, 10, 7, 1000)
HIDDEN = [key for key, row in ACTIVATIONS.items() if row.hidden]


def assert_that_going_on_is_exact(session: Session, updates: int = 100) -> None:
    again = reopened(session)
    assert bits_of(again) == bits_of(session)
    session.run_updates(updates)
    again.run_updates(updates)
    np.testing.assert_array_equal(again.trainer.network.theta, session.trainer.network.theta)
    curves, expected = again.trainer.history.curves(), session.trainer.history.curves()
    np.testing.assert_array_equal(curves.iteration, expected.iteration)
    np.testing.assert_array_equal(curves.low["cost_test"], expected.low["cost_test"])
    assert bits_of(again) == bits_of(session)


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_500_updates_saved_and_500_more_are_1000_straight(optimizer: str, batch: int | None) -> None:
    setup = setup_of("circle", TrainingSpec(optimizer, 0.02, batch, 9))
    straight = session_of(setup, 1000)
    again = reopened(session_of(setup, 500))
    again.run_updates(500)
    assert bits_of(again) == bits_of(straight)
    np.testing.assert_array_equal(again.trainer.network.theta, straight.trainer.network.theta)


@pytest.mark.parametrize("updates", [1, 499, 503, 519])
def test_that_a_run_goes_on_exactly_from_the_middle_of_an_epoch(updates: int) -> None:
    session = session_of(setup_of("spiral", TrainingSpec("momentum", 0.05, 10, 1)), updates)
    assert session.trainer.iteration_in_epoch > 0
    np.testing.assert_array_equal(reopened(session).trainer.next_examples(), session.trainer.next_examples())
    assert_that_going_on_is_exact(session)


def test_that_a_run_can_be_saved_before_its_first_update() -> None:
    assert_that_going_on_is_exact(session_of(setup_of()))


@pytest.mark.parametrize("activation", HIDDEN)
def test_that_every_activation_goes_on_exactly(activation: str) -> None:
    assert_that_going_on_is_exact(session_of(setup_of(activation=activation), 50))


@pytest.mark.parametrize("cost", COSTS)
def test_that_every_cost_and_output_goes_on_exactly(cost: str) -> None:
    setup = setup_of("blobs" if cost == "categorical_cross_entropy" else "moons")
    for output in COSTS[cost].outputs or ("linear",):
        layers = (*setup.network.layers[:-1], LayerSpec(setup.network.sizes[-1], output))
        network = replace(setup.network, layers=layers, cost=cost)
        assert_that_going_on_is_exact(session_of(replace(setup, network=network), 30), 30)


@pytest.mark.parametrize("source", SOURCES)
def test_that_every_source_of_data_goes_on_exactly(source: str) -> None:
    assert_that_going_on_is_exact(session_of(setup_of(source), 40), 40)


@pytest.mark.parametrize("source", [key for key in SOURCES if key != "csv"])
def test_that_a_set_up_is_equal_when_it_was_opened(source: str) -> None:
    setup = setup_of(source)
    assert parse_project(write_project(Project(setup))).setup == setup


@pytest.mark.parametrize("classes", [0, 2, 3])
def test_that_an_imported_table_travels_with_the_project(classes: int) -> None:
    held = table(classes)
    project = Project(replace(Setup(), data=DataSpec("csv", table=held)))
    again = parse_project(write_project(project)).setup.data.table
    assert again is not None
    np.testing.assert_array_equal(again.rows, held.rows)
    np.testing.assert_array_equal(again.target, held.target)
    assert again.target.dtype == held.target.dtype
    for name in ("names", "class_names", "target_name", "source", "rows_read", "rows_incomplete"):
        assert getattr(again, name) == getattr(held, name)
    ours, theirs = (build_dataset(DataSpec("csv", table=t, scaling="standardise")) for t in (held, again))
    np.testing.assert_array_equal(ours.X_train, theirs.X_train)


@pytest.mark.parametrize(
    ("values", "most"),
    [
        ([0.0, 255.0], 1),
        ([-1.0, 300.0], 2),
        ([70000.0, 0.0], 4),
        ([0.5, -3.25], 4),
        ([0.1, 1.0], 8),
        ([-0.0, 1.0], 4),
        ([1e300, 1.0], 8),
    ],
)
def test_that_numbers_of_a_table_take_few_bytes_and_stay_the_same_to_the_bit(
    values: list[float], most: int
) -> None:
    from engine.project.arrays import narrowed

    numbers = np.array(values)
    short = narrowed(numbers)
    assert short.dtype.itemsize == most
    np.testing.assert_array_equal(short.astype(np.float64).view(np.uint64), numbers.view(np.uint64))


def test_that_a_table_that_is_not_used_any_more_stays_at_home() -> None:
    data = replace(DataSpec("csv", table=table()), source="circle")
    assert parse_project(write_project(Project(replace(Setup(), data=data)))).setup.data.table is None


def test_that_a_table_which_hardly_takes_room_can_be_opened_again() -> None:
    held = table(2, m=2)
    m = 600_000
    zeros = replace(
        held,
        names=("a", "b", "c", "d"),
        X=np.zeros((4, m)),
        target=(np.arange(m) % 2).astype(np.int16),
        laid_out=None,
    )
    data = write_project(Project(replace(Setup(), data=DataSpec("csv", table=zeros))))
    again = parse_project(data).setup.data.table
    assert again is not None
    assert again.X.shape == (4, m)


def test_that_given_weights_and_texts_come_back() -> None:
    weights = GivenWeights((((0.1, 1 / 3), (2.0, -1e-300)), ((1.0, 2.0),)), ((0.0, 0.5), (1.0,)))
    network = replace(Setup().network, layers=(LayerSpec(2), LayerSpec(1, "sigmoid")))
    project = Project(replace(Setup(), network=network, weights=weights, title="Ümlaut"), notes="α\n" * 10)
    again = parse_project(write_project(project))
    assert (again.setup, again.notes) == (project.setup, project.notes)


@pytest.mark.parametrize("updates", [300, 342, 1000])
def test_that_a_run_breaks_at_the_same_update_and_keeps_the_same_parameters(updates: int) -> None:
    setup = read_setup(ROOT / "assets" / "setups" / "diverged.json")
    session = session_of(setup.fitted_to(build_dataset(setup.data)), updates)
    again = reopened(session)
    assert again.divergence == session.divergence
    session.run_updates(500)
    again.run_updates(500)
    assert session.divergence is not None
    assert again.divergence == session.divergence
    assert bits_of(again) == bits_of(session)


def test_that_a_broken_run_can_be_mended_after_it_was_opened() -> None:
    session = session_of(setup_of("plane", TrainingSpec(alpha=1e6, batch_size=10)), 100)
    assert session.divergence is not None
    again = reopened(session)
    for run in (session, again):
        run.set_parameter(ParameterChange(1, 0, 0, 0.5))
        run.run_updates(10)
    assert bits_of(again) == bits_of(session)


def test_that_edits_after_opening_do_what_they_do_without() -> None:
    session = session_of(setup_of(), 333)
    again = reopened(session)
    after = replace(session.setup, network=session.setup.network.with_layer(1, LayerSpec(7, "relu")))
    for run in (session, again):
        run.apply(Change(after, run.dataset, (1, 2), (0, 1, 2)))
        run.run_updates(77)
    assert bits_of(again) == bits_of(session)


def test_that_a_run_that_was_edited_goes_on_exactly() -> None:
    session = session_of(setup_of(), 333)
    other = replace(session.setup, training=TrainingSpec("rmsprop", 0.003, 33, 5))
    session.apply(Change(other, session.dataset, (1, 2), (0, 1, 2)))
    assert_that_going_on_is_exact(session)


def test_that_a_long_history_comes_back_and_is_merged_on() -> None:
    session = session_of(setup_of(training=TrainingSpec("gradient_descent", 0.01, None)))
    for _ in range(2500):
        session.run_updates(1)
        session.trainer.record()
    assert_that_going_on_is_exact(session)
    again = reopened(session)
    for run in (session, again):
        for _ in range(1700):
            run.run_updates(1)
            run.trainer.record()
    assert bits_of(again) == bits_of(session)


def test_that_what_was_observed_is_in_the_history_that_is_saved() -> None:
    session = session_of(setup_of(), 13)
    shown = session.observe(Wishes(), 0, "paused", 0.0).curves
    assert (
        reopened(session).trainer.history.curves().iteration.tolist() == shown.iteration.tolist() == [0, 13]
    )


def test_that_a_state_is_a_copy_which_later_updates_leave_alone() -> None:
    session = session_of(setup_of(), 20)
    project = project_of(session)
    before = write_project(project)
    session.run_updates(200)
    assert write_project(project) == before


def test_that_the_same_opened_project_can_be_taken_up_twice() -> None:
    project = parse_project(write_project(project_of(session_of(setup_of(), 20))))
    first, second = resume(project)[1], resume(project)[1]
    first.run_updates(100)
    second.run_updates(100)
    assert bits_of(first) == bits_of(second)


def test_that_a_project_without_a_run_begins_afresh() -> None:
    setup = setup_of()
    _, session = resume(parse_project(write_project(Project(setup))))
    assert bits_of(session) == bits_of(session_of(setup))


def test_that_view_notes_preview_and_unknown_keys_are_kept() -> None:
    view = {"workspace": "graph", "row": 3, "nested": [{"a": [1, 2.5, None, True, "ß"]}]}
    extra = {"made_by": "another program", "grades": {"x": [1]}}
    project = replace(small_project(), view=view, extra=extra)
    again = parse_project(write_project(project))
    assert (again.view, again.extra, again.notes, again.preview) == (view, extra, "for Wednesday", PNG)
    assert write_project(again) == write_project(project)


def test_that_equal_projects_give_equal_bytes() -> None:
    assert write_project(table_project()) == write_project(table_project())


def test_that_half_a_character_in_the_notes_does_not_keep_a_project_from_being_saved() -> None:
    assert parse_project(write_project(replace(small_project(), notes="a\ud800b"))).notes == "a?b"


def test_that_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "Größe 中.chalk"
    project = table_project()
    save_project(project, path)
    assert path.read_bytes() == write_project(project) == write_project(read_project(path))


def test_that_the_arrays_can_be_read_by_numpy_alone() -> None:
    import io
    import zipfile

    session = session_of(setup_of(), 20)
    with zipfile.ZipFile(io.BytesIO(bits_of(session))) as archive:
        arrays = np.load(io.BytesIO(archive.read("run.npz")), allow_pickle=False)
        np.testing.assert_array_equal(arrays["theta"], session.trainer.network.theta)
