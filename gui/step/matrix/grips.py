"""The scroll bars of long matrices: which one is under the mouse, and where a drag takes its window. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gui.step.matrix.block_geometry import Block, Rect, handle, start_at
from gui.step.matrix.items import Arrangement

SLACK = 4  # a bar is thin: the mouse may be so far beside it


@dataclass(frozen=True)
class Grip:
    """A bar that is held. side: 0 for the rows' bar, 1 for the columns'; offset: of the mouse in the handle."""

    matrix: int
    side: int
    offset: float

    def start_for(self, arrangement: Arrangement, x: float, y: float) -> int:
        """Where the window begins with the mouse here."""
        block = arrangement.matrices[self.matrix].block
        bar = _bar(block, self.side)
        assert bar is not None
        at, length = (x - bar.x, bar.width) if self.side else (y - bar.y, bar.height)
        return start_at(block.columns if self.side else block.rows, length, at - self.offset)


def grip_at(arrangement: Arrangement, x: float, y: float) -> Grip | None:
    """The bar under a point; outside its handle the handle jumps there."""
    for matrix, placed in enumerate(arrangement.matrices):
        for side in (0, 1):
            bar = _bar(placed.block, side)
            if bar is None or not bar.grown(SLACK).has(x, y):
                continue
            window = placed.block.columns if side else placed.block.rows
            at, length = (x - bar.x, bar.width) if side else (y - bar.y, bar.height)
            start, size = handle(window, length)
            inside = start <= at < start + size
            return Grip(matrix, side, at - start if inside else size / 2)
    return None


def _bar(block: Block, side: int) -> Rect | None:
    return block.column_bar() if side else block.row_bar()
