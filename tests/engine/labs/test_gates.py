"""Parity by gates and by ReLU units, all inputs tried; the counts counted."""

from __future__ import annotations

import math
from itertools import product

import pytest

from engine.labs.gates import (
    MOST,
    bits_of,
    depth,
    flat_gates,
    gate_count,
    pattern_of,
    relu_answer,
    relu_parity,
    run_flat,
    run_tree,
    shown_gates,
    tree,
    xor,
)
from engine.labs.table import checked, facts

SIZES = range(2, 9)


@pytest.mark.parametrize("n", SIZES)
def test_that_tree_and_flat_layer_and_relu_units_all_give_parity(n):
    for bits in product((0, 1), repeat=n):
        parity = sum(bits) % 2
        assert run_tree(bits)[-1] == (parity,)
        assert run_flat(bits)[1] == parity
        assert relu_answer(bits) == parity


def test_that_xor_is_made_of_and_or_not():
    assert [xor(a, b) for a, b in product((0, 1), repeat=2)] == [0, 1, 1, 0]


@pytest.mark.parametrize("n", range(2, MOST + 1))
def test_that_the_tree_is_log_deep_with_n_less_1_gates_and_the_layer_2_to_the_n_less_1(n):
    assert depth(n) == math.ceil(math.log2(n))
    assert gate_count(n) == n - 1
    assert len(flat_gates(n)) == 2 ** (n - 1)


@pytest.mark.parametrize("n", SIZES)
def test_that_every_signal_of_a_level_is_used_once(n):
    for before, level in zip(tree(n), tree(n)[1:], strict=False):
        used = [place for signal in level for place in signal.sources]
        assert used == list(range(len(before)))


@pytest.mark.parametrize("n", SIZES)
def test_that_each_and_gate_answers_one_input_and_that_one_is_odd(n):
    for place, gate in enumerate(flat_gates(n)):
        pattern = pattern_of(int(gate), n)
        assert sum(pattern) % 2 == 1
        assert run_flat(pattern) == (place, 1)


def test_that_the_relu_units_have_the_weights_of_the_course():
    network = relu_parity(5)
    assert network.spec.sizes == (5, 5, 1)
    assert network.W[1].tolist() == [[1] * 5] * 5
    assert network.b[1].ravel().tolist() == [0, -1, -2, -3, -4]
    assert network.W[2].tolist() == [[1, -2, 2, -2, 2]]


@pytest.mark.parametrize("lit", [None, 0, 1, 2, 3, 64, 126, 127])
def test_that_of_many_gates_the_ends_and_the_lit_one_are_shown(lit):
    shown = shown_gates(128, lit, 9)
    assert len(shown) <= 9
    assert {0, 1, 2, 125, 126, 127} <= set(shown)
    assert lit is None or lit in shown
    gates = [gate for gate in shown if gate is not None]
    assert gates == sorted(set(gates))


def test_that_a_gap_stands_where_gates_are_left_out_and_nowhere_else():
    for lit in (None, *range(30)):
        shown = shown_gates(30, lit, 9)
        for before, gate, after in zip(shown, shown[1:], shown[2:], strict=False):
            if gate is None:
                assert after - before > 1
    assert shown_gates(8, 3, 9) == tuple(range(8))


def test_that_bits_are_filled_up_and_checked():
    assert bits_of(checked("depth-gates", {"inputs": 5, "bits": "11"})) == (1, 1, 0, 0, 0)
    assert bits_of(checked("depth-gates", {"inputs": 2, "bits": "0111"})) == (0, 1)
    with pytest.raises(ValueError, match="0 and 1"):
        bits_of(checked("depth-gates", {"bits": "012"}))


def test_that_facts_are_counts():
    found = facts("depth-gates", {"inputs": 8, "bits": "1011"})
    assert (found["depth"], found["gates"], found["basic_gates"], found["flat_gates"]) == (3, 7, 28, 128)
    assert found["parity"] == found["relu_answer"] == 1
