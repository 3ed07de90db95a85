from __future__ import annotations

import numpy as np
import pytest

from engine import Trainer, TrainingSpec
from engine.examine import BINS, confusion_matrix, distributions, histogram, mistakes, verdicts
from tests.engine.networks import examples_for, network_spec, random_network

A = np.array([[0.7, 0.2, 0.1, 0.4], [0.2, 0.5, 0.1, 0.35], [0.1, 0.3, 0.8, 0.25]])
Y = np.array([[1.0, 0, 0, 0], [0, 0, 0, 1], [0, 1, 1, 0]])


def test_that_the_confusion_matrix_counts_true_by_given() -> None:
    counts = confusion_matrix(verdicts(A, Y, is_test=True))
    np.testing.assert_array_equal(counts, [[1, 0, 0], [1, 0, 0], [0, 1, 1]])
    assert counts.dtype == np.int64
    assert not counts.flags.writeable


def test_that_one_sigmoid_unit_is_two_classes() -> None:
    found = verdicts(np.array([[0.9, 0.5, 0.2, 0.4]]), np.array([[1.0, 0.0, 1.0, 0.0]]), is_test=True)
    np.testing.assert_array_equal(confusion_matrix(found), [[1, 1], [1, 1]])
    np.testing.assert_allclose(found.probability, [0.9, 0.5, 0.8, 0.6])


def test_that_mistakes_are_the_first_wrong_test_examples() -> None:
    found = mistakes(verdicts(A, Y, is_test=True), 5)
    assert [(m.index, m.truth, m.given, m.probability) for m in found] == [(1, 2, 1, 0.5), (3, 1, 0, 0.4)]
    assert mistakes(verdicts(A, Y, is_test=True), 1) == found[:1]
    assert mistakes(verdicts(A, Y, is_test=True), 0) == ()
    assert mistakes(verdicts(A, Y, is_test=False), 5) == ()


def test_that_a_histogram_is_symmetric_and_counts_everything_once() -> None:
    values = np.random.default_rng(0).standard_normal((30, 40))
    found = histogram(values)
    expected, _ = np.histogram(values, found.edges)
    assert found.counts.sum() == 1200
    assert np.abs(found.counts - expected).sum() <= 2
    assert len(found.counts) == BINS == len(found.edges) - 1
    assert found.edges[0] == -found.edges[-1] == -np.abs(values).max()


@pytest.mark.parametrize("value", [-3.0, 0.0, 3.0])
def test_that_equal_values_fall_into_one_bin(value: float) -> None:
    found = histogram(np.full((2, 3), value))
    place = int(found.counts.argmax())
    assert found.counts[place] == 6
    assert found.edges[place] <= value <= found.edges[place + 1]


def test_that_values_that_are_not_finite_are_not_counted() -> None:
    assert histogram(np.array([1.0, np.inf, np.nan])).counts.sum() == 1
    assert histogram(np.array([np.nan])).counts.sum() == 0


def test_that_distributions_have_an_entry_for_every_layer() -> None:
    spec = network_spec((2, 4, 1), ("relu", "sigmoid"), "binary_cross_entropy")
    trainer = Trainer(random_network(spec), *examples_for(spec, 5000), TrainingSpec())
    found = distributions(trainer, trainer.gradient())
    assert set(found) == {"W", "A", "Z", "dW"}
    counts = {key: [h and int(h.counts.sum()) for h in layers] for key, layers in found.items()}
    assert counts["W"] == counts["dW"] == [None, 8, 4]
    assert counts["A"] == counts["Z"] == [None, 4 * 1667, 1667]
