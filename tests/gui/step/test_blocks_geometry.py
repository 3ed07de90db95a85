"""Where the building blocks stand."""

from __future__ import annotations

import itertools

import pytest

from gui.step.blocks_geometry import HEIGHT, LARGE, SMALL, places

WIDTHS = (944, 1008, 1104, 1600)


@pytest.mark.parametrize("layers", range(1, 10))
@pytest.mark.parametrize("width", WIDTHS)
def test_boxes_never_overlap_and_stay_in_the_picture(layers, width):
    made = places(layers, width)
    for one, other in itertools.combinations(made.boxes.values(), 2):
        beside = one.right <= other.left or other.right <= one.left
        above = one.bottom <= other.top or other.bottom <= one.top
        assert beside or above
    for box in made.boxes.values():
        assert 0 <= box.left < box.right <= made.width
        assert 0 <= box.top < box.bottom <= HEIGHT


@pytest.mark.parametrize("layers", range(1, 7))
@pytest.mark.parametrize("width", WIDTHS)
def test_up_to_six_layers_are_in_view_without_scrolling(layers, width):
    assert places(layers, width).width == width


@pytest.mark.parametrize("width", [300, 944])
def test_what_does_not_fit_scrolls_and_is_not_squeezed_further(width):
    made = places(9, width)
    assert made.width > width
    assert made.sizes == SMALL


def test_there_is_a_box_of_each_kind_for_each_layer():
    kinds = {key: kind for key in places(3, 1104).boxes for kind in [key[0]]}
    assert sorted(kinds) == sorted(
        [*itertools.product(("forward", "backward", "update"), (1, 2, 3)), ("cost", 3), ("slope", 3)]
    )


@pytest.mark.parametrize("layers", [1, 2, 6, 9])
def test_arrows_lead_from_box_to_box_without_touching_them(layers):
    made = places(layers, 1104)
    boxes = made.boxes
    for (symbol, l), arrow in made.arrows.items():
        assert not any(
            box.contains(x, y)
            for box in boxes.values()
            for x, y in ((arrow.x1, arrow.y1), (arrow.x2, arrow.y2))
        )
        if symbol == "A":
            assert arrow.x1 < arrow.x2
            target = boxes["forward", l + 1] if l < layers else boxes["cost", layers]
            assert 0 < target.left - arrow.x2 < 10
        elif symbol == "dA":
            assert arrow.x1 > arrow.x2
            source = boxes["backward", l + 1] if l < layers else boxes["slope", layers]
            assert 0 < source.left - arrow.x1 < 10
        else:
            assert arrow.x1 == arrow.x2
            assert arrow.y1 < arrow.y2


def test_one_layer_in_a_wide_view_stands_in_the_middle():
    made = places(1, 1600)
    assert made.sizes == LARGE
    left, right = made.arrows["A", 0].x1, made.boxes["cost", 1].right
    assert abs((left + right) / 2 - 800) < 2


def test_a_box_is_found_under_a_point_and_nothing_beside_it():
    made = places(2, 1104)
    box = made.boxes["backward", 2]
    assert made.box_at(box.center, box.middle) == ("backward", 2)
    assert made.box_at(box.right + 2, box.middle) is None
