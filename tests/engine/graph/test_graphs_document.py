"""docs/graphs.md says what the program does: its examples, its functions, its faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.graph import FUNCTIONS, MAX_CHARACTERS, MAX_NODES, ExpressionFault, build_graph, share_text

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "graphs.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```graph\n(.*?)\n```", TEXT, re.DOTALL)
FAULTS = re.findall(r"^\| `([^`]+)` \| (column \d+: .*) \|$", TEXT, re.MULTILINE)


def test_that_there_are_examples_and_faults() -> None:
    assert (len(EXAMPLES), len(FAULTS)) == (4, 8)


@pytest.mark.parametrize("text", EXAMPLES)
def test_that_every_example_is_read(text: str) -> None:
    assert build_graph(text).variables


def test_that_the_shared_example_is_what_sharing_makes_of_the_other() -> None:
    assert share_text(EXAMPLES[2]) == EXAMPLES[3]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_that_every_fault_is_said_in_these_words(text: str, said: str) -> None:
    with pytest.raises(ExpressionFault) as raised:
        build_graph(text)
    assert str(raised.value) == said


def test_that_every_function_and_both_limits_are_named() -> None:
    signs = [function.sign for function in FUNCTIONS.values() if function.sign.isidentifier()]
    assert [sign for sign in signs if f"`{sign}(" not in TEXT] == []
    assert f"At most {MAX_CHARACTERS} characters, and at most {MAX_NODES} variables" in TEXT
