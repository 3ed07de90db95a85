"""The split keeps the classes' shares, leaves nobody out and moves examples one way only."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.split import split

LABELS = st.lists(st.integers(0, 4), min_size=2, max_size=80).map(np.array)
SHARES = st.integers(10, 90)


@given(labels=LABELS, share=SHARES, seed=st.integers(0, 5))
def test_that_every_example_is_in_exactly_one_part(labels: np.ndarray, share: int, seed: int) -> None:
    train, test = split(labels, share, np.random.default_rng(seed))
    assert sorted([*train, *test]) == list(range(len(labels)))


@given(labels=LABELS, share=SHARES, seed=st.integers(0, 5))
def test_that_every_class_trains_and_gives_its_share_to_within_one(
    labels: np.ndarray, share: int, seed: int
) -> None:
    train, test = split(labels, share, np.random.default_rng(seed))
    groups = len(set(labels))
    for name in set(labels):
        total, trained = np.sum(labels == name), np.sum(labels[train] == name)
        assert trained >= 1
        # A class that is forced to train at least once takes the place of an example of another class.
        assert trained <= max(1, total * share / 100 + 1)
        assert trained >= total * share / 100 - groups
    if groups < len(labels):
        assert len(test) >= 1
    exact = round(len(labels) * share / 100)
    assert len(train) == min(max(exact, groups), max(groups, len(labels) - 1))


@given(labels=LABELS, low=SHARES, high=SHARES, seed=st.integers(0, 5))
def test_that_a_larger_share_only_moves_examples_to_training(
    labels: np.ndarray, low: int, high: int, seed: int
) -> None:
    low, high = sorted((low, high))
    fewer, _ = split(labels, low, np.random.default_rng(seed))
    more, _ = split(labels, high, np.random.default_rng(seed))
    assert set(fewer) <= set(more)


@pytest.mark.parametrize("share", [10, 50, 90])
def test_that_big_classes_are_split_to_the_example(share: int) -> None:
    labels = np.repeat([0, 1, 2], [1000, 100, 10])
    train, _ = split(labels, share, np.random.default_rng(0))
    assert list(np.bincount(labels[train])) == [10 * share, share, share // 10]


def test_that_another_generator_gives_another_split_in_mixed_order() -> None:
    labels = np.repeat([0, 1], 50)
    first, _ = split(labels, 50, np.random.default_rng(0))
    other, _ = split(labels, 50, np.random.default_rng(1))
    assert set(first) != set(other)
    assert list(first) != sorted(first)
