"""The presets equal their published or course numbers and those of plain loops; new exercises are friendly."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS
from engine.data import GivenExamples, exercise_folder
from engine.propagation import forward
from engine.run import build
from engine.setup import Setup, from_json, to_json
from engine.step.exercises import PRESETS, load_preset, new_exercise
from tests.engine.step import by_hand

HIDDEN = [key for key, row in ACTIVATIONS.items() if row.hidden]
SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=5)


def update_of(setup: Setup) -> by_hand.Update:
    """The update of a set-up's own numbers, in plain loops."""
    assert setup.data.given is not None
    assert setup.weights is not None
    kind = "squared_error" if setup.network.cost == "mean_squared_error" else "cross_entropy"
    return by_hand.one_update(
        [list(row) for row in setup.data.given.X],
        [list(row) for row in setup.data.given.Y],
        [[list(row) for row in W_l] for W_l in setup.weights.W],
        [list(b_l) for b_l in setup.weights.b],
        [layer.activation for layer in setup.network.layers],
        kind,
        setup.training.alpha,
    )


def close(found, digits, places):
    np.testing.assert_allclose(np.ravel(found), np.ravel(digits), rtol=0, atol=0.501 * 10**-places)


def test_that_the_presets_are_the_files_of_the_folder_with_the_worked_example_first():
    assert set(PRESETS) == {path.stem for path in exercise_folder().glob("*.json")}
    assert next(iter(PRESETS)) == "worked-example"
    assert len(PRESETS) >= 6
    with pytest.raises(KeyError):
        load_preset("no-such-exercise")


@pytest.mark.parametrize("key", PRESETS)
def test_that_a_preset_is_a_whole_set_up_with_a_title_and_a_text(key):
    setup = load_preset(key)
    assert setup.title == PRESETS[key].title != ""
    assert len(setup.about) > 20
    assert from_json(to_json(setup)) == setup
    assert (setup.training.optimizer, setup.training.batch_size) == ("gradient_descent", None)
    assert build(setup)[0] == setup


@pytest.mark.parametrize("key", PRESETS)
def test_that_an_update_of_a_preset_equals_plain_loops(key):
    setup = load_preset(key)
    expected = update_of(setup)
    _, _, trainer = build(setup)
    assert trainer.measure().cost_train == pytest.approx(expected.before.J, abs=1e-13)
    trainer.step()
    gradients = trainer.gradient()
    for l in range(1, setup.network.L + 1):
        np.testing.assert_allclose(gradients.dW[l], expected.dW[l], rtol=0, atol=1e-14)
        np.testing.assert_allclose(gradients.db[l][:, 0], expected.db[l], rtol=0, atol=1e-14)
        np.testing.assert_allclose(trainer.network.W[l], expected.W[l - 1], rtol=0, atol=1e-14)
        np.testing.assert_allclose(trainer.network.b[l][:, 0], expected.b[l - 1], rtol=0, atol=1e-14)
    assert trainer.measure().cost_train == pytest.approx(expected.after.J, abs=1e-13)
    assert expected.after.J < expected.before.J


@pytest.mark.parametrize("key", PRESETS)
def test_that_in_every_preset_every_unit_learns(key):
    gradients = update_of(load_preset(key))
    for dW in gradients.dW[1:]:
        assert min(max(abs(d) for d in row) for row in dW) > 1e-4


def test_the_worked_example_of_the_course():
    update = update_of(load_preset("worked-example"))
    close(update.before.Z[1], [0.32, 0.04, 0.24], 8)
    close(update.before.A[1], [0.57932425, 0.50999867, 0.55971365], 8)
    close(update.before.Z[2], [0.09568300], 8)
    close(update.before.A[2], [0.52390252], 8)
    close(update.before.J, [0.64644965], 8)
    close(update.dZ[2], [-0.47609748], 8)
    close(update.dW[2], [-0.27581482, -0.24280908, -0.26647826], 8)
    close(update.db[2], [-0.47609748], 8)
    close(update.dZ[1], [-0.03480858, 0.02379535, -0.04693070], 8)
    close(update.dW[1], [-0.01740429, -0.01044257, 0.01189768, 0.00713861, -0.02346535, -0.01407921], 8)
    close(update.W[0], [0.20174043, 0.40104426, 0.09881023, 0.29928614, 0.50234653, -0.19859208], 8)
    close(update.b[0], [0.10348086, -0.10237954, 0.05469307], 8)
    close(update.W[1], [0.32758148, -0.17571909, 0.42664783], 8)
    close(update.b[1], [-0.15239025], 8)
    close(update.after.A[2], [0.54679836], 8)
    close(update.after.J, [0.60367517], 8)


def test_two_inputs_and_two_outputs_as_published():
    setup = load_preset("two-two-two")
    update = update_of(setup)
    close(update.before.A[1], [0.593269992, 0.596884378], 9)
    close(update.before.A[2], [0.751365070, 0.772928465], 9)
    close(update.before.J, [0.298371109], 9)
    close(update.W[1], [0.358916480, 0.408666186, 0.511301270, 0.561370121], 9)
    close(update.W[0], [0.149780716, 0.199561432, 0.249751144, 0.299502287], 9)


def test_that_the_published_error_after_it_is_met_with_the_old_biases():
    setup = load_preset("two-two-two")
    update = update_of(setup)
    assert setup.data.given is not None
    assert setup.weights is not None
    X, Y = ([list(row) for row in rows] for rows in (setup.data.given.X, setup.data.given.Y))
    old_biases = [list(b_l) for b_l in setup.weights.b]
    after = by_hand.forward(X, Y, update.W, old_biases, ["sigmoid", "sigmoid"], "squared_error")
    close(after.J, [0.291027774], 9)
    assert update.after.J < after.J
    assert "bias" in setup.about


def test_one_sigmoid_pair_then_linear_as_published():
    setup = load_preset("one-two-one")
    assert setup.data.given is not None
    assert setup.data.given.Y[0][0] == 1 + math.sin(math.pi / 4)
    update = update_of(setup)
    close(update.before.A[1], [0.3208, 0.3682], 4)
    close(update.before.A[2], [0.4463], 4)
    error = setup.data.given.Y[0][0] - update.before.A[2][0][0]
    close(error, [1.2608], 4)
    # The book's cost is e^2 where ours is half of it: its slopes s are twice our dZ, its rate is half our alpha.
    close([[2 * d for d in row] for row in update.dZ[2]], [-2.5216], 4)
    close([[2 * d for d in row] for row in update.dZ[1]], [-0.0495, 0.0997], 4)
    close(update.W[1], [0.1709, -0.0772], 4)
    close(update.b[1], [0.7322], 4)
    close(update.W[0], [-0.2651, -0.4200], 4)
    close(update.b[0], [-0.4751, -0.1400], 4)


@pytest.mark.parametrize(
    ("key", "sizes", "m"),
    [
        ("four-hidden", (3, 4, 1), 3),
        ("deep-3-5-5-3-1", (3, 5, 5, 3, 1), 2),
        ("shapes-2-3-5-4-2-1", (2, 3, 5, 4, 2, 1), 2),
    ],
)
def test_that_the_nets_of_the_course_have_its_shapes_and_one_decimal(key, sizes, m):
    setup = load_preset(key)
    assert setup.network.sizes == sizes
    assert setup.data.given is not None
    assert setup.weights is not None
    assert len(setup.data.given.X[0]) == m
    for value in np.concatenate(
        [np.ravel(array) for array in (*setup.weights.W, *setup.weights.b, *setup.data.given.X)]
    ):
        assert round(value, 1) == value


@settings(deadline=None, max_examples=40)
@given(
    seed=st.integers(0, 2**40), sizes=SIZES, activation=st.sampled_from(HIDDEN), examples=st.integers(1, 4)
)
def test_that_a_new_exercise_has_friendly_numbers_and_trains(seed, sizes, activation, examples):
    setup = new_exercise(seed, sizes, activation, examples)
    assert setup.network.sizes == tuple(sizes)
    assert setup.title == f"Exercise {seed}"
    assert "-".join(map(str, sizes)) in setup.about
    assert setup.data.given is not None
    assert setup.weights is not None
    assert len(setup.data.given.X[0]) == examples
    for array in (*setup.weights.W, *setup.weights.b, *setup.data.given.X):
        for value in np.ravel(array):
            assert round(value, 1) == value
            assert abs(value) <= 1
    assert all(np.ravel(W).all() for W in setup.weights.W)
    _, _, trainer = build(from_json(to_json(setup)))
    before = trainer.measure().cost_train
    trainer.step()
    assert trainer.divergence is None
    assert trainer.measure().cost_train != before


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("sizes", [(2, 2, 1), (3, 4, 1), (3, 5, 5, 3, 1), (2, 3, 3)])
def test_that_no_unit_of_a_new_exercise_is_dead_or_on_a_kink(activation, sizes):
    for seed in range(10):
        setup = new_exercise(seed, sizes, activation, 2)
        _, dataset, trainer = build(setup)
        network = trainer.network
        gradients = network.gradients(dataset.X_train, dataset.Y_train)
        assert min(np.abs(dW).max(axis=1).min() for dW in gradients.dW[1:]) >= 5e-4
        _, caches = forward(dataset.X_train, network.W[1:], network.b[1:], network.spec.layers)
        if activation == "relu":
            assert all((cache.Z > 0).any(axis=1).all() for cache in caches[:-1])
            assert all(np.abs(cache.Z).min() > 0.005 for cache in caches[:-1])


def test_that_equal_seeds_give_equal_exercises_and_others_differ():
    assert new_exercise(7, (2, 3, 1), "tanh", 2) == new_exercise(7, (2, 3, 1), "tanh", 2)
    found = {new_exercise(seed).weights for seed in range(20)}
    assert len(found) == 20


def test_that_both_classes_are_among_two_examples():
    for seed in range(10):
        given_examples = new_exercise(seed, examples=2).data.given
        assert given_examples is not None
        assert sorted(given_examples.Y[0]) == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((-1,), "the seed must be a whole number from 0, not -1"),
        ((0, (2,)), "sizes must be 2 to 10 numbers from 1 to 32"),
        ((0, (2, 0, 1)), "sizes must be 2 to 10 numbers from 1 to 32"),
        ((0, (2, 2, 1), "softmax"), "the activation 'softmax' does not fit hidden layers"),
        ((0, (2, 2, 1), "swish"), "the activation 'swish' does not fit hidden layers"),
        ((0, (2, 2, 1), "tanh", 0), "there must be 1 to 20 examples, not 0"),
    ],
)
def test_that_an_impossible_exercise_is_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        new_exercise(*arguments)


def test_that_an_exercise_is_the_same_for_ever():
    setup = new_exercise(7)
    assert setup.weights is not None
    assert setup.weights.W == (((-0.2, 0.5), (0.9, -0.4)), ((0.2, -0.1),))
    assert setup.weights.b == ((0.2, 0.2), (0.1,))
    assert setup.data.given == GivenExamples(((0.4,), (-0.7,)), ((1.0,),))
    assert setup.training.alpha == 0.1
    assert setup.about == "2-2-1, sigmoid, 1 example: one update by gradient descent."
