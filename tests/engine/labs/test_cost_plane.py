"""The cost over two parameters: against the network itself and its trainer."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.labs.cost_plane import CostPlane, Parameter, Path, levels_of, parameters_of
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

SPEC = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
X = np.random.default_rng(0).standard_normal((2, 20))
Y = (X[:1] > 0).astype(float)
FIRST, SECOND = Parameter(1, 1, 0), Parameter(2, 0)


@pytest.fixture
def network():
    return Network(SPEC, seed=3)


def test_that_the_cost_here_is_that_of_the_network(network):
    plane = CostPlane(network, X, Y, FIRST, SECOND)
    assert plane.here == (network.W[1][1, 0], network.b[2][0, 0])
    assert plane.cost(*plane.here) == network.cost(X, Y)


def test_that_the_slopes_agree_with_central_differences(network):
    plane = CostPlane(network, X, Y, FIRST, SECOND)
    du, dv, J = plane.slopes(0.3, -0.7)
    assert plane.cost(0.3, -0.7) == J
    assert du == pytest.approx((plane.cost(0.3 + 1e-6, -0.7) - plane.cost(0.3 - 1e-6, -0.7)) / 2e-6, rel=1e-5)
    assert dv == pytest.approx((plane.cost(0.3, -0.7 + 1e-6) - plane.cost(0.3, -0.7 - 1e-6)) / 2e-6, rel=1e-5)


def test_that_the_network_itself_stays_as_it_is(network):
    before = network.theta.copy()
    CostPlane(network, X, Y, FIRST, SECOND).descend(5.0, 5.0, 0.1, 10)
    assert (network.theta == before).all()


def test_that_rows_hold_the_cost_at_every_node(network):
    plane = CostPlane(network, X, Y, FIRST, SECOND)
    rows = np.array(list(plane.rows(np.array([-1.0, 0.0, 1.0]), np.array([2.0, 3.0]))))
    assert rows.shape == (2, 3)
    assert rows[1, 2] == plane.cost(1.0, 3.0)


def test_that_descent_begins_at_its_start_and_goes_down(network):
    path = CostPlane(network, X, Y, FIRST, SECOND).descend(1.0, 1.0, 0.1, 30)
    assert (path.u[0], path.v[0], path.updates) == (1.0, 1.0, 30)
    assert len(path.u) == len(path.v) == len(path.J) == 31
    assert (np.diff(path.J) < 0).all()


def test_that_a_path_that_runs_away_ends(network):
    path = CostPlane(network, X, Y, FIRST, SECOND).descend(1.0, 1.0, 1e9, 30)
    assert path.updates < 30
    assert np.isfinite(path.u).all()


def test_that_every_parameter_has_its_place_and_its_name(network):
    found = parameters_of(network)
    assert len(found) == SPEC.parameter_count
    assert [parameter.key for parameter in found[:3]] == ["W1_1_1", "W1_1_2", "W1_2_1"]
    assert found[-1].key == "b2_1"
    assert (found[0].label, found[-1].label) == ("w[1]₁,₁", "b[2]₁")
    assert len(parameters_of(network, most=4)) == 4


def path(J, u=None):
    u = np.array(u if u is not None else np.zeros(len(J)), float)
    return Path(u, np.zeros(len(J)), np.array(J, float))


def test_that_a_path_says_what_became_of_it():
    n = np.arange(60)
    assert path(0.4 + 0.5**n, 0.5**n).verdict() == "settled"
    assert path(1 - 0.001 * n, 0.0005 * n).verdict() == "descends"
    assert path(0.5 + 0.1 * (-1.0) ** n, (-1.0) ** n).verdict() == "jumps"
    assert path(0.4 + 0.5**n, np.append(n[:-1], 1e7)).verdict() == "left"
    assert path([1.0, math.nan]).verdict() == "left"


def test_that_levels_are_close_at_the_bottom_and_inside():
    levels = levels_of(np.array([[0.4, 1.0], [2.0, 5.0]]))
    assert 0.4 < levels[0] < levels[-1] < 5.0
    assert (np.diff(np.diff(levels)) > 0).all()
    assert levels_of(np.ones((3, 3))) == ()
    assert levels_of(np.full((3, 3), np.nan)) == ()
