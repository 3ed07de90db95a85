"""Where the cells of one matrix are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.step.matrix.block_geometry import CellBlock, MapBlock, Rect, Span, handle, start_at
from gui.step.matrix.window_geometry import AxisWindow


def cells(rows=20, columns=3, start=0):
    return CellBlock(100, 50, 66, 30, AxisWindow(rows, 9, start), AxisWindow(columns, columns))


def seen(window):
    return [(slot, row) for slot, row in enumerate(window.slots()) if row is not None]


@pytest.mark.parametrize("start", [0, 5, 11])
def test_that_the_cell_under_the_middle_of_its_place_is_that_cell(start):
    block = cells(start=start)
    for row_slot, row in seen(block.rows):
        for column_slot, column in seen(block.columns):
            place = block.slot_rect(row_slot, column_slot)
            assert block.cell_at(place.x + place.width / 2, place.y + place.height / 2) == (row, column)


def test_that_gaps_and_what_lies_outside_are_no_cell():
    block = cells()
    gap = block.slot_rect(6, 0)
    assert block.cell_at(gap.x + 5, gap.y + 5) is None
    assert block.cell_at(99, 60) is None
    assert block.cell_at(block.body.right, 60) is None


def test_that_places_do_not_overlap_and_fill_the_body():
    block = cells()
    places = [block.slot_rect(slot, 0) for slot in range(10)]
    for above, below in pairwise(places):
        assert above.bottom < below.y
    assert places[0].y == block.body.y + 1
    assert places[-1].bottom == block.body.bottom - 1


def test_that_a_band_reaches_over_the_gap():
    block = cells()
    band = block.span_rect(Span(0, 19, 1, 1))
    first, last = block.slot_rect(0, 1), block.slot_rect(9, 1)
    assert band == Rect(first.x, first.y, first.width, last.bottom - first.y)
    assert block.span_rect(Span(8, 9, 0, 2)) is None


def test_that_only_long_sides_have_a_scroll_bar():
    block = cells()
    assert block.column_bar() is None
    bar = block.row_bar()
    assert bar is not None
    assert bar.x > block.body.right
    assert bar.height == pytest.approx(block.body.height - 2)


@pytest.mark.parametrize("count", [13, 209, 12288])
def test_that_a_dragged_handle_reaches_the_first_and_the_last_start(count):
    window = AxisWindow(count, 9)
    _, size = handle(window, 200.0)
    assert start_at(window, 200.0, 0.0) == 0
    assert start_at(window, 200.0, -50.0) == 0
    assert start_at(window, 200.0, 200.0 - size) == window.furthest
    assert start_at(window, 200.0, 900.0) == window.furthest


def test_that_a_handle_stands_where_its_window_is():
    window = AxisWindow(209, 9, 100)
    begin, size = handle(window, 200.0)
    assert 0 < begin < 200 - size
    assert start_at(window, 200.0, begin) == 100


def test_that_every_cell_of_a_map_can_be_hit():
    block = MapBlock(10, 20, 50, 30, AxisWindow(15, 15), AxisWindow(25, 25))
    hit = {block.cell_at(10.5 + x, 20.5 + y) for x in range(50) for y in range(30)}
    assert hit == {(row, column) for row in range(15) for column in range(25)}
    assert block.cell_at(9, 25) is None
    assert block.row_bar() is block.column_bar() is None


def test_that_a_cell_of_a_map_is_framed_large_enough_to_be_seen():
    block = MapBlock(0, 0, 200, 200, AxisWindow(784, 784), AxisWindow(64, 64))
    place = block.span_rect(Span(392, 392, 0, 63))
    assert place is not None
    assert place.height == 7
    assert place.y + 3.5 == pytest.approx(392.5 * 200 / 784)
    assert place.width == 200
