"""Where inputs and gates of both circuits stand. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from engine.labs.gates import Tree, shown_gates

TILE, LEAST_TILE, TILE_GAP = 28.0, 14.0, 4.0
FARTHEST = 96.0  # from input to input
LABEL = 26.0  # left of the inputs: their names
GATE_WIDTH, GATE_HEIGHT, LEAST_GATE = 46.0, 24.0, 14.0
SQUARE_ROOM, LARGEST_SQUARE = 110.0, 10.0
ROW = 30.0  # from AND gate to AND gate


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> tuple[float, float]:
        """The middle of the left side: where wires come in."""
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> tuple[float, float]:
        """The middle of the right side: where the wire goes out."""
        return self.x + self.width, self.y + self.height / 2

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


def input_boxes(n: int, height: float) -> tuple[Box, ...]:
    """The tiles of the inputs, one below the other at the left."""
    step = min(FARTHEST, height / n)
    top = (height - n * step) / 2
    side = max(LEAST_TILE, min(TILE, step - TILE_GAP))
    return tuple(Box(LABEL, top + (i + 0.5) * step - side / 2, side, side) for i in range(n))


def tree_boxes(tree: Tree, width: float, height: float) -> tuple[tuple[Box, ...], ...]:
    """The places of the tree, level by level; a signal that is handed on has a place without width."""
    levels = [input_boxes(len(tree[0]), height)]
    first = LABEL + TILE
    step = (width - first - GATE_WIDTH / 2 - TILE - 12) / max(1, len(tree) - 1)
    gate_height = max(LEAST_GATE, min(GATE_HEIGHT, 2 * height / len(tree[0]) - TILE_GAP))
    for depth, signals in enumerate(tree[1:], start=1):
        before, boxes = levels[-1], []
        for signal in signals:
            middle = sum(before[place].right[1] for place in signal.sources) / len(signal.sources)
            across = GATE_WIDTH if signal.kind == "xor" else 0.0
            down = gate_height if signal.kind == "xor" else 0.0
            boxes.append(Box(first + depth * step - GATE_WIDTH / 2, middle - down / 2, across, down))
        levels.append(tuple(boxes))
    return tuple(levels)


class FlatPlaces(NamedTuple):
    """Inputs, the AND gates that are drawn (their number, None for a gap, with its place), the OR gate."""

    inputs: tuple[Box, ...]
    gates: tuple[tuple[int | None, Box], ...]
    any_of: Box
    square: float


def flat_places(n: int, count: int, lit: int | None, width: float, height: float) -> FlatPlaces:
    """The flat circuit: of many gates the first, the last and the lit one."""
    shown = shown_gates(count, lit, max(7, int(height / ROW)))
    square = min(LARGEST_SQUARE, SQUARE_ROOM / n)
    across = n * square + 12
    middle = (LABEL + TILE + width - TILE - 12 - GATE_WIDTH) / 2
    step = min(ROW, height / len(shown))
    top = (height - step * len(shown)) / 2
    gates = tuple(
        (gate, Box(middle - across / 2, top + row * step + 3, across, step - 6))
        for row, gate in enumerate(shown)
    )
    any_of = Box(width - TILE - 12 - GATE_WIDTH, height / 2 - GATE_HEIGHT / 2, GATE_WIDTH, GATE_HEIGHT)
    return FlatPlaces(input_boxes(n, height), gates, any_of, square)


def output_box(width: float, middle: float) -> Box:
    """The tile of the answer at the right."""
    return Box(width - TILE, middle - TILE / 2, TILE, TILE)
