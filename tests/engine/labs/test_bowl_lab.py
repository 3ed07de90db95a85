"""The bowl (C2): its surface and descents against network and trainer, and what the course says of them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.bowl import COST_KEYS, DATA, examples, path_of, plane_of, starts_of, starts_text, surface
from engine.labs.table import facts
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

START = (-3.0, 3.5)


@pytest.mark.parametrize("loss", COST_KEYS)
@pytest.mark.parametrize("data", DATA)
def test_that_the_surface_is_the_cost_of_the_network(loss, data):
    ws, bs = np.array([-4.0, 0.5, 8.0]), np.array([-5.0, 1.0])
    values = surface(loss, data, ws, bs)
    plane = plane_of(loss, data)
    expected = [[plane.cost(w, b) for w in ws] for b in bs]
    assert values == pytest.approx(np.array(expected), rel=1e-12)


@pytest.mark.parametrize("loss", COST_KEYS)
def test_that_a_descent_is_that_of_the_trainer(loss):
    network = Network(NetworkSpec(1, (LayerSpec(1, "sigmoid"),), cost=COST_KEYS[loss]))
    network.set_parameters([[[START[0]]]], [[[START[1]]]])
    trainer = Trainer(network, *examples("overlap"), TrainingSpec(alpha=2.0))
    trainer.run_updates(40)
    path = path_of(loss, "overlap", START, 2.0, 40)
    assert (path.u[-1], path.v[-1]) == pytest.approx((network.W[1][0, 0], network.b[1][0, 0]), rel=1e-10)


def test_that_every_start_comes_to_the_same_bottom():
    ends = []
    for start in [START, (6.0, 4.0), (0.0, -4.0), (7.0, -5.0)]:
        path = path_of("cross_entropy", "overlap", start, 2.0, 300)
        assert path.verdict() == "settled"
        ends.append((path.u[-1], path.v[-1]))
    assert np.ptp(ends, axis=0) == pytest.approx(0, abs=1e-3)


def test_that_cross_entropy_is_a_bowl_and_squared_error_is_none():
    line = np.linspace(-8, 16, 200)
    bowl = surface("cross_entropy", "overlap", line, np.array([0.0]))[0]
    other = surface("squared_error", "overlap", line, np.array([0.0]))[0]
    assert np.diff(bowl, 2).min() > 0
    assert np.diff(other, 2).min() < -1e-6


def test_that_too_large_an_alpha_jumps_to_and_fro_and_never_settles_nor_goes_to_infinity():
    path = path_of("cross_entropy", "overlap", START, 20.0, 500)
    assert path.verdict() == "jumps"
    assert max(abs(path.u)) < 100
    assert path.J[-50:].min() > 0.5


def test_that_separable_data_has_no_bottom():
    w = [path_of("cross_entropy", "separable", (0.0, 0.0), 2.0, n).u[-1] for n in (100, 400, 1600)]
    assert w[0] < w[1] < w[2]
    assert path_of("cross_entropy", "separable", (0.0, 0.0), 2.0, 1600).verdict() == "descends"


def test_that_squared_error_hangs_on_its_plateau_where_cross_entropy_arrives():
    found = facts("bowl", {"loss": "both", "updates": 300})
    assert found["settled"] == 1
    assert found["J"] == pytest.approx(0.4196, abs=1e-4)
    assert found["J_squared_error"] > 0.24


def test_that_the_facts_tell_of_jumps():
    assert facts("bowl", {"alpha": 20})["jumps"] == 1
    assert facts("bowl", {"alpha": 0.5})["jumps"] == 0


def test_that_further_starts_are_read_and_written():
    assert starts_of("6 4; 0, -4.5;") == ((6.0, 4.0), (0.0, -4.5))
    assert starts_of("") == ()
    assert starts_of(starts_text(((6.0, 4.25),))) == ((6.0, 4.25),)


@pytest.mark.parametrize("text", ["6", "1 2 3", "a b", "nan 1", "; ".join(["1 1"] * 9)])
def test_that_starts_that_can_not_be_read_are_refused(text):
    with pytest.raises(ValueError, match="start"):
        starts_of(text)
