"""How an equation finds room: cells shrink, columns are left out, lines break."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.step.matrix.block_geometry import CellBlock, Rect
from gui.step.matrix.equation_geometry import arrange
from gui.step.matrix.items import SIZES, TINY, MatrixItem, Room, SignItem
from gui.step.matrix.plan_geometry import best_plan

TEXT, LABEL = 4.6, 80.0  # of numbers such as −0.1234, and of dW[1] (3, 2)


def matrix(rows, columns, row_axis=0, column_axis=1, text=TEXT, examples=None):
    return MatrixItem(rows, columns, row_axis, column_axis, text, LABEL, examples)


def linear(n, n_prev, m):
    """W A + b = Z."""
    return [
        matrix(n, n_prev, 0, 1),
        SignItem("·", 6.0, joins=True),
        matrix(n_prev, m, 1, 2, examples=2),
        SignItem("+", 14.0),
        matrix(n, 1, 0, 3),
        SignItem("=", 14.0),
        matrix(n, m, 0, 2, examples=2),
    ]


def arranged(items, width, height=400.0, starts=None, most_height=0.0):
    return arrange(items, best_plan(tuple(items), Room(width, height, most_height)), width, starts or {})


def outer(block):
    return block.body.grown(block.frame)


def tops(arrangement):
    return {placed.name_y for placed in arrangement.matrices}


@pytest.mark.parametrize("width", [2000, 900, 714, 640])
def test_that_a_small_equation_stands_on_one_line_with_cells_as_large_as_they_fit(width):
    arrangement = arranged(linear(3, 2, 1), width - 64)
    assert len(tops(arrangement)) == 1
    assert arrangement.width <= width - 64


def test_that_cells_shrink_before_anything_else():
    widths = (2000, 640, 576, 540)
    rooms = [arranged(linear(3, 2, 1), width, 180).matrices for width in widths]
    sizes = [matrices[0].block.cell_width for matrices in rooms]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0].width + 2
    assert all(placed.block.columns.is_whole for placed in rooms[-1])


def test_that_the_line_breaks_where_there_is_height_before_cells_become_tiny():
    low, high = arranged(linear(3, 2, 1), 540, 180), arranged(linear(3, 2, 1), 540, 400)
    assert (len(tops(low)), len(tops(high))) == (1, 2)
    assert low.matrices[0].pixels == TINY.pixels
    assert high.matrices[0].block.cell_width == SIZES[0].width + 2


@pytest.mark.parametrize("m", [10, 12])
def test_that_all_examples_of_a_batch_are_seen_where_two_lines_have_room(m):
    product = [*linear(2, 1, m)[:3], SignItem("=", 14.0), matrix(2, m, 0, 2, examples=2)]
    arrangement = arranged(product, 1156, 380)
    assert all(placed.block.columns.is_whole for placed in arrangement.matrices)
    assert len(tops(arrangement)) == 2
    assert arrangement.matrices[-1].pixels >= SIZES[2].pixels
    assert arrangement.width <= 1156


def test_that_more_columns_on_two_lines_are_better_than_few_on_one_line():
    arrangement = arranged(linear(4, 2, 10), 650, 390)
    assert len(tops(arrangement)) == 2
    assert arrangement.matrices[1].block.columns.shown >= 6


@pytest.mark.parametrize("width", range(560, 1200, 40))
@pytest.mark.parametrize("height", [150, 240, 400])
def test_that_numbers_keep_off_the_edges_of_their_cells(width, height):
    arrangement = arranged(linear(4, 3, 3), width, height)
    for placed in arrangement.matrices:
        assert placed.block.cell_width - 2 >= TEXT * placed.pixels + 3
        if arrangement.width <= width and width >= 780:
            assert placed.block.cell_width - 2 >= TEXT * placed.pixels + 5


def test_that_a_low_room_makes_cells_lower():
    high, low = arranged(linear(3, 2, 1), 2000, 400), arranged(linear(3, 2, 1), 2000, 150)
    assert high.matrices[0].block.cell_height == SIZES[0].height + 2
    assert low.height <= 150


def test_that_long_numbers_make_cells_wider():
    long = [matrix(3, 2, text=9.0), SignItem("=", 14.0), matrix(3, 2)]
    arrangement = arranged(long, 2000)
    wide, usual = (placed.block.cell_width for placed in arrangement.matrices)
    assert wide > 9.0 * SIZES[0].pixels
    assert usual == SIZES[0].width + 2


@pytest.mark.parametrize("m", [1, 4, 10, 12, 13, 64, 209])
@pytest.mark.parametrize("width", [576, 650, 1200])
@pytest.mark.parametrize("height", [150, 400])
def test_that_nothing_overlaps_or_leaves_its_place(m, width, height):
    arrangement = arranged(linear(5, 4, m), width, height)
    places = [outer(placed.block) for placed in arrangement.matrices]
    for place in places:
        assert place.x >= 0
        assert place.right <= arrangement.width + 1
        assert place.bottom <= arrangement.height + 7
    for before, after in pairwise(places):
        assert before.right <= after.x or after.y >= before.bottom
    for sign in arrangement.signs:
        assert not any(place.has(sign.x, sign.y) for place in places)


@pytest.mark.parametrize("m", [1, 4, 10, 64])
def test_that_ten_examples_fit_into_a_narrow_centre(m):
    assert arranged(linear(3, 2, m), 576, 170).width <= 576


def test_that_a_low_room_leaves_columns_out_and_a_high_one_breaks_the_line():
    low, high = arranged(linear(3, 2, 10), 650, 170), arranged(linear(3, 2, 10), 650, 400)
    assert len(tops(low)) == 1
    assert len(tops(high)) == 2
    assert high.matrices[-1].block.columns.shown > low.matrices[-1].block.columns.shown


def test_that_the_factors_of_a_product_stay_together():
    arrangement = arranged(linear(3, 2, 10), 650, 400)
    assert arrangement.matrices[0].name_y == arrangement.matrices[1].name_y


def test_that_few_columns_are_never_cut():
    arrangement = arranged(linear(3, 3, 10), 500, 170)
    assert arrangement.matrices[0].block.columns.is_whole


def test_that_what_belongs_together_is_seen_together():
    arrangement = arranged(linear(3, 2, 64), 650, 170, {2: 17})
    windows = [arrangement.matrices[index].block.columns for index in (1, 3)]
    assert [window.start for window in windows] == [17, 17]


def test_that_twelve_are_whole_and_more_are_not_where_there_is_room():
    for m, is_whole in ((12, True), (13, False)):
        arrangement = arranged([matrix(3, m), SignItem("=", 14.0), matrix(3, m)], 4000)
        assert arrangement.matrices[-1].block.columns.is_whole == is_whole


def test_that_brackets_that_close_stay_with_what_they_enclose():
    items = [
        SignItem("σ(", 20.0),
        matrix(3, 10),
        SignItem(")", 8.0, closes=True),
        SignItem("=", 14.0),
        matrix(3, 10),
    ]
    arrangement = arranged(items, 640, 400)
    closing = next(sign for sign in arrangement.signs if sign.text == ")")
    assert closing.y < arrangement.matrices[-1].name_y


def test_that_what_can_not_fit_is_dense_and_wider_than_its_room():
    wide = [matrix(3, 3, text=60.0), SignItem("=", 14.0), matrix(3, 3, text=60.0)]
    arrangement = arranged(wide, 576)
    block = arrangement.matrices[0].block
    assert isinstance(block, CellBlock)
    assert block.cell_height == TINY.height + 2
    assert arrangement.width > 576


def test_that_a_rectangle_grows_about_its_middle():
    assert Rect(0, 0, 2, 10).at_least(6) == Rect(-2, 0, 6, 10)


def outer_product(n, n_prev, m):
    """1/m dZ A' = dW."""
    return [
        SignItem("1/m", 20.0),
        matrix(n, m, 0, 2, examples=2),
        SignItem("·", 6.0, joins=True),
        matrix(m, n_prev, 2, 1, examples=2),
        SignItem("=", 14.0),
        matrix(n, n_prev, 0, 1),
    ]


@pytest.mark.parametrize("width", [576, 676, 1100])
@pytest.mark.parametrize("heights", [(150, 260), (150, 0), (400, 0)])
def test_that_examples_give_way_and_six_units_never(width, heights):
    for units in range(1, 7):
        items = outer_product(2, units, 10)
        arrangement = arranged(items, width, heights[0], None, heights[1])
        _, transposed, result = (placed.block for placed in arrangement.matrices)
        assert transposed.columns.is_whole
        assert result.columns.is_whole
        assert result.rows.is_whole


def test_that_cells_become_tiny_before_columns_are_lost():
    items = [matrix(4, 6, 0, 1, examples=1), SignItem("=", 14.0), matrix(4, 6, 0, 1, examples=1)]
    arrangement = arranged(items, 820, 170)
    assert {placed.pixels for placed in arrangement.matrices} == {TINY.pixels}
    assert all(placed.block.columns.is_whole for placed in arrangement.matrices)


def test_that_room_that_is_left_over_is_spent_on_wider_cells():
    narrow, wide = (arranged(linear(4, 2, 10), width, 175) for width in (676, 700))
    assert narrow.matrices[1].block.columns.shown == wide.matrices[1].block.columns.shown
    assert narrow.matrices[1].block.cell_width < wide.matrices[1].block.cell_width
    assert wide.width <= 700


def test_that_lines_break_where_there_is_height_as_long_as_nothing_is_selected():
    free, beside_sum = (arranged(outer_product(2, 4, 10), 650, 150, None, most) for most in (260, 150))
    assert (len(tops(free)), len(tops(beside_sum))) == (2, 1)
    assert free.height <= 260
    assert free.matrices[0].block.columns.shown > beside_sum.matrices[0].block.columns.shown


def test_that_without_enough_height_one_line_is_a_little_too_long_rather_than_two_of_them():
    arrangement = arranged(outer_product(2, 4, 10), 620, 150)
    assert len(tops(arrangement)) == 1
    assert 620 < arrangement.width <= 1.25 * 620


def test_that_a_line_reaches_from_its_names_to_its_lowest_bracket():
    arrangement = arranged(outer_product(2, 4, 10), 650, 150, None, 260)
    first, last = arrangement.line_of(0), arrangement.line_of(2)
    assert first == arrangement.line_of(1)
    assert first[0] == 0
    assert first[1] < last[0] < last[1] <= arrangement.height
