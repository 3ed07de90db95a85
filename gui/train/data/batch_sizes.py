"""The mini-batch sizes that the slider offers, how they are written and how a typed one is read. No Qt here."""

from __future__ import annotations

USUAL_SIZES = (1, 2, 5, 10, 20, 30, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
ALL_TEXT = "all"


def batch_sizes(examples: int, present: int | None = None) -> tuple[int | None, ...]:
    """The usual sizes below the number of training examples, the present one among them, and None: all."""
    sizes = {size for size in USUAL_SIZES if size < examples}
    if present is not None and present < examples:
        sizes.add(present)
    return (*sorted(sizes), None)


def effective_size(size: int | None, examples: int) -> int | None:
    """None where a batch holds every training example anyway."""
    return None if size is None or size >= examples else size


def size_text(size: int | None) -> str:
    """The size as it stands beside the slider."""
    return ALL_TEXT if size is None else str(size)


def read_size(text: str, examples: int) -> int | None:
    """What was typed: a whole number from 1, or "all". Raises ValueError with one sentence."""
    plain = text.strip().lower()
    if plain == ALL_TEXT:
        return None
    if not plain.isascii() or not plain.isdigit() or int(plain) < 1:
        raise ValueError(f'Type a whole number from 1 to {examples}, or "{ALL_TEXT}"')
    return effective_size(int(plain[:12]), examples)
