"""What the output column wants computed with the next snapshots: nothing while it is hidden. No Qt."""

from __future__ import annotations

from engine.data import Dataset
from gui.train.output.scene import Plane

GRID, LARGE_GRID = 80, 100
LARGE_WIDTH = 420
MISTAKES = 12
MOST_CLASSES = 12  # a confusion matrix of more would be wider than the column


def has_confusion(dataset: Dataset) -> bool:
    """Whether there are classes, and few enough for a matrix."""
    return 2 <= len(dataset.class_names) <= MOST_CLASSES


def column_wishes(
    dataset: Dataset, plane: Plane, width: int, shows_plane: bool, shows_confusion: bool
) -> dict[str, object]:
    """A part of the fields of `engine.snapshot.Wishes`, for a column of this width and what is seen in it."""
    grid = LARGE_GRID if width > LARGE_WIDTH else GRID
    return {
        "output_grid": grid if shows_plane else 0,
        "plane": plane,
        "confusion": shows_confusion and has_confusion(dataset),
        "mistakes": MISTAKES if shows_confusion and dataset.picture_shape is not None else 0,
    }
