"""Blocks put on pages, from top to bottom: a block is never split, a heading stays with what follows it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui.sheet.marks import Mark
from gui.sheet.paper import MARGIN, Paper
from gui.sheet.piece import Piece


@dataclass(frozen=True)
class Block:
    """What stays together. before: room above it, but not at the top of a page; keeps: stays with the next block."""

    piece: Piece
    before: float
    keeps: bool = False


@dataclass(frozen=True)
class Page:
    """All marks of a page; blocks: where each block begins and ends, from the paper's upper edge."""

    marks: tuple[Mark, ...]
    blocks: tuple[tuple[float, float], ...]


def put_on_pages(blocks: Sequence[Block], paper: Paper) -> list[Page]:
    """As many pages as are needed; a block higher than a page stands alone on one."""
    pages: list[list[Block]] = [[]]
    for group in _groups(blocks):
        if pages[-1] and _height([*pages[-1], *group]) > paper.column:
            pages.append([])
        pages[-1] += group
    return [_page(page) for page in pages]


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that must not be parted."""
    groups: list[list[Block]] = []
    joins = False
    for block in blocks:
        if joins:
            groups[-1].append(block)
        else:
            groups.append([block])
        joins = block.keeps
    return groups


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.piece.height + (block.before if index else 0.0) for index, block in enumerate(blocks))


def _page(blocks: Sequence[Block]) -> Page:
    marks: list[Mark] = []
    places: list[tuple[float, float]] = []
    y = MARGIN
    for index, block in enumerate(blocks):
        y += block.before if index else 0.0
        marks += block.piece.at(MARGIN, y + block.piece.ascent)
        places.append((y, y + block.piece.height))
        y += block.piece.height
    return Page(tuple(marks), tuple(places))
