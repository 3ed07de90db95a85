"""The lab of data and size: the teacher, the networks, and the stored curve."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.more_data import COUNTS, SIZES, Outcome, examples, outcomes, svm_errors
from engine.labs.table import checked, facts


def test_that_both_classes_are_equally_frequent() -> None:
    data = examples()
    assert np.mean(data.Y) == pytest.approx(0.5, abs=0.02)
    assert np.mean(data.Y_test) == pytest.approx(0.5, abs=0.03)


def test_that_the_stored_curve_has_every_count_and_falls() -> None:
    errors = list(svm_errors().values())
    assert tuple(svm_errors()) == COUNTS
    assert errors == sorted(errors, reverse=True)
    assert facts("more-data", {})["svm_10000"] == errors[-1]


def test_that_every_size_is_trained_on_every_count_and_can_be_stopped_in_between() -> None:
    found = list(outcomes(checked("more-data", {"updates": 500})))
    done = [outcome for outcome in found if isinstance(outcome, Outcome)]
    assert [(outcome.size, outcome.m) for outcome in done] == [(size, m) for m in COUNTS for size in SIZES]
    assert found.count(None) == len(done)
    assert all(0 < outcome.error < 50 for outcome in done)


def test_that_a_large_network_gains_more_from_more_data_than_a_small_one() -> None:
    done = [run for run in outcomes(checked("more-data", {"updates": 3000})) if run is not None]
    last = {outcome.size: outcome.error for outcome in done if outcome.m == COUNTS[-1]}
    assert last["large"] < last["medium"] < last["small"]
    assert last["large"] < svm_errors()[COUNTS[-1]]
    first = {outcome.size: outcome.error for outcome in done if outcome.m == 100}
    assert svm_errors()[100] < min(first.values())
