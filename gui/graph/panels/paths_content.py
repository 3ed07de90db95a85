"""What the panel of paths says: a block for every node, in the order in which the backward pass finds them. No Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.graph import Evaluation, Paths
from gui.graph.panels.number_words import factor_text, rounded, short_text, sum_text
from gui.graph.panels.path_book import PathBook, PathLine
from gui.widgets import grouped_text

State = Literal["known", "current", "unknown"]


@dataclass(frozen=True)
class Block:
    """paths: those that are listed; count: of all. total: the derivative, nan where there is none. wait: of an unknown
    one, after how many steps it is known. is_tall: whether names have a layer above and an index below.
    """

    node: int
    state: State
    paths: tuple[PathLine, ...]
    count: int
    total: float
    wait: int = 0
    is_tall: bool = False


def node_blocks(evaluation: Evaluation, book: PathBook, event: int) -> tuple[Block, ...]:
    """One block for each backward event; event: the index of the present one, -1 before the first."""
    blocks = []
    for index, node in enumerate(book.order, start=book.forward_count):
        state: State = "current" if index == event else "known" if index < event else "unknown"
        total = evaluation.derivatives[node]
        lines, count, wait = book.lines(node), book.counts[node], max(0, index - event)
        blocks.append(Block(node, state, lines, count, total, wait, book.is_tall))
    return tuple(blocks)


def path_lines(paths: Paths) -> tuple[PathLine, ...]:
    """The listed paths of the engine, as the painter takes them."""
    return tuple(PathLine(path.nodes, path.positions) for path in paths.paths)


def wait_text(steps: int) -> str:
    """When an unknown derivative will be known."""
    return "after the next step" if steps <= 1 else f"after {steps} more steps"


def product_words(
    slopes: Sequence[float], steps: Sequence[int | None], *, is_first: bool, result: bool, digits: int = 17
) -> str:
    """= 2 · 1 · ⋯ · 3, of the given steps; the first of several lines has the sign; result: = 6 behind it.

    digits: so many that count, at most, where the room is short.
    """
    if any(math.isnan(slope) for slope in slopes):
        return "has no value here" if is_first else ""
    words = " · ".join(
        "⋯" if step is None else factor_text(rounded(slopes[step], digits), is_first=is_first and index == 0)
        for index, step in enumerate(steps)
    )
    # A path of one step is its own product.
    tail = f" = {short_text(rounded(math.prod(slopes), digits))}" if result and len(slopes) > 1 else ""
    return f"{'= ' if is_first else '· '}{words}{tail}"


def sum_words(products: Sequence[float], count: int, total: float, digits: int = 17) -> str:
    """4 + 5 = 9; with dots where not all paths are listed. digits: as in `product_words`."""
    if math.isnan(total):
        return "no sum: a slope has no value here"
    dots = " + ⋯" if count > len(products) else ""
    terms = sum_text([rounded(product, digits) for product in products])
    return f"{terms}{dots} = {short_text(rounded(total, digits))}"


def count_words(count: int, listed: int) -> str:
    """1 path, 3 paths, 64 of 1 024 shown."""
    if count > listed:
        return f"{listed} of {grouped_text(count)} shown"
    return "1 path" if count == 1 else f"{grouped_text(count)} paths"


def closing_words(name: str, output: str, count: int) -> str:
    """The sentence below the list, about the node that is looked at."""
    if count <= 1:
        return (
            f"One path from {name} to {output}, so its sum has one term. "
            "Along a path the slopes multiply; over several paths the products add up."
        )
    number = "Two" if count == 2 else "Three" if count == 3 else grouped_text(count)
    terms = "two" if count == 2 else "three" if count == 3 else grouped_text(count)
    return (
        f"{number} paths from {name} to {output}, so its sum has {terms} terms. "
        "Along each path the slopes multiply; then the products add up."
    )
