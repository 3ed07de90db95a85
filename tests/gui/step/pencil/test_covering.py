"""A covered tape knows nothing of the numbers that are blank."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.expansion import Expansion, Number
from engine.step.pencil import Place
from engine.step.tape import Tape, record_tape
from gui.formula_books.catalogue import small_moment
from gui.step.pencil.blanks import asked_cells
from gui.step.pencil.covering import covered_tape
from tests.gui.step.tapes import start_network, worked_example


def softmax_tape(optimizer: str = "adam") -> Tape:
    layers = (LayerSpec(3, "tanh"), LayerSpec(3, "softmax"))
    spec = NetworkSpec(2, layers, "categorical_cross_entropy", l2=0.1)
    return record_tape(small_moment(spec, TrainingSpec(optimizer), 2))


def all_blanks(tape: Tape) -> frozenset[Place]:
    return frozenset(Place(row.index, k, i) for row in tape.rows for k, i in asked_cells(row))


def numbers_of(expansion: Expansion) -> Iterator[float]:
    for tokens in (expansion.opening, *expansion.terms, expansion.closing):
        yield from (token.value for token in tokens if isinstance(token, Number))
    yield expansion.total


def everything_in(tape: Tape) -> Iterator[float]:
    """All numbers that a view could show: arrays, written-out sums, costs, new parameters."""
    yield from (tape.cost_before, tape.cost_after)
    for arrays in (tape.W_after[1:], tape.b_after[1:]):
        yield from (float(value) for array in arrays for value in array.flat)
    for row in tape.rows:
        for equation in row.equations:
            for operand in (*equation.operands, equation.result):
                yield from (float(value) for value in operand.array.flat)
            rows, columns = equation.result.array.shape
            for k in range(rows):
                for i in range(columns):
                    yield from numbers_of(equation.expand(k, i))


def given_in(tape: Tape) -> set[float]:
    moment = tape.moment
    memory = [array for pairs in moment.memory.values() for pair in pairs[1:] for array in pair]
    arrays = [moment.X, moment.Y, *moment.W[1:], *moment.b[1:], *memory]
    constants = {moment.training.alpha, 0.0, 1.0, -1.0, float(moment.t + 1)}
    return constants | {float(value) for array in arrays for value in array.flat}


@pytest.mark.parametrize("tape", [worked_example(), softmax_tape(), softmax_tape("momentum")])
def test_with_everything_blank_no_result_is_left_anywhere(tape):
    blanks = all_blanks(tape)
    secret = {float(tape.rows[place.row].value[place.k, place.i]) for place in blanks} - given_in(tape)
    left = {number for number in everything_in(covered_tape(tape, blanks)) if np.isfinite(number)}
    assert len(secret) > 20
    assert not secret & left


def test_what_is_left_are_the_given_numbers():
    tape = worked_example()
    covered = covered_tape(tape, all_blanks(tape))
    operands = covered.row("Z", 1).equation.operands
    assert [operand.array.tolist() for operand in operands] == [
        operand.array.tolist() for operand in tape.row("Z", 1).equation.operands
    ]


def test_without_blanks_it_is_the_tape_itself():
    tape = worked_example()
    assert covered_tape(tape, ()) is tape


def test_rows_that_know_nothing_of_a_blank_stay_the_same_objects():
    tape = worked_example()
    row = tape.row("dW", 1)
    covered = covered_tape(tape, {Place(row.index, 1, 0)})
    assert covered.row("Z", 1) is tape.row("Z", 1)
    assert covered.row("dW", 1) is not row


def test_a_blank_is_missing_as_an_operand_too_also_where_it_stands_transposed():
    tape = worked_example()
    row = tape.row("A", 1)
    covered = covered_tape(tape, {Place(row.index, 2, 0)})
    in_next = covered.row("Z", 2).equation.operands[1].array
    transposed = covered.row("dW", 2).equation.operands[1]
    slope = covered.row("dZ", 1).equation.operands[1].array
    assert np.isnan(in_next[:, 0]).tolist() == [False, False, True]
    assert transposed.is_transposed
    assert np.isnan(transposed.array[0]).tolist() == [False, False, True]
    assert np.isnan(slope[:, 0]).tolist() == [False, False, True]


def test_the_old_weights_stay_while_the_new_ones_are_blank():
    tape = worked_example()
    row = tape.row("W", 1)
    covered = covered_tape(tape, {Place(row.index, 0, 0)})
    equation = covered.rows[row.index].equation
    assert not np.isnan(equation.operands[0].array).any()
    assert np.isnan(equation.result.array[0, 0])
    assert np.isnan(covered.W_after[1][0, 0])
    assert not np.isnan(covered.row("dA", 1).equation.operands[0].array).any()


def test_the_memory_of_the_optimiser_does_not_tell_the_gradient():
    tape = softmax_tape("momentum")
    covered = covered_tape(tape, {Place(tape.row("dW", 1).index, 1, 1)})
    velocity = covered.row("W", 1).equations[0].result
    assert velocity.symbol == "vW"
    assert np.isnan(velocity.array[1, 1])
    assert not np.isnan(velocity.array[0, 0])


def test_a_sum_written_out_keeps_its_known_numbers_and_its_places():
    tape = worked_example()
    row = tape.row("dW", 1)
    covered = covered_tape(tape, {Place(row.index, 1, 0)})
    before, after = row.equation.expand(1, 0), covered.rows[row.index].equation.expand(1, 0)
    assert after.terms[0] == before.terms[0]
    assert np.isnan(after.total)
    assert after.symbol == before.symbol


def test_J_is_missing_for_blanks_before_it_and_J_after_for_all():
    tape = worked_example()
    forward = covered_tape(tape, {Place(0, 0, 0)})
    backward = covered_tape(tape, {Place(tape.row("dW", 1).index, 0, 0)})
    assert np.isnan(forward.cost_before)
    assert np.isnan(forward.cost_after)
    assert backward.cost_before == tape.cost_before
    assert np.isnan(backward.cost_after)


def test_remarks_about_the_size_of_numbers_are_left_out():
    tape = start_network()
    row = tape.row("dZ", 1)
    covered = covered_tape(tape, {Place(row.index, 0, 0)})
    assert {remark.kind for remark in covered.rows[row.index].remarks} <= {"per_example", "mean"}


def test_covered_arrays_can_not_be_written_to():
    tape = worked_example()
    covered = covered_tape(tape, {Place(0, 0, 0)})
    assert not covered.rows[0].value.flags.writeable
