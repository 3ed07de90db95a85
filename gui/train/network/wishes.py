"""What the network drawing wants to be computed, from what it shows. No Qt."""

from __future__ import annotations

from gui.train.network.places import Places

LEAST_GRID, LARGEST_GRID, GRID_STEP = 20, 48, 4
FEW_TILES, LARGEST_FOR_MANY = 12, 40
PIXELS_A_POINT = 1.7  # maps are smooth: fewer points than pixels look the same


def wishes_of(places: Places, is_plane: bool) -> dict[str, object]:
    """unit_grid for the largest tile (0 for data that is not of the plane) and, where columns are elided, the
    units shown of each column. Where there are no maps, unit_histograms."""
    largest = max(column.tiles[0].picture.w for column in places.columns[1:])
    is_small = sum(len(column.tiles) for column in places.columns[1:]) <= FEW_TILES
    most = LARGEST_GRID if is_small else LARGEST_FOR_MANY
    grid = GRID_STEP * round(largest / PIXELS_A_POINT / GRID_STEP)
    is_elided = any(column.window is not None for column in places.columns)
    return {
        "unit_grid": min(max(grid, LEAST_GRID), most) if is_plane else 0,
        "unit_histograms": not is_plane,
        "shown_units": tuple(column.shown for column in places.columns) if is_elided else None,
    }
