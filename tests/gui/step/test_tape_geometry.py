"""Where the lines of the tape stand."""

from __future__ import annotations

import pytest

from gui.step.tape_geometry import CAPTION_HEIGHT, ROW_HEIGHT, TapeLines

PHASES = ["forward"] * 4 + ["cost"] + ["backward"] * 8 + ["update"] * 4


@pytest.fixture
def lines():
    return TapeLines(PHASES)


def test_a_caption_stands_before_each_phase(lines):
    captions = [line.phase for line in lines.lines if line.row is None]
    assert captions == ["forward", "cost", "backward", "update"]
    assert [line.row for line in lines.lines if line.row is not None] == list(range(17))


def test_the_lines_touch_and_do_not_overlap(lines):
    for above, below in zip(lines.lines, lines.lines[1:], strict=False):
        assert above.top + above.height == below.top
    assert {line.height for line in lines.lines} == {CAPTION_HEIGHT, ROW_HEIGHT}


def test_seventeen_rows_fit_into_a_window_of_900(lines):
    assert lines.height <= 900 - 28 - 56 - 28 - 36 - 49


def test_a_row_is_found_where_it_stands_and_nothing_over_a_caption_or_below_the_end(lines):
    for row in range(17):
        assert lines.row_at(lines.line_of(row).middle) == row
        assert lines.row_at(lines.line_of(row).top) == row
    caption = next(line for line in lines.lines if line.phase == "backward")
    assert lines.row_at(caption.middle) is None
    assert lines.row_at(lines.height + 1) is None
    assert lines.row_at(-100) is None


def test_only_what_can_be_seen_is_drawn(lines):
    line = lines.line_of(8)
    seen = lines.between(line.top + 1, line.top + 2)
    assert [each.row for each in seen] == [8]
    assert lines.between(-10, lines.height) == lines.lines


@pytest.mark.parametrize("height", range(200, 560, 7))
def test_the_list_ends_with_a_whole_line(lines, height):
    for top in (0, 40, lines.height - height):
        seen = lines.whole_between(top, top + height)
        assert set(seen) <= set(lines.between(top, top + height))
        last = max((line for line in seen if line.row is not None), key=lambda line: line.top)
        assert last.top + last.height <= top + height + 1
        assert top + height - (seen[-1].top + seen[-1].height) < ROW_HEIGHT
        assert all(line.is_whole(top, top + height) for line in seen)


def test_the_first_caption_is_there_at_the_very_top_and_gone_when_it_is_cut(lines):
    first = lines.lines[0]
    assert first.is_whole(0, 500)
    assert not first.is_whole(6, 506)


@pytest.mark.parametrize("view", [120, 200, 520])
def test_scrolling_brings_every_row_into_view_from_anywhere(lines, view):
    for offset in range(0, lines.height - view, 37):
        for row in range(17):
            moved = lines.scrolled(row, offset, view)
            line = lines.line_of(row)
            assert 0 <= moved <= lines.height - view
            assert moved <= line.middle <= moved + view


def test_a_row_in_view_with_its_neighbours_does_not_scroll(lines):
    assert lines.scrolled(10, 200, 300) == 200


def test_the_list_begins_with_a_whole_line_after_it_has_scrolled_by_itself(lines):
    tops = {max(0, line.top) for line in lines.lines}
    for view in range(200, 400, 7):
        for row in range(17):
            moved = lines.scrolled(row, 0, view)
            assert moved in tops or moved == lines.height - view


def test_a_list_with_room_for_all_never_scrolls(lines):
    assert all(lines.scrolled(row, 0, lines.height + 50) == 0 for row in range(17))


def test_no_rows_are_no_lines():
    empty = TapeLines([])
    assert empty.row_at(3) is None
    assert empty.between(0, 100) == []
