"""Typed examples and start weights: read, written, refused with a reason, brought back by a reset."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import DataSpec, GivenExamples, build_dataset
from engine.given import GivenWeights
from engine.network import ShapeError
from engine.run import build, start_network
from engine.session import Change, Session
from engine.setup import Setup, SetupError, from_json, to_json
from engine.spec import LayerSpec, NetworkSpec, SpecError, TrainingSpec

WEIGHTS = GivenWeights((((0.2, 0.4), (0.1, -0.3)), ((0.5, 0.6),)), ((0.1, 0.0), (-0.2,)))
EXAMPLES = GivenExamples(((0.5, 1.0, -1.0), (0.3, 0.0, 2.0)), ((1.0, 0.0, 1.0),))
SETUP = Setup(
    DataSpec("given", given=EXAMPLES),
    NetworkSpec(2, (LayerSpec(2, "sigmoid"), LayerSpec(1, "sigmoid"))),
    TrainingSpec(alpha=0.5),
    weights=WEIGHTS,
    title="Mine",
    about="Two lines\nof text",
)
NUMBERS = st.floats(-1e6, 1e6)


def matrix(rows: int, columns: int) -> st.SearchStrategy[tuple[tuple[float, ...], ...]]:
    return st.tuples(*[st.tuples(*[NUMBERS] * columns)] * rows)


@st.composite
def setups(draw: st.DrawFn) -> Setup:
    n = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    m = draw(st.integers(1, 4))
    layers = tuple(LayerSpec(units, "linear") for units in n[1:])
    pairs = list(pairwise(n))
    return Setup(
        DataSpec("given", given=GivenExamples(draw(matrix(n[0], m)), draw(matrix(n[-1], m)))),
        NetworkSpec(n[0], layers, "mean_squared_error"),
        weights=GivenWeights(
            tuple(draw(matrix(units, before)) for before, units in pairs),
            tuple(draw(matrix(1, units))[0] for _, units in pairs),
        ),
    )


def changed(path: str, value: Any) -> str:
    content = json.loads(to_json(SETUP))
    *parents, last = path.split(".")
    place = content
    for key in parents:
        place = place[int(key) if key.isdigit() else key]
    place[int(last) if last.isdigit() else last] = value
    return json.dumps(content)


def test_that_the_set_up_of_an_exercise_is_read_back_as_it_was_written():
    assert from_json(to_json(SETUP)) == SETUP


@given(setup=setups())
def test_that_any_numbers_are_read_back_as_they_were_written(setup: Setup):
    assert from_json(to_json(setup)) == setup


@given(setup=setups())
def test_that_a_run_starts_from_exactly_the_given_numbers(setup: Setup):
    fitted, dataset, trainer = build(setup)
    assert fitted == setup
    assert setup.data.given is not None
    assert setup.weights is not None
    np.testing.assert_array_equal(dataset.X_train, setup.data.given.X)
    np.testing.assert_array_equal(dataset.Y_train, setup.data.given.Y)
    for l in range(1, setup.network.L + 1):
        np.testing.assert_array_equal(trainer.network.W[l], setup.weights.W[l - 1])
        np.testing.assert_array_equal(trainer.network.b[l][:, 0], setup.weights.b[l - 1])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("data.given", None, 'the source "given" needs "given"'),
        ("data.given", [], "given is not an object"),
        ("data.given.X", 5, "given: X must be a list of rows of numbers, not 5"),
        ("data.given.X", [], "given: X must be a list of rows of numbers, not []"),
        ("data.given.X", [[], []], "given: X must have rows of equally many numbers, not []"),
        ("data.given.X", [[1, 2, 3], [1, 2]], "given: X must have rows of equally many numbers, not [1, 2]"),
        ("data.given.X", [[1, 2, 3], [1, 2, "3"]], "given: X holds '3', which is no finite number"),
        ("data.given.X", [[1, 2, True], [1, 2, 3]], "given: X holds True, which is no finite number"),
        ("data.given.X", [[1, 2, 10**400], [1, 2, 3]], "which is no finite number"),
        ("data.given.X", [[1, 2], [3, 4]], "given: X has 2 columns and Y has 3; both need m"),
        ("data.given.X", [[1, 2, 3]], "given: X has 1 rows, the network has 2 inputs"),
        ("data.given.Y", [[1, 0, 1], [0, 1, 0]], "given: Y has 2 rows, the output layer has 1 units"),
        (
            "data.given.Y",
            [[1, 0, 1.5]],
            "given: Y must lie from 0 to 1 for the cost binary_cross_entropy",
        ),
        ("data.given.input_names", ["a"], "given: input_names has 1 texts, X has 2 rows"),
        ("data.given.input_names", [1, 2], "given: input_names must be a list of texts"),
        ("data.given.input_names", "ab", "given: input_names must be a list of texts"),
        ("data.given.Z", [[1]], "given has an unknown key 'Z'"),
        ("weights", 5, 'weights must be a list with {"W": rows, "b": numbers}'),
        ("weights", [], 'weights must be a list with {"W": rows, "b": numbers}'),
        ("weights.0", {"W": [[1]]}, 'weights: layer 1 must be an object with "W" and "b"'),
        ("weights.0.W", [[1, 2, 3], [4, 5, 6]], "weights: W[1] has shape (2, 3), it must have shape (2, 2)"),
        ("weights.0.W", [[1, 2], [3]], "weights: W[1] must have rows of equally many numbers"),
        ("weights.1.W", [["x", 1]], "weights: W[2] holds 'x', which is no finite number"),
        ("weights.1.b", [1, 2], "weights: b[2] has 2 numbers, it must have 1"),
        ("weights.1.b", 1, "weights: b[2] must have rows of equally many numbers, not 1"),
        ("weights", [{"W": [[1, 2]], "b": [0]}], "weights are given for 1 layers, the network has 2"),
    ],
)
def test_that_a_wrong_number_or_size_is_named(path: str, value: Any, message: str):
    with pytest.raises(SetupError) as caught:
        from_json(changed(path, value), "my.json")
    assert str(caught.value).startswith("my.json: ")
    assert message in str(caught.value)


def test_that_columns_of_labels_for_softmax_must_add_up_to_1():
    network = NetworkSpec(1, (LayerSpec(2, "softmax"),), "categorical_cross_entropy")
    right = Setup(DataSpec("given", given=GivenExamples(((1.0,),), ((0.3,), (0.7,)))), network)
    wrong = replace(right, data=DataSpec("given", given=GivenExamples(((1.0,),), ((1.0,), (1.0,)))))
    assert from_json(to_json(right)) == right
    with pytest.raises(SetupError, match="every column of Y must add up to 1"):
        from_json(to_json(wrong))


def test_that_weights_need_a_bias_for_every_layer():
    with pytest.raises(SpecError, match="there are 2 W and 1 b; every layer needs both"):
        GivenWeights(WEIGHTS.W, WEIGHTS.b[:1])


def test_that_weights_of_another_network_never_start_a_run():
    with pytest.raises(ShapeError):
        start_network(replace(SETUP, network=NetworkSpec(3, SETUP.network.layers)))


def test_that_a_set_up_without_an_exercise_is_written_as_before():
    content = json.loads(to_json(Setup()))
    assert list(content) == ["format", "version", "data", "network", "training", "weights_seed"]
    assert "given" not in content["data"]


def test_that_given_examples_of_before_are_not_written_with_another_source():
    assert (
        "given" not in json.loads(to_json(replace(SETUP, data=replace(SETUP.data, source="circle"))))["data"]
    )


def test_that_a_restart_brings_the_given_weights_back():
    dataset = build_dataset(SETUP.data)
    session = Session(SETUP, dataset)
    session.run_updates(5)
    assert not np.allclose(session.trainer.network.W[1], WEIGHTS.W[0])
    session.apply(Change(SETUP, dataset, (1, 2), (0, 1), restart=True))
    np.testing.assert_array_equal(session.trainer.network.W[1], WEIGHTS.W[0])
    np.testing.assert_array_equal(session.trainer.network.b[2], [[-0.2]])


def test_that_a_restart_without_them_draws_by_the_seed():
    dataset = build_dataset(SETUP.data)
    session = Session(SETUP, dataset)
    after = replace(SETUP, weights=None, weights_seed=3)
    session.apply(Change(after, dataset, (1, 2), (0, 1), restart=True))
    np.testing.assert_array_equal(session.trainer.network.W[1], start_network(after).W[1])
    assert not np.allclose(session.trainer.network.W[1], WEIGHTS.W[0])


def test_that_weights_are_kept_by_a_network_of_the_same_shapes_and_dropped_by_another():
    network = SETUP.network
    same = SETUP.with_network(network.with_layer(1, LayerSpec(2, "tanh")))
    other = SETUP.with_network(network.with_layer(1, LayerSpec(3, "sigmoid")))
    assert same.weights == WEIGHTS
    assert other.weights is None
