"""The three programs: what is shown is what runs, and all three compute the same."""

from __future__ import annotations

import inspect
import itertools
import textwrap

import numpy as np
import pytest

from engine.labs import loop_programs, loop_texts
from engine.labs.loops import ALPHA, LEAST_SECONDS, STAGES, examples, measure
from engine.labs.table import checked, facts
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

WIDEST = 31  # so many letters stand side by side in the smallest lab


def body_of(function):
    source = textwrap.dedent(inspect.getsource(function))
    _, _, rest = source.partition('"""')
    _, _, body = rest.partition('"""\n')
    return textwrap.dedent(body)


def slow_clock(step=2 * LEAST_SECONDS):
    """Each look at the clock is a step later: every program runs once."""
    ticks = itertools.count()
    return lambda: next(ticks) * step


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.title)
def test_that_the_text_that_is_shown_is_the_program_that_runs(stage):
    assert stage.text == body_of(stage.program)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.title)
def test_that_no_line_is_too_long_to_stand_beside_the_others(stage):
    assert max(map(len, stage.text.split("\n"))) <= WIDEST


def test_that_the_helpers_are_shown_as_they_are():
    shown = [line.strip() for line in loop_texts.HELPERS.rstrip("\n").split("\n")]
    sigma = body_of(loop_programs.sigma).strip().removeprefix("return ")
    loss = body_of(loop_programs.loss).strip().removeprefix("return ")
    assert " ".join(shown) == f"sigma(z) = {sigma} loss(a, y) = {loss}"


@pytest.mark.parametrize(("m", "n_x"), [(10, 1), (50, 3), (200, 20)])
def test_that_all_three_make_the_update_of_the_engine(m, n_x):
    w, X, Y = examples(m, n_x)
    network = Network(NetworkSpec(n_x, (LayerSpec(1, "sigmoid"),)))
    network.set_parameters([w.T], [[[0.0]]])
    gradients = network.gradients(X, Y)
    for stage in STAGES:
        new_w, new_b, J = stage.program(w, 0.0, X, Y, ALPHA)
        np.testing.assert_allclose(new_w, w - ALPHA * gradients.dW[1].T, rtol=1e-10)
        np.testing.assert_allclose(new_b, -ALPHA * float(gradients.db[1][0, 0]), rtol=1e-10)
        np.testing.assert_allclose(J, gradients.cost, rtol=1e-10)


def test_that_the_examples_are_the_same_each_time_and_of_both_classes():
    first, again = examples(100, 4), examples(100, 4)
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one, other)
    assert 10 < first[2].sum() < 90


def test_that_a_measurement_goes_from_stage_to_stage_and_ends():
    timings = list(measure(50, 3, slow_clock()))
    assert [timing.at for timing in timings] == sorted(timing.at for timing in timings)
    assert not any(timing.is_over for timing in timings[:-1])
    last = timings[-1]
    assert last.is_over
    assert last.runs == (1, 1, 1)
    assert last.seconds == pytest.approx((2 * LEAST_SECONDS,) * 3)
    assert last.factor == pytest.approx(1)


def test_that_short_programs_are_repeated_and_the_best_run_counts():
    last = list(measure(10, 1, slow_clock(LEAST_SECONDS / 10)))[-1]
    assert min(last.runs) >= 10


def test_that_the_results_of_the_three_are_compared():
    last = list(measure(200, 10, slow_clock()))[-1]
    assert 0 <= last.difference < 1e-12
    assert last.J > 0.1


def test_that_facts_are_shapes():
    assert facts("loops", {"m": 500}) == {"m": 500, "n_x": 20, "numbers": 10_000}
    with pytest.raises(ValueError, match="at most"):
        checked("loops", {"m": 1_000_000})
