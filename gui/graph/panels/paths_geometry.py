"""Where the lines of the panel of paths are. Heights hang on the paths alone, never on their numbers. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from gui.graph.panels.path_book import PathLine
from gui.graph.panels.paths_content import Block

Kind = Literal["title", "chain", "product", "numbers", "more", "sum"]
WidthOf = Callable[[int], float]

FRAME_INSET, TEXT_INSET = 12.0, 24.0
BLOCK_TOP, BLOCK_BOTTOM, PATH_GAP = 11.0, 12.0, 6.0
HEIGHTS: dict[Kind, float] = {
    "title": 28.0,
    "chain": 30.0,
    "product": 40.0,
    "numbers": 24.0,
    "more": 22.0,
    "sum": 28.0,
}
TALL_PRODUCT = 52.0
RESULT_ROOM, RESULT_GAP = 80.0, 8.0
FRACTIONS, NUMBERS, FEWEST, PITCH = 5, 6, 2, 41.0  # on one line; of a chain as many as stand well
MOST_NODES, HEAD, TAIL = 16, 8, 6  # of a longer path so many are shown at its start and at its end
ON_ONE_LINE = 3  # so many factors have their numbers beside them
WIDEST_GAP, NARROWEST_GAP = 32.0, 15.0


@dataclass(frozen=True)
class Line:
    """path: an index into the block's paths; part: which line of its chain, its product or its numbers, from 0."""

    kind: Kind
    top: float
    path: int = 0
    part: int = 0
    height: float = 0.0

    @property
    def middle(self) -> float:
        """Its middle, from above."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class BlockShape:
    """lines: from above, with their tops counted from the top of the list."""

    top: float
    bottom: float
    lines: tuple[Line, ...]


def block_shapes(blocks: Sequence[Block], width: float, *, has_title: bool = False) -> tuple[BlockShape, ...]:
    """One shape for each block, each below the one before it, in a list of this width."""
    shapes = []
    top = 0.0
    for block in blocks:
        shapes.append(_block_shape(block, top, nodes_on_a_line(width), has_title=has_title))
        top = shapes[-1].bottom
    return tuple(shapes)


def _block_shape(block: Block, top: float, nodes: int, *, has_title: bool) -> BlockShape:
    lines: list[Line] = []
    y = top + BLOCK_TOP

    def add(kind: Kind, path: int = 0, count: int = 1) -> None:
        nonlocal y
        for part in range(count):
            height = TALL_PRODUCT if kind == "product" and block.is_tall else HEIGHTS[kind]
            lines.append(Line(kind, y, path, part, height))
            y += height

    if has_title:
        add("title")
    for index, path in enumerate(block.paths):
        y += PATH_GAP if index else 0.0
        add("chain", index, len(chain_parts(path, nodes)))
        add("product", index, len(product_parts(path)))
        if len(path.positions) > ON_ONE_LINE:
            add("numbers", index, len(number_parts(path)))
    if block.count > len(block.paths):
        add("more")
    if block.count > 1:
        add("sum")
    return BlockShape(top, y + BLOCK_BOTTOM, tuple(lines))


def nodes_on_a_line(width: float) -> int:
    """How many nodes of a chain stand beside a result in a list of this width."""
    room = width - 2 * TEXT_INSET - RESULT_ROOM - RESULT_GAP
    return max(FEWEST, int((room + NARROWEST_GAP) // PITCH))


def chain_parts(path: PathLine, most: int) -> list[list[int | None]]:
    """The nodes of a chain, line by line, at most so many on each; None: those in the middle of a long one."""
    nodes: list[int | None] = list(path.nodes)
    if len(nodes) > MOST_NODES:
        nodes = [*nodes[:HEAD], None, *nodes[-TAIL:]]
    return _cut(nodes, most)


def product_parts(path: PathLine) -> list[list[int | None]]:
    """The steps of a path (0 is the first), line by line, as they stand as fractions."""
    return _cut(_shown_steps(path), FRACTIONS)


def number_parts(path: PathLine) -> list[list[int | None]]:
    """The steps of a path, line by line, as they stand as numbers."""
    return _cut(_shown_steps(path), NUMBERS)


def _shown_steps(path: PathLine) -> list[int | None]:
    steps: list[int | None] = list(range(len(path.positions)))
    return steps if len(path.nodes) <= MOST_NODES else [*steps[: HEAD - 1], None, *steps[1 - TAIL :]]


def _cut(items: list[int | None], most: int) -> list[list[int | None]]:
    """Lines of nearly equal length, at most `most` on each."""
    count = max(1, -(-len(items) // most))
    size = -(-len(items) // count)
    return [items[start : start + size] for start in range(0, len(items), size)]


def chain_places(
    nodes: Sequence[int | None], width_of: WidthOf, room: float
) -> tuple[list[tuple[float, float]], float]:
    """Left end and width of every node on a line, and the gap between them for the arrows."""
    widths = [16.0 if node is None else width_of(node) for node in nodes]
    gaps = max(1, len(nodes) - 1)
    gap = min(WIDEST_GAP, max(NARROWEST_GAP, (room - sum(widths)) / gaps))
    scale = min(1.0, max(0.3, (room - gaps * gap) / max(1.0, sum(widths))))
    places = []
    left = 0.0
    for width in widths:
        places.append((left, width * scale))
        left += width * scale + gap
    return places, gap
