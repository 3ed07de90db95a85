"""Places of the data thumbnails: inside the column, apart from one another, and walked by arrow keys."""

from __future__ import annotations

from itertools import combinations

import pytest

from gui.train.data.thumbnail_geometry import LARGE, SMALL, WIDTH, Box, Group, Places, neighbour, place

GROUPS = (
    Group("", ("circle", "xor", "gauss", "spiral", "moons", "blobs")),
    Group("Regression", ("plane", "multi_gauss")),
    Group("Real data", ("digits", "iris", "breast_cancer")),
)
MANY = (*GROUPS[:2], Group("Real data", tuple(f"set{n}" for n in range(12))))


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("groups", [GROUPS, GROUPS[:1], MANY])
def test_that_no_two_tiles_or_names_share_a_pixel(groups: tuple[Group, ...], compact: bool) -> None:
    places = place(groups, compact)
    boxes = [*places.tiles.values(), *(box for _, box in places.titles)]
    assert list(places.tiles) == [key for group in groups for key in group.keys]
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in places.tiles.values())
    assert all(box.y >= 0 and box.y + box.height <= places.height for box in boxes)
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


def test_that_the_first_group_stands_as_in_the_picture() -> None:
    tiles = place(GROUPS).tiles
    assert [tiles[key].x for key in ("circle", "xor", "gauss")] == [0, 68, 136]
    assert tiles["spiral"].y - tiles["circle"].y == 81
    assert place(GROUPS).sides["circle"] == LARGE.side


def test_that_regression_and_real_data_share_one_row_of_small_tiles() -> None:
    places = place(GROUPS)
    small = [key for key, side in places.sides.items() if side == SMALL.side]
    assert small == ["plane", "multi_gauss", "digits", "iris", "breast_cancer"]
    assert len({places.tiles[key].y for key in small}) == 1
    assert [title for title, _ in places.titles] == ["Regression", "Real data"]


def test_that_the_compact_grid_is_lower() -> None:
    assert place(GROUPS, compact=True).height < place(GROUPS).height - 30


@pytest.fixture
def places() -> Places:
    return place(GROUPS)


@pytest.mark.parametrize(
    ("start", "dx", "dy", "end"),
    [
        ("circle", 1, 0, "xor"),
        ("gauss", 1, 0, "spiral"),
        ("circle", -1, 0, "circle"),
        ("breast_cancer", 1, 0, "breast_cancer"),
        ("circle", 0, 1, "spiral"),
        ("blobs", 0, 1, "breast_cancer"),
        ("iris", 0, -1, "blobs"),
        ("circle", 0, -1, "circle"),
        ("iris", 0, 1, "iris"),
    ],
)
def test_that_arrow_keys_walk_to_the_nearest_tile(
    places: Places, start: str, dx: int, dy: int, end: str
) -> None:
    assert neighbour(places, start, dx, dy) == end
