"""The lab of vanishing gradients: what it plots is what the trainers had."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.labs.table import checked, facts
from engine.labs.vanishing import LAST, SIDES, Contender, race, setup_of
from engine.run import build


def test_that_the_sizes_are_the_root_mean_squares_of_the_batch_gradients() -> None:
    setup = setup_of(checked("vanishing", {"layers": 4, "left": "tanh"}), "left")
    contender, trainer = Contender(setup), build(setup)[2]
    expected = []
    for _ in range(5):
        g = trainer.network.gradients(*trainer.next_batch())
        expected.append([math.sqrt(float(np.mean(dW_l**2))) for dW_l in g.dW[1:]])
        trainer.step()
    contender.run(5)
    np.testing.assert_allclose(contender.progress().sizes, expected, rtol=1e-12)


def test_that_sigmoids_let_next_to_nothing_through_and_relus_all() -> None:
    found = facts("vanishing", {})
    assert found["ratio_left"] > 300
    assert 0.1 < found["ratio_right"] < 10
    assert found["J_left"] == pytest.approx(math.log(2), abs=0.01)
    assert found["J_right"] < 0.1


def test_that_both_networks_take_the_same_number_of_updates() -> None:
    settings = checked("vanishing", {"layers": 2, "updates": 25})
    *_, (left, right) = race(settings)
    assert left.updates == right.updates == 25
    assert left.sizes.shape == (25, 2)


def test_that_means_are_those_of_the_last_updates() -> None:
    contender = Contender(setup_of(checked("vanishing", {"layers": 3}), "right"))
    contender.run(30)
    progress = contender.progress()
    np.testing.assert_allclose(progress.means[-1], progress.sizes[-LAST:].mean(axis=0))
    np.testing.assert_allclose(progress.means[0], progress.sizes[0])
    np.testing.assert_allclose(progress.means[-1], progress.now)


def test_that_before_the_first_update_there_is_no_ratio() -> None:
    contender = Contender(setup_of(checked("vanishing", {}), SIDES[0]))
    assert math.isnan(contender.progress().ratio)


def test_that_a_run_that_breaks_says_so() -> None:
    setup = setup_of(
        checked("vanishing", {"left": "relu", "left_start": "he", "alpha": 10, "layers": 10}), "left"
    )
    contender = Contender(setup)
    contender.run(500)
    progress = contender.progress()
    assert progress.diverged == (progress.updates < 500)
    assert np.isfinite(progress.sizes).all()
