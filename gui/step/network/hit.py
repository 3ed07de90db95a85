"""Which edge is near a point of Step's drawing. No Qt."""

from __future__ import annotations

import numpy as np

from gui.step.network.geometry import Place, Scene

HANDLE, SAMPLES = 0.45, 13


def edge_near(scene: Scene, l: int, x: float, y: float, reach: float) -> Place | None:
    """The edge (l, k, j) whose curve comes nearest to a point, within `reach` pixels."""
    before, after = scene.column(l - 1), scene.column(l)
    if before is None or after is None:
        return None
    t = np.linspace(0.0, 1.0, SAMPLES)
    blend = 3 * t**2 * (1 - t) + t**3  # heights: both handles lie level with their ends
    nearest, found = reach, None
    for place, end in enumerate(after.tiles):
        for source, start in enumerate(before.tiles):
            edge = (l, after.first + place, before.first + source)
            port = scene.ports.get(edge)
            right, height = (port.x, port.cy) if port is not None else (end.x, end.cy)
            span, rise = right - start.right, height - start.cy
            along = start.right + span * (
                3 * HANDLE * t * (1 - t) ** 2 + 3 * (1 - HANDLE) * t**2 * (1 - t) + t**3
            )
            distance = float(np.hypot(along - x, start.cy + rise * blend - y).min())
            if distance < nearest:
                nearest, found = distance, edge
    return found
