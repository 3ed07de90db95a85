"""Folding: both networks draw the same curve, and its pieces are counted."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.folding import MOST_K, count_pieces, fold, passage
from engine.labs.table import facts

EVERY_K = range(1, MOST_K + 1)


def t(x):
    return 2 * np.maximum(0, x) - 4 * np.maximum(0, x - 0.5)


@pytest.mark.parametrize("k", EVERY_K)
def test_that_the_deep_network_applies_t_k_times(k):
    folding = fold(k)
    y = folding.x
    for _ in range(k):
        y = t(y)
    np.testing.assert_array_equal(folding.deep_y, y)


@pytest.mark.parametrize("k", EVERY_K)
def test_that_both_networks_agree_exactly(k):
    assert fold(k).difference == 0


@pytest.mark.parametrize("k", EVERY_K)
def test_that_they_agree_between_the_points_too(k):
    folding = fold(k)
    x = np.random.default_rng(k).random((1, 500))
    np.testing.assert_allclose(folding.deep.forward(x), folding.flat.forward(x), atol=1e-9)


@pytest.mark.parametrize("k", EVERY_K)
def test_that_2k_units_make_2_to_the_k_pieces(k):
    folding = fold(k)
    assert folding.deep_units == 2 * k
    assert folding.pieces == 2**k
    assert folding.deep.spec.sizes == (1, *(2,) * k, 1)


@pytest.mark.parametrize("k", EVERY_K)
def test_that_the_flat_network_has_one_unit_more_than_its_kinks(k):
    folding = fold(k)
    assert folding.flat.spec.L == 2
    assert folding.least_flat_units == 2**k - 1
    assert folding.flat_units == folding.least_flat_units + 1
    kinks = -folding.flat.b[1].ravel()
    assert np.count_nonzero((kinks > 0) & (kinks < 1)) == folding.least_flat_units


@pytest.mark.parametrize("k", [1, 2, 3])
def test_that_kinks_alone_cannot_make_the_first_slope(k):
    """Without the extra unit the first slope is a sum of some of the slope changes, whichever way the units face."""
    changes = fold(k).flat.W[2][0, 1:]
    first_slope = 2.0**k
    subsets = (
        changes[[bool(number >> i & 1) for i in range(len(changes))]] for number in range(2 ** len(changes))
    )
    assert all(-subset.sum() != first_slope for subset in subsets)


@pytest.mark.parametrize("x", [0.0, 0.3, 0.5, 0.77, 1.0])
def test_that_a_passage_goes_layer_by_layer(x):
    folding = fold(4)
    way = passage(folding, x)
    value = x
    for folded, (first, second) in zip(way.folds, way.deep, strict=True):
        assert first == max(0.0, value)
        assert second == max(0.0, value - 0.5)
        value = t(value)
        assert folded == pytest.approx(value, abs=1e-12)
    output = folding.flat.W[2][0] @ way.flat
    assert output == pytest.approx(value, abs=1e-12)


def test_that_pieces_are_counted_by_their_slopes():
    x = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
    assert count_pieces(x, x) == 1
    assert count_pieces(x, np.abs(x - 0.5)) == 2


@pytest.mark.parametrize("k", [0, MOST_K + 1])
def test_that_other_folds_are_refused(k):
    with pytest.raises(ValueError, match="k must be"):
        fold(k)


def test_that_facts_are_the_counts_of_the_course():
    found = facts("folding", {"k": 10})
    assert (found["units"], found["pieces"], found["flat_units"]) == (20, 1024, 1023)
    assert found["flat_built"] == 1024
    assert found["difference"] == 0
    assert facts("folding", {"k": 2, "x": 0.3})["y"] == pytest.approx(0.8)
