"""How large the parts of a project may be. A small file gets little memory, a large one eight times its size."""

from __future__ import annotations

MAX_FILE = 2_000_000_000  # bytes; below what needs the 64-bit records of zip, which are never written or read
MAX_JSON = 8_000_000  # bytes of project.json
MAX_VALUES = 250_000  # and how many values it may hold
MAX_DEPTH = 64
MAX_DIGITS = 40  # of a whole number in it
MAX_NOTES = 100_000  # characters
MAX_PREVIEW = 4_000_000  # bytes
MAX_PREVIEW_SIDE = 4096  # pixels
MAX_LAYERS = 100
MAX_CAPACITY = 1 << 16  # buckets of a history
MAX_COUNT = 1 << 53  # updates, epochs: what a float can count
MAX_COLUMNS, MAX_CLASSES, MAX_NAME = 4096, 64, 10_000  # of a table

MAX_UNITS = 20_000  # of all layers together, inputs included
MAX_WORK = 1_000_000_000  # bytes of the activations of one pass; training takes about three times as much

FREE_BYTES = 24_000_000
EXPANSION = 8
FRESH_WORK = (
    64_000_000  # bytes of the activations of one pass of a run that has not begun, on data of a recipe
)
MAX_FRESH = FREE_BYTES // 8  # parameters of a network whose numbers are not in the file


def may_take(compressed: int) -> int:
    """Bytes of memory that so many bytes of a file may become."""
    return max(FREE_BYTES, EXPANSION * compressed)
