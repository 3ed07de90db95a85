"""Which rows belong to which building block, and what stands in it."""

from __future__ import annotations

import pytest

from gui.step.block_words import block_latex, blocks_of, detail, short_detail
from tests.gui.step.small_tapes import small_tape


@pytest.mark.parametrize("sizes", [(2, 1), (2, 3, 1), (2, 3, 3, 3, 3, 3, 1)])
def test_every_row_belongs_to_exactly_one_block_and_blocks_are_whole(sizes):
    tape = small_tape(*sizes)
    blocks = blocks_of(tape)
    rows = [row for block in blocks.values() for row in range(block.first, block.last + 1)]
    assert sorted(rows) == list(range(len(tape.rows)))
    assert len(blocks) == 3 * (len(sizes) - 1) + 2


def test_the_blocks_of_the_worked_example_have_its_rows():
    blocks = blocks_of(small_tape(2, 3, 1))
    steps = {block.title: block.steps for block in blocks.values()}
    assert steps == {
        "Layer 1 forward": "steps 1–2",
        "Layer 2 forward": "steps 3–4",
        "Cost J": "step 5",
        "Slope of J": "step 6",
        "Layer 2 backward": "steps 7–10",
        "Layer 1 backward": "steps 11–13",
        "Layer 1 update": "steps 14–15",
        "Layer 2 update": "steps 16–17",
    }


def test_a_block_is_next_then_current_then_done():
    block = blocks_of(small_tape(2, 3, 1))["backward", 1]
    assert [block.state(row) for row in (9, 10, 12, 13)] == ["next", "current", "current", "done"]


@pytest.mark.parametrize(
    ("key", "row", "words", "short"),
    [
        (("backward", 1), 11, "step 12 · now dW[1]", "now dW[1]"),
        (("backward", 1), 3, "steps 11–13", "11–13"),
        (("backward", 2), 11, "done", "done"),
        (("forward", 1), 11, "linear → tanh", "tanh"),
        (("forward", 2), 2, "step 3 · now Z[2]", "now Z[2]"),
        (("slope", 2), 11, "start here", "start here"),
        (("cost", 2), 1, "step 5", "step 5"),
        (("update", 1), 11, "Adam", "14–15"),
        (("update", 1), 16, "done", "done"),
    ],
)
def test_a_block_says_what_happens_in_it(key, row, words, short):
    tape = small_tape(2, 3, 1, optimizer="adam")
    block = blocks_of(tape)[key]
    assert (detail(tape, block, row), short_detail(tape, block, row)) == (words, short)


def test_arrays_are_named_as_the_rows_name_them():
    tape = small_tape(2, 3, 1)
    named = set(block_latex(tape))
    handed_on = [row.equation.result.latex for row in tape.rows if row.symbol in ("A", "dA", "dW", "db")]
    assert set(handed_on) <= named
