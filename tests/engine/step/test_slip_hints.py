"""What is said of a slip: where to look, and no number."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from engine.step.desk import Desk
from engine.step.exercises import load_preset
from engine.step.slips import SLIPS
from tests.engine.step.test_exercises import update_of
from tests.engine.step.verdicts import tape_of, verdict_on

HINTS = [
    ("dZ", 2, -1.90875, "That is dA: multiply it by g'(z)."),
    ("dZ", 2, 0.47609748, "The sign is turned round: check A − Y."),
    ("J", 2, -0.64644965, "A cost is never negative: the minus before the sum is missing."),
    ("Z", 1, 0.22, "The bias is missing: add b[1]."),
    ("A", 1, math.tanh(0.32), "That is tanh of z: here g is sigmoid."),
    ("A", 2, 5.2390252, "Ten times too large: a decimal point moved."),
    ("dA", 1, 0.4 * -0.47609748, "That is the number of row 3, column 1: check which cell is asked."),
    ("dA", 1, 0.32758148 * -0.47609748, "This takes the new W[2]: all derivatives come before the update."),
    ("dW", 2, -0.47609748 * 0.52390252, "This takes A[2]: dW[2] takes A[1], what the layer takes in."),
    ("dW", 1, -0.03480858, "That is db: multiply each dz by X."),
    ("new W", 2, -0.27581482, "That is dW[2]: take alpha times it from W[2]."),
    ("new b", 2, -0.2 - 0.047609748, "Downhill is minus: the step is taken away."),
]


@pytest.mark.parametrize(("symbol", "layer", "wrong", "hint"), HINTS)
def test_that_a_hint_says_what_went_wrong_and_where_to_look(symbol, layer, wrong, hint):
    assert verdict_on(tape_of(load_preset("worked-example")), symbol, layer, 0, 0, wrong, 5).hint == hint


def test_that_hints_name_the_examples_and_the_layers():
    setup, tape = load_preset("four-hidden"), tape_of(load_preset("four-hidden"))
    sums = verdict_on(tape, "db", 1, 0, 0, sum(update_of(setup).dZ[1][0]))
    assert sums.hint == "The 1/m is missing: divide by m = 3."
    setup, tape = load_preset("two-two-two"), tape_of(load_preset("two-two-two"))
    dZ = update_of(setup).dZ[2]
    turned = verdict_on(tape, "dA", 1, 0, 0, 0.4 * dZ[0][0] + 0.45 * dZ[1][0], 8)
    assert turned.hint == "This is W[2] dZ[2] without the transpose: dA[1] = W[2]' dZ[2]."


def test_that_no_hint_gives_a_number_away():
    for key in ("worked-example", "four-hidden", "shapes-2-3-5-4-2-1"):
        desk = Desk(tape_of(load_preset(key)).moment, lambda desk, key: np.zeros((1, 1)))
        for slip in SLIPS:
            assert not re.search(r"\d[.,]\d", slip.hint_at(desk, 1))
