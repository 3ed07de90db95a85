from __future__ import annotations

import numpy as np
import pytest

from engine.network import Network
from engine.spec import NetworkSpec
from engine.transplant import transplant
from tests.engine.networks import network_spec, random_network

KEYS = ("tanh", "tanh", "sigmoid")
OLD = random_network(network_spec((2, 4, 3, 1), KEYS, "binary_cross_entropy"))


def spec_of(*sizes: int) -> NetworkSpec:
    keys = (*["tanh"] * (len(sizes) - 2), "sigmoid")
    return network_spec(sizes, keys, "binary_cross_entropy")


def test_that_nothing_changed_keeps_everything() -> None:
    new = transplant(OLD, OLD.spec, (1, 2, 3), (0, 1), seed=1)
    np.testing.assert_array_equal(new.theta, OLD.theta)
    assert not np.shares_memory(new.theta, OLD.theta)


def test_that_an_added_unit_leaves_all_others_alone() -> None:
    new = transplant(OLD, spec_of(2, 5, 3, 1), (1, 2, 3), (0, 1), seed=7)
    fresh = Network(new.spec, seed=7)
    np.testing.assert_array_equal(new.W[1][:4], OLD.W[1])
    np.testing.assert_array_equal(new.b[1][:4], OLD.b[1])
    np.testing.assert_array_equal(new.W[1][4], fresh.W[1][4])
    assert new.b[1][4, 0] == 0
    np.testing.assert_array_equal(new.W[2][:, :4], OLD.W[2])
    np.testing.assert_array_equal(new.W[2][:, 4], fresh.W[2][:, 4])
    np.testing.assert_array_equal(new.W[3], OLD.W[3])


def test_that_a_removed_unit_takes_its_row_and_column_along() -> None:
    new = transplant(OLD, spec_of(2, 3, 3, 1), (1, 2, 3), (0, 1))
    np.testing.assert_array_equal(new.W[1], OLD.W[1][:3])
    np.testing.assert_array_equal(new.W[2], OLD.W[2][:, :3])
    np.testing.assert_array_equal(new.b[2], OLD.b[2])


def test_that_an_added_layer_is_fresh_and_so_is_what_reads_it() -> None:
    new = transplant(OLD, spec_of(2, 4, 5, 3, 1), (1, None, 2, 3), (0, 1), seed=3)
    fresh = Network(new.spec, seed=3)
    np.testing.assert_array_equal(new.W[1], OLD.W[1])
    np.testing.assert_array_equal(new.W[2], fresh.W[2])
    np.testing.assert_array_equal(new.W[3], fresh.W[3])
    np.testing.assert_array_equal(new.b[3], OLD.b[2])
    np.testing.assert_array_equal(new.W[4], OLD.W[3])


def test_that_a_removed_layer_leaves_the_layers_around_it() -> None:
    new = transplant(OLD, spec_of(2, 4, 1), (1, 3), (0, 1), seed=3)
    np.testing.assert_array_equal(new.W[1], OLD.W[1])
    np.testing.assert_array_equal(new.W[2], Network(new.spec, seed=3).W[2])
    np.testing.assert_array_equal(new.b[2], OLD.b[3])


def test_that_inputs_are_followed_to_their_new_place() -> None:
    new = transplant(OLD, spec_of(3, 4, 3, 1), (1, 2, 3), (1, None, 0), seed=4)
    np.testing.assert_array_equal(new.W[1][:, 0], OLD.W[1][:, 1])
    np.testing.assert_array_equal(new.W[1][:, 1], Network(new.spec, seed=4).W[1][:, 1])
    np.testing.assert_array_equal(new.W[1][:, 2], OLD.W[1][:, 0])
    np.testing.assert_array_equal(new.W[2], OLD.W[2])


def test_that_more_outputs_keep_the_first_one() -> None:
    spec = network_spec((2, 4, 3, 3), ("tanh", "tanh", "softmax"), "categorical_cross_entropy")
    new = transplant(OLD, spec, (1, 2, 3), (0, 1))
    np.testing.assert_array_equal(new.W[3][:1], OLD.W[3])
    np.testing.assert_array_equal(new.W[2], OLD.W[2])


def test_that_an_undone_edit_finds_its_own_numbers_again() -> None:
    small = transplant(OLD, spec_of(2, 2, 3, 1), (1, 2, 3), (0, 1))
    small.W[1][0, 0] = 123.0
    back = transplant(small, OLD.spec, (1, 2, 3), (0, 1), seed=9, base=OLD)
    assert back.W[1][0, 0] == 123.0
    np.testing.assert_array_equal(back.W[1][2:], OLD.W[1][2:])
    np.testing.assert_array_equal(back.W[2][:, 2:], OLD.W[2][:, 2:])
    np.testing.assert_array_equal(back.b[1][2:], OLD.b[1][2:])


def test_that_a_base_of_other_sizes_is_left_aside() -> None:
    other = random_network(spec_of(2, 9, 3, 1))
    new = transplant(OLD, spec_of(2, 5, 3, 1), (1, 2, 3), (0, 1), seed=7, base=other)
    np.testing.assert_array_equal(new.W[1][4], Network(new.spec, seed=7).W[1][4])


def test_that_the_precision_is_kept() -> None:
    old = random_network(OLD.spec, dtype="float32")
    assert transplant(old, spec_of(2, 5, 3, 1), (1, 2, 3), (0, 1)).dtype == np.float32


@pytest.mark.parametrize(
    ("layers", "inputs", "message"),
    [
        ((1, 2), (0, 1), "layer_origin has 2 entries, the new network needs 3"),
        ((1, 2, 4), (0, 1), "layer_origin holds 4, the old network has 1 to 3"),
        ((1, 2, 3), (0,), "input_origin has 1 entries, the new network needs 2"),
        ((1, 2, 3), (0, 2), "input_origin holds 2, the old network has 0 to 1"),
    ],
)
def test_that_impossible_origins_are_refused(layers: tuple, inputs: tuple, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        transplant(OLD, OLD.spec, layers, inputs)
