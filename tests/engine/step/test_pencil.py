"""Typed answers judged: exact, rounded, carried on honestly, or following from the student's own numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.step.exercises import PRESETS, load_preset, new_exercise
from engine.step.pencil import FOLLOWS, UNREADABLE, Place, judge
from tests.engine.step.by_hand import SLOPE, G
from tests.engine.step.verdicts import numbers, row_index, tape_of

TAPES = {key: tape_of(load_preset(key)) for key in PRESETS}


@st.composite
def blanks(draw):
    """A tape and one of its cells."""
    tape = TAPES[draw(st.sampled_from(sorted(TAPES)))]
    row = draw(st.sampled_from(tape.rows))
    k = draw(st.integers(0, row.value.shape[0] - 1))
    return tape, Place(row.index, k, draw(st.integers(0, row.value.shape[1] - 1)))


@given(blank=blanks(), decimals=st.integers(2, 8), comma=st.booleans())
def test_that_the_exact_value_rounded_to_any_decimals_is_right(blank, decimals, comma):
    tape, place = blank
    value = float(tape.rows[place.row].value[place.k, place.i])
    text = f"{value:.{decimals}f}".replace("-", "−")
    verdict = judge(tape, place, text.replace(".", ",") if comma else text, {})
    assert (verdict.kind, verdict.slip, verdict.hint) == ("right", "", "")
    assert verdict.expected == value
    assert verdict.decimals == decimals


@given(blank=blanks(), decimals=st.integers(4, 8), units=st.integers(100, 10_000))
def test_that_a_number_far_from_it_is_wrong(blank, decimals, units):
    tape, place = blank
    value = float(tape.rows[place.row].value[place.k, place.i]) + units * 10.0**-decimals
    assert judge(tape, place, f"{value:.{decimals}f}", {}).kind == "wrong"


@pytest.mark.parametrize("text", ["", "abc", "1.2.3", "1e"])
def test_that_what_is_no_number_is_said_and_not_wrong(text):
    verdict = judge(TAPES["worked-example"], Place(0, 0, 0), text, {})
    assert (verdict.kind, verdict.hint) == ("unreadable", UNREADABLE)


def test_that_a_place_which_does_not_exist_is_refused():
    with pytest.raises(IndexError):
        judge(TAPES["worked-example"], Place(99, 0, 0), "1", {})
    with pytest.raises(IndexError):
        judge(TAPES["worked-example"], Place(0, 9, 0), "1", {})


def test_that_a_short_number_is_judged_as_if_zeros_followed_it():
    tape = TAPES["worked-example"]
    assert judge(tape, Place(0, 0, 0), "0.32", {}, asked=6).kind == "right"
    assert (
        judge(tape, Place(row_index(tape, "A", 1), 1, 0), "0.51", {}, asked=4).kind == "right"
    )  # to 4: 0.5100
    assert judge(tape, Place(row_index(tape, "A", 1), 0, 0), "0.58", {}, asked=4).kind == "wrong"
    assert judge(tape, Place(row_index(tape, "A", 1), 0, 0), "1", {}).kind == "wrong"


def test_that_the_drifting_value_of_the_course_is_right_at_three_decimals():
    """With every step rounded to three decimals dW[2]_3 becomes -0.267, exact is -0.266."""
    tape = TAPES["worked-example"]
    place = Place(row_index(tape, "dW", 2), 0, 2)
    for text in ("-0.266", "-0.267"):
        verdict = judge(tape, place, text, {})
        assert (verdict.kind, verdict.hint) == ("right", "")
    assert judge(tape, place, "-0.268", {}).kind == "wrong"
    assert judge(tape, place, "-0.2670", {}).kind == "wrong"


def test_that_what_follows_from_an_own_wrong_number_is_right_and_said():
    tape = TAPES["worked-example"]
    dZ2 = Place(row_index(tape, "dZ", 2), 0, 0)
    own = {dZ2: "−0,4476"}  # a slip of the notes: -0.476 is right
    place = Place(row_index(tape, "dW", 2), 0, 0)
    follows = judge(tape, place, "-0.2593", own)  # -0.4476 · 0.57932
    assert (follows.kind, follows.hint) == ("right", FOLLOWS)
    assert judge(tape, place, "-0.2593", {}).kind == "wrong"
    assert judge(tape, place, "-0.2758", own).hint == ""


def test_that_a_row_in_between_that_was_not_asked_follows_too():
    """dZ[1] from an own dZ[2]: dA[1] was no blank, but whoever works on goes through it."""
    tape = TAPES["worked-example"]
    own = {Place(row_index(tape, "dZ", 2), 0, 0): "-0.4"}
    place = Place(row_index(tape, "dZ", 1), 0, 0)
    value = 0.3 * -0.4 * 0.24370766
    assert judge(tape, place, f"{value:.6f}", own).hint == FOLLOWS


def test_that_later_and_unreadable_entries_change_nothing():
    tape = TAPES["worked-example"]
    place = Place(row_index(tape, "A", 1), 0, 0)
    later = {
        Place(row_index(tape, "dZ", 2), 0, 0): "5",
        Place(0, 0, 0): "?",
        Place(0, 99, 0): "3",
        place: "0.1",
    }
    assert judge(tape, place, "0.5793", later).kind == "right"
    assert judge(tape, place, "0.9933", later).kind == "wrong"


def half_up(value: float, decimals: int) -> float:
    return float(f"{value + (1e-12 if value > 0 else -1e-12):.{decimals}f}")


def student(setup, decimals: int, spoiled: int | None):
    """A student's sheet in plain loops: every number rounded, worked out from the rounded ones before.

    spoiled: of the how many-th number he makes something else. Gives (symbol, layer, k, i, text) in order.
    """
    X, Y, W, b = numbers(setup)
    m, L, alpha = len(X[0]), len(W), setup.training.alpha
    g = [layer.activation for layer in setup.network.layers]
    sheet = []

    def write(symbol, layer, rows):
        kept = []
        for k, row in enumerate(rows):
            kept.append([])
            for i, value in enumerate(row):
                value = half_up(value + 0.37 if len(sheet) == spoiled else value, decimals)
                sheet.append((symbol, layer, k, i, f"{value:.{decimals}f}"))
                kept[-1].append(value)
        return kept

    A, Z = [X], [None]
    for l in range(1, L + 1):
        w, c = W[l - 1], b[l - 1]
        Z.append(
            write(
                "Z",
                l,
                [
                    [sum(w[k][j] * A[-1][j][i] for j in range(len(w[k]))) + c[k] for i in range(m)]
                    for k in range(len(w))
                ],
            )
        )
        A.append(write("A", l, [[G[g[l - 1]](z) for z in row] for row in Z[l]]))
    dZ = write("dZ", L, [[A[L][k][i] - Y[k][i] for i in range(m)] for k in range(len(Y))])
    gradients = {}
    for l in range(L, 0, -1):
        if l < L:
            w = W[l]
            dA = write(
                "dA",
                l,
                [
                    [sum(w[p][k] * dZ[p][i] for p in range(len(w))) for i in range(m)]
                    for k in range(len(w[0]))
                ],
            )
            dZ = write(
                "dZ",
                l,
                [
                    [dA[k][i] * half_up(SLOPE[g[l - 1]](Z[l][k][i]), decimals) for i in range(m)]
                    for k in range(len(dA))
                ],
            )
        gradients["W", l] = write(
            "dW",
            l,
            [
                [sum(dZ[k][i] * A[l - 1][j][i] for i in range(m)) / m for j in range(len(A[l - 1]))]
                for k in range(len(dZ))
            ],
        )
        gradients["b", l] = write("db", l, [[sum(row) / m] for row in dZ])
    for l in range(1, L + 1):
        write(
            "new W",
            l,
            [
                [w - alpha * d for w, d in zip(ws, ds, strict=True)]
                for ws, ds in zip(W[l - 1], gradients["W", l], strict=True)
            ],
        )
        write("new b", l, [[c - alpha * d[0]] for c, d in zip(b[l - 1], gradients["b", l], strict=True)])
    return sheet  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(
    seed=st.integers(0, 10**6),
    sizes=st.lists(st.integers(1, 3), min_size=1, max_size=3),
    activation=st.sampled_from(["sigmoid", "relu", "linear"]),
    m=st.integers(1, 3),
    decimals=st.integers(2, 5),
    data=st.data(),
)
def test_that_what_follows_from_own_rounded_entries_is_right(seed, sizes, activation, m, decimals, data):
    setup = new_exercise(seed, (*sizes, 1), activation, m)
    tape = tape_of(setup)
    count = len(student(setup, decimals, None))
    spoiled = data.draw(st.none() | st.integers(0, count - 1))
    entries: dict[Place, str] = {}
    for number, (symbol, layer, k, i, text) in enumerate(student(setup, decimals, spoiled)):
        place = Place(row_index(tape, symbol, layer), k, i)
        verdict = judge(tape, place, text, entries)
        if number != spoiled:
            assert verdict.kind == "right", (symbol, layer, k, i, text, verdict)
        entries[place] = text


def test_that_judging_changes_nothing_of_the_tape():
    tape = tape_of(load_preset("worked-example"))
    before = [row.value.copy() for row in tape.rows]
    own = {Place(row.index, 0, 0): "0.9" for row in tape.rows}
    for row in tape.rows:
        judge(tape, Place(row.index, 0, 0), "0.123", own)
    for row, value in zip(tape.rows, before, strict=True):
        np.testing.assert_array_equal(row.value, value)
