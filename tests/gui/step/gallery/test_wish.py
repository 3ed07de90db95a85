"""What may be typed for a new exercise."""

from __future__ import annotations

import pytest

from gui.step.gallery.wish import read_examples, read_seed, read_sizes


@pytest.mark.parametrize("text", ["2-3-1", "2 3 1", "2, 3, 1", " 2–3–1 ", "2×3×1"])
def test_sizes_are_read_with_any_sign_between(text):
    assert read_sizes(text) == (2, 3, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Type the sizes"),
        ("two", "Type the sizes"),
        ("3", "at least one layer"),
        ("2-0-1", "1 to 32"),
        ("2-33-1", "1 to 32"),
        ("-".join("1" * 12), "At most 9"),
        ("2-99999-1", "Type the sizes"),
    ],
)
def test_sizes_that_can_not_be_used_are_told_why(text, says):
    with pytest.raises(ValueError, match=says):
        read_sizes(text)


def test_examples_and_seed_are_whole_numbers_in_their_range():
    assert read_examples(" 20 ") == 20
    assert read_seed("0") == 0
    for read, text in ((read_examples, "0"), (read_examples, "21"), (read_seed, "-1"), (read_seed, "1.5")):
        with pytest.raises(ValueError, match="whole number"):
            read(text)
