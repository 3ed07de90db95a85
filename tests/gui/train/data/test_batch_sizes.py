"""Mini-batch sizes: what is offered, and how a typed size is read."""

from __future__ import annotations

import pytest

from gui.train.data.batch_sizes import batch_sizes, effective_size, read_size, size_text


def test_that_only_sizes_below_the_number_of_examples_are_offered() -> None:
    assert batch_sizes(250) == (1, 2, 5, 10, 20, 30, 50, 100, None)
    assert batch_sizes(1) == (None,)


def test_that_the_present_size_is_always_on_the_slider() -> None:
    assert 7 in batch_sizes(250, present=7)
    assert batch_sizes(250, present=900) == batch_sizes(250)


def test_that_a_batch_of_everything_is_called_all() -> None:
    assert effective_size(250, 250) is None
    assert effective_size(249, 250) == 249
    assert size_text(None) == "all"
    assert size_text(30) == "30"


@pytest.mark.parametrize(
    ("text", "size"), [("1", 1), (" 17 ", 17), ("all", None), ("All", None), ("250", None)]
)
def test_that_typed_sizes_are_read(text: str, size: int | None) -> None:
    assert read_size(text, 250) == size


@pytest.mark.parametrize("text", ["", "0", "-3", "2.5", "ten", "٣", "1e3"])
def test_that_a_size_that_makes_no_sense_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="whole number from 1 to 250"):
        read_size(text, 250)
