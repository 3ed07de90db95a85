"""Which node lies beside another, for the arrow keys. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from gui.graph.boxes_geometry import Box

ASIDE = 2.0  # a node straight ahead is nearer than one that lies aside


def node_beside(nodes: Sequence[Box], node: int, right: int, down: int) -> int:
    """The nearest node to the right (right 1), left (-1), below (down 1) or above; the same one where there is none."""
    start = nodes[node]
    found, least = node, float("inf")
    for index, box in enumerate(nodes):
        dx, dy = box.cx - start.cx, box.cy - start.cy
        ahead, aside = (dx * right, abs(dy)) if right else (dy * down, abs(dx))
        if ahead > 1.0 and ahead + ASIDE * aside < least:
            found, least = index, ahead + ASIDE * aside
    return found
