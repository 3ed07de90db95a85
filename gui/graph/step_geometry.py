"""Where the numbered steps stand, from the top of their list. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

ROW_HEIGHT, BOTTOM = 29, 8


@dataclass(frozen=True)
class StepLines:
    """count: how many steps there are."""

    count: int = 0
    row_height: int = ROW_HEIGHT

    @property
    def height(self) -> int:
        """Of all steps together."""
        return self.count * ROW_HEIGHT + BOTTOM

    def top_of(self, row: int) -> int:
        """Where a step begins."""
        return row * ROW_HEIGHT

    def row_at(self, y: float) -> int | None:
        """The step at a height, or None below the last one."""
        index = int(y // ROW_HEIGHT)
        return index if 0 <= index < self.count else None

    def between(self, top: float, bottom: float) -> range:
        """The steps that can be seen between two heights."""
        return range(max(0, int(top // ROW_HEIGHT)), min(self.count, int(bottom // ROW_HEIGHT) + 1))
