"""What a person wants a new exercise to be like, read from what he typed. No Qt."""

from __future__ import annotations

import re

from engine.step.exercises import MAX_EXAMPLES, MAX_LAYERS, MAX_UNITS

MAX_SEED = 999_999
BETWEEN = re.compile(r"[\s,;x×–−-]+")


def read_sizes(text: str) -> tuple[int, ...]:
    """ "2-3-1", also with other signs or spaces between, as (2, 3, 1). Raises ValueError with a sentence."""
    parts = [part for part in BETWEEN.split(text.strip()) if part]
    if not parts or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        raise ValueError("Type the sizes from the inputs to the output, such as 2-3-1")
    sizes = tuple(int(part) for part in parts)
    if len(sizes) < 2:
        raise ValueError("Inputs and at least one layer, such as 2-1")
    if len(sizes) > MAX_LAYERS + 1:
        raise ValueError(f"At most {MAX_LAYERS} layers behind the inputs")
    if not all(1 <= size <= MAX_UNITS for size in sizes):
        raise ValueError(f"Every size must be 1 to {MAX_UNITS}")
    return sizes


def read_examples(text: str) -> int:
    """How many examples. Raises ValueError with a sentence."""
    return _whole(text, 1, MAX_EXAMPLES, "examples")


def read_seed(text: str) -> int:
    """The seed. Raises ValueError with a sentence."""
    return _whole(text, 0, MAX_SEED, "seed")


def _whole(text: str, least: int, most: int, what: str) -> int:
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 12 and least <= int(plain) <= most):
        raise ValueError(f"For {what} type a whole number from {least} to {most}")
    return int(plain)
