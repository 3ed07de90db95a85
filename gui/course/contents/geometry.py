"""How the sections of the contents are shared out over one or two columns. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

TWO_COLUMNS = 1180  # from this width on
COLUMN_GAP, WIDEST, PADDING = 56, 900, 44


def column_widths(room: int) -> tuple[int, ...]:
    """The widths of the columns in a page so wide."""
    inner = room - 2 * PADDING
    if room >= TWO_COLUMNS:
        return ((inner - COLUMN_GAP) // 2,) * 2
    return (min(inner, WIDEST),)


def share_out(heights: Sequence[int], columns: int) -> list[int]:
    """Which column each section stands in: in order, the columns as equal in height as that allows."""
    if columns == 1 or not heights:
        return [0] * len(heights)
    total = sum(heights)
    best = min(range(len(heights) + 1), key=lambda cut: max(sum(heights[:cut]), total - sum(heights[:cut])))
    return [0 if index < best else 1 for index in range(len(heights))]
