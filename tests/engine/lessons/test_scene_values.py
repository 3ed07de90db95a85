"""The numbers of a scene are those that the engine computes, by the names that docs/lessons.md promises."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data import build_dataset
from engine.lessons import Scene, parse_lesson, scene_values
from engine.lessons.lesson import StepValues, TrainValues
from engine.lessons.scene_kinds import rows_of_a_tape
from engine.lessons.workload import MAX_UPDATES, fault_of_work
from engine.run import build
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from tests.engine.lessons.lesson_texts import GRAPH, STEP, TRAIN, lesson_text, scene_page


def scene_of(page: str) -> Scene:
    return parse_lesson(lesson_text(page)).scenes[0]


def test_a_train_scene_has_its_costs_accuracies_and_gradients_after_the_updates() -> None:
    scene = scene_of(TRAIN)
    assert isinstance(scene.values, TrainValues)
    _, dataset, trainer = build(scene.values.setup)
    start = trainer.measure()
    trainer.run_updates(25)
    now, found = trainer.measure(), scene_values(scene)
    assert (found["J0"], found["J"]) == (start.cost_train, now.cost_train)
    assert found["J0"] != found["J"]
    assert found["J_test"] == now.cost_test
    assert found["accuracy"] == 100 * float(now.accuracy_train or math.nan)
    assert found["accuracy_test"] == 100 * float(now.accuracy_test or math.nan)
    assert (found["dW1"], found["dW2"], found["db1"]) == (*now.rms_dW, now.rms_db[0])
    assert (found["parameters"], found["n0"], found["n1"], found["n2"], found["L"]) == (13, 2, 3, 1, 2)
    assert (found["m"], found["updates"], found["updates_per_epoch"]) == (dataset.m, 25, 25)
    assert found["W1_3_2"] == trainer.network.W[1][2, 1]
    assert found["b1_2"] == trainer.network.b[1][1, 0]


def test_the_same_scene_has_the_same_numbers_each_time() -> None:
    assert scene_values(scene_of(TRAIN)) == scene_values(scene_of(TRAIN))


def test_values_have_no_accuracy_and_typed_examples_no_test() -> None:
    page = scene_page(
        'workspace = "train"\ndata = { X = [[1, 2]], Y = [[1, 2]] }\nnetwork = { layers = "1 linear" }'
    )
    found = scene_values(scene_of(page))
    assert "accuracy" not in found
    assert "J_test" not in found


def test_a_step_scene_has_every_row_of_the_tape() -> None:
    scene = scene_of(STEP)
    assert isinstance(scene.values, StepValues)
    _, _, trainer = build(scene.values.setup)
    tape, found = record_tape(take_moment(trainer)), scene_values(scene)
    assert (found["J"], found["J_after"]) == (tape.cost_before, tape.cost_after)
    assert round(found["J"], 8) == 0.64644965
    assert round(found["dZ2_1_1"], 8) == -0.47609748
    assert round(found["W1new_3_2"], 8) == -0.19859208
    assert round(found["b2new_1"], 8) == -0.15239025
    for row in tape.rows:
        if row.symbol != "J":
            name = f"{row.symbol}{row.layer}" + ("new" if row.phase == "update" else "")
            last = f"{name}_{row.value.shape[0]}"
            last += "" if row.symbol in ("b", "db") else f"_{row.value.shape[1]}"
            assert found[last] == row.value[-1, -1]
    assert (found["X_2_1"], found["Y_1_1"], found["W2_1_3"], found["b1_3"]) == (0.3, 1.0, 0.4, 0.05)


def test_a_step_scene_looks_at_the_examples_that_it_shows() -> None:
    page = scene_page('workspace = "step"\nsetup = "circle"\nupdates = 3\ncolumns = 7')
    scene = scene_of(page)
    assert isinstance(scene.values, StepValues)
    found, dataset = scene_values(scene), build_dataset(scene.values.setup.data)
    assert found["m"] == 1
    assert np.array_equal([found["X_1_1"], found["X_2_1"]], dataset.X_train[:, 6])
    assert found["J"] != found["J_train"]


@pytest.mark.parametrize("key", ["worked-example", "one-two-one", "deep-3-5-5-3-1"])
def test_the_rows_of_a_tape_are_counted_without_recording_one(key: str) -> None:
    scene = scene_of(scene_page(f'workspace = "step"\nsetup = "{key}"'))
    assert isinstance(scene.values, StepValues)
    setup, _, trainer = build(scene.values.setup)
    assert rows_of_a_tape(setup.network.L) == len(record_tape(take_moment(trainer)).rows)


def test_a_graph_has_its_nodes_and_derivatives() -> None:
    found = scene_values(scene_of(GRAPH))
    assert (found["J"], found["a"], found["da"], found["db"], found["dc"], found["dJ"]) == (33, 5, 3, 6, 9, 1)


def test_a_variable_that_is_called_like_a_derivative_keeps_its_name() -> None:
    page = scene_page('workspace = "graph"\nexpression = "f = a * da"\nat = { a = 2, da = 7 }')
    assert scene_values(scene_of(page))["da"] == 7


def test_a_nudged_graph_knows_what_the_nudge_did() -> None:
    page = scene_page('workspace = "graph"\nexpression = "f = a**2"\nat = { a = 2 }\nnudge = "a"')
    found = scene_values(scene_of(page))
    assert found["nudged"] == pytest.approx(4.004001, rel=1e-12)
    assert found["ratio"] == pytest.approx(4.001, rel=1e-9)


def test_a_scene_that_stays_the_same_has_the_values_of_the_one_that_it_keeps() -> None:
    lesson = parse_lesson(lesson_text(GRAPH, scene_page("same = true")))
    assert scene_values(lesson.scenes[1]) == scene_values(lesson.scenes[0])


def test_a_run_that_breaks_still_has_numbers_and_says_where() -> None:
    page = scene_page(
        'workspace = "train"\ndata = { source = "plane" }\nnetwork = { layers = "1 linear" }\n'
        "training = { alpha = 50, batch_size = 0 }\nupdates = 2000"
    )
    found = scene_values(scene_of(page))
    assert 0 < found["diverged_at"] <= 2000
    assert math.isfinite(found["J"])


def test_the_work_of_a_scene_is_bounded_by_an_estimate_that_is_the_same_everywhere() -> None:
    setup = scene_of(TRAIN).values
    assert isinstance(setup, TrainValues)
    assert fault_of_work(setup.setup, 250, MAX_UPDATES) == ""
    page = scene_page('workspace = "train"\nsetup = "digits"')
    digits = scene_of(page).values
    assert isinstance(digits, TrainValues)
    assert "at most" in fault_of_work(digits.setup, 900, MAX_UPDATES)
    assert fault_of_work(digits.setup, 900, 200) == ""
