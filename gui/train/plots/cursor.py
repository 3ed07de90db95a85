"""Where the mouse and the arrow keys put the cursor of a plot. No widget."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.train.plots.picture import Picture
from gui.train.plots.series import nearest_row

GRAB_WIDTH = 12.0  # the mouse may be so far beside the axis and still hold the cursor
PAGES = 20  # PgUp and PgDn move by a twentieth of the rows
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PAGE_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def epoch_at(picture: Picture, x: float) -> float | None:
    """The epoch under a pixel; None beside the plot."""
    box = picture.box
    if not box.left - GRAB_WIDTH <= x <= box.right + GRAB_WIDTH:
        return None
    return min(1.0, max(0.0, (x - box.left) / box.width)) * picture.x_scale.high


def epoch_after_key(picture: Picture, cursor: float | None, key: Qt.Key) -> float | None:
    """The epoch of the row that a key leads to; None for a key that does not move the cursor, or without rows.

    Without a cursor, the keys start after the last row.
    """
    count = len(picture.epochs)
    if not count:
        return None
    if key in ENDS:
        return float(picture.epochs[ENDS[key]])
    step = STEPS.get(key, 0) + PAGE_STEPS.get(key, 0) * max(1, count // PAGES)
    if not step:
        return None
    here = count if cursor is None else nearest_row(picture.epochs, cursor) or 0
    return float(picture.epochs[min(count - 1, max(0, here + step))])
