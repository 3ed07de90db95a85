"""What is seen of long rows and columns."""

from __future__ import annotations

import pytest

from gui.step.matrix.window_geometry import AxisWindow, whole_or_window


def test_that_up_to_twelve_are_whole_and_more_show_nine():
    assert [whole_or_window(count) for count in (1, 12, 13, 12288)] == [1, 12, 9, 9]
    assert whole_or_window(10, 4) == 4


def test_that_a_window_shows_the_first_six_a_gap_and_the_last_three():
    window = AxisWindow(20, 9)
    assert window.slots() == (0, 1, 2, 3, 4, 5, None, 17, 18, 19)
    assert window.has_gap


def test_that_a_whole_axis_has_no_gap():
    window = AxisWindow(3, 3)
    assert window.slots() == (0, 1, 2)
    assert not window.has_gap


@pytest.mark.parametrize("shown", [1, 2, 3, 4, 9])
def test_that_every_row_can_be_brought_into_sight(shown):
    for row in range(30):
        assert AxisWindow(30, shown).bringing(row).shows(row)


@pytest.mark.parametrize("shown", [1, 2, 3, 9])
def test_that_a_window_always_shows_as_many_rows_each_once(shown):
    for start in range(25):
        slots = AxisWindow(30, shown).moved_to(start).slots()
        rows = [row for row in slots if row is not None]
        assert len(rows) == len(set(rows)) == shown
        assert slots.count(None) == 1


def test_that_at_the_far_end_nothing_is_left_out_in_the_gap():
    window = AxisWindow(20, 9).moved_to(1000)
    assert window.start == window.furthest == 11
    assert [row for row in window.slots() if row is not None] == list(range(11, 20))
    assert not window.has_gap


def test_that_what_is_in_sight_stays_where_it_is():
    window = AxisWindow(20, 9, 4)
    assert window.bringing(5) is window
    assert window.bringing(19) is window


def test_that_the_place_of_a_row_is_where_it_is_shown():
    window = AxisWindow(20, 9, 3)
    for place, row in enumerate(window.slots()):
        if row is not None:
            assert window.slot_of(row) == place
    assert window.slot_of(2) is window.slot_of(12) is None


def test_that_a_span_is_cut_to_what_is_seen():
    window = AxisWindow(20, 9)
    assert window.slot_span(0, 19) == (0, 9)
    assert window.slot_span(4, 17) == (4, 7)
    assert window.slot_span(8, 12) is None
