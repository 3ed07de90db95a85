"""Places for texts beside what they name, so that no text ever lies on another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.chart.items import Side

GAP = 6.0
DISTANCES = (1.0, 3.0, 5.0)  # in gaps: the next ones where the first is taken
ORDER: dict[Side, tuple[Side, ...]] = {
    "right": ("right", "left", "above", "below"),
    "left": ("left", "right", "above", "below"),
    "above": ("above", "below", "right", "left"),
    "below": ("below", "above", "right", "left"),
}


class Words:
    """Remembers where texts are; `place` finds a free place inside `bounds`."""

    def __init__(self, bounds: QRectF) -> None:
        self._bounds = bounds
        self._taken: list[QRectF] = []

    def take(self, rects: Iterable[QRectF]) -> None:
        """These places hold something that no text may cover."""
        self._taken.extend(rects)

    def is_free(self, rect: QRectF) -> bool:
        """Whether nothing is there yet."""
        return not any(rect.intersects(taken) for taken in self._taken)

    def place(self, anchor: QPointF, size: QSizeF, side: Side, clear: float = 0.0) -> QRectF | None:
        """The nearest free place beside a point, on this side before the others; None where all are taken.

        clear: how far the thing named reaches from its anchor.
        """
        for distance in DISTANCES:
            for choice in ORDER[side]:
                rect = _beside(anchor, size, choice, clear + GAP * distance)
                if self._bounds.contains(rect) and self.is_free(rect):
                    self._taken.append(rect)
                    return rect
        return None


def _beside(anchor: QPointF, size: QSizeF, side: Side, gap: float) -> QRectF:
    width, height = size.width(), size.height()
    x, y = anchor.x() - width / 2, anchor.y() - height / 2
    if side == "right":
        x = anchor.x() + gap
    elif side == "left":
        x = anchor.x() - gap - width
    elif side == "above":
        y = anchor.y() - gap + GAP / 2 - height
    else:
        y = anchor.y() + gap - GAP / 2
    return QRectF(x, y, width, height)
