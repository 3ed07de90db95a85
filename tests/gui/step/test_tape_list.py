"""The tape at the left of the Step workspace, used as a person does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from gui.appearance import Appearance
from gui.step.number_format import NumberFormat
from gui.step.tape_list import TapeList
from tests.gui.step.small_tapes import small_tape

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def tape_list(qtbot, look):
    view = TapeList(look)
    qtbot.addWidget(view)
    view.resize(264, 788)
    view.set_tape(small_tape(2, 3, 1))
    view.show()
    return view


def middle_of(view, row):
    return view.rows.row_rect(row).center().toPoint()


def color_at(view, place):
    return view.rows.viewport().grab().toImage().pixelColor(place).name()


def picture(view) -> QImage:
    return view.grab().toImage()


def test_the_head_counts_the_steps(tape_list):
    assert (tape_list.header.title(), tape_list.header.detail()) == ("Tape", "one update, 17 steps")


def test_a_click_on_a_row_asks_for_it_and_changes_nothing_by_itself(qtbot, tape_list):
    with qtbot.waitSignal(tape_list.row_requested) as asked:
        qtbot.mouseClick(tape_list.rows.viewport(), LEFT, pos=middle_of(tape_list, 11))
    assert asked.args == [11]
    assert tape_list.rows.current == 0


def test_a_click_on_a_caption_asks_for_nothing(qtbot, tape_list):
    above = tape_list.rows.row_rect(5).top() - 10
    with qtbot.assertNotEmitted(tape_list.row_requested):
        qtbot.mouseClick(tape_list.rows.viewport(), LEFT, pos=QPoint(60, int(above)))


def test_only_the_current_row_is_chalk_yellow(tape_list, look):
    spot = look.theme.color("spot").name()
    tape_list.show_row(11)
    places = [QPoint(200, middle_of(tape_list, row).y() - 13) for row in range(17)]
    assert [color_at(tape_list, place) == spot for place in places] == [row == 11 for row in range(17)]


def test_going_back_shows_exactly_what_was(tape_list):
    seen = []
    for row in range(17):
        tape_list.show_row(row)
        seen.append(picture(tape_list))
    assert all(seen[row] != seen[row + 1] for row in range(16))
    for row in reversed(range(17)):
        tape_list.show_row(row)
        assert picture(tape_list) == seen[row]


def test_a_screen_reader_hears_where_the_tape_stands(tape_list):
    tape_list.show_row(11)
    assert tape_list.rows.accessibleDescription().startswith("Backward, step 12 of 17: dW[1]. ")


def test_the_foot_tells_j_before_and_at_the_last_row_j_after_and_the_difference(tape_list):
    tape = small_tape(2, 3, 1)
    before, after = (f"{cost:.4f}" for cost in (tape.cost_before, tape.cost_after))
    tape_list.show_row(15)
    assert tape_list.footer.text() == f"J before {before}, after step 17"
    tape_list.show_row(16)
    assert tape_list.footer.text().startswith(f"J before {before}, after {after}, difference \u2212")
    tape_list.show_row(0)
    assert tape_list.footer.text() == f"J before {before}, after step 17"


@pytest.mark.parametrize(
    ("change", "text"),
    [(-3e-7, "\u22123.00\u00b710\u207b\u2077"), (0.5, "+0.5000"), (0.0, "0.0000"), (float("nan"), "NaN")],
)
def test_a_difference_has_its_sign_and_is_never_rounded_away(tape_list, change, text):
    tape = replace(small_tape(2, 3, 1), cost_before=1.0, cost_after=1.0 + change)
    tape_list.set_tape(tape)
    tape_list.show_row(16)
    assert tape_list.footer.text().endswith(f"difference {text}")


def test_j_is_written_with_the_chosen_decimals(tape_list):
    tape_list.set_number_format(NumberFormat("decimals", 8))
    assert f"{small_tape(2, 3, 1).cost_before:.8f}" in tape_list.footer.text()


def test_a_pencil_hides_j(tape_list):
    tape_list.set_numbers_hidden(True)
    tape_list.show_row(16)
    assert tape_list.footer.text() == "J before ?, after ?, difference ?"
    tape_list.set_numbers_hidden(False)
    assert "?" not in tape_list.footer.text()


def test_marks_of_the_pencil_stand_in_the_place_of_the_tick(tape_list, look):
    tape_list.show_row(10)
    plain = picture(tape_list)
    tape_list.set_marks({2: "right", 3: "wrong"})
    marked = picture(tape_list)
    top = tape_list.rows.y() + 1
    for row, changed in ((1, False), (2, True), (3, True), (4, False)):
        rect = tape_list.rows.row_rect(row).toRect().translated(0, top)
        assert (plain.copy(rect) != marked.copy(rect)) == changed


def test_the_pointer_lights_the_row_that_a_click_would_take(qtbot, tape_list, look):
    tape_list.show_row(4)
    place = QPoint(200, middle_of(tape_list, 8).y() - 13)
    qtbot.mouseMove(tape_list.rows.viewport(), middle_of(tape_list, 8))
    assert color_at(tape_list, place) == look.theme.color("hover").name()
    assert tape_list.rows.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(tape_list.rows.viewport(), middle_of(tape_list, 9))
    assert color_at(tape_list, place) == look.theme.color("panel").name()


def test_arrow_keys_are_left_to_the_window(qtbot, tape_list):
    tape_list.rows.setFocus(Qt.FocusReason.TabFocusReason)
    before = tape_list.rows.verticalScrollBar().value()
    with qtbot.assertNotEmitted(tape_list.row_requested):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_End):
            qtbot.keyClick(tape_list.rows, key)
    assert tape_list.rows.verticalScrollBar().value() == before


def test_the_focus_of_the_keyboard_is_seen_and_that_of_a_click_is_not(tape_list, qtbot):
    tape_list.show_row(6)
    tape_list.rows.clearFocus()
    plain = picture(tape_list)
    tape_list.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture(tape_list) != plain
    tape_list.rows.clearFocus()
    tape_list.rows.setFocus(Qt.FocusReason.MouseFocusReason)
    assert picture(tape_list) == plain


def test_a_long_tape_scrolls_with_the_current_row(qtbot, look):
    tape = small_tape(2, 3, 3, 3, 3, 3, 1, optimizer="adam", l2=0.1)
    view = TapeList(look)
    qtbot.addWidget(view)
    view.resize(264, 400)
    view.set_tape(tape)
    view.show()
    assert len(tape.rows) == 49
    for row in [*range(0, 49, 5), 48, 20, 0]:
        view.show_row(row)
        rect = view.rows.row_rect(row)
        assert 0 <= rect.top() < rect.bottom() <= view.rows.viewport().height()
    assert view.rows.verticalScrollBar().value() == 0


def test_a_smaller_window_keeps_the_current_row_in_view(tape_list):
    tape_list.show_row(16)
    tape_list.resize(264, 300)
    assert tape_list.rows.row_rect(16).bottom() <= tape_list.rows.viewport().height()


@pytest.mark.parametrize("height", range(380, 420, 3))
def test_no_row_or_caption_is_cut_by_the_foot(tape_list, look, height):
    tape_list.resize(264, height)
    tape_list.show_row(2)
    image = tape_list.rows.viewport().grab().toImage()
    panel, ink = look.theme.color("panel").rgb(), 0
    for y in (image.height() - 1, image.height() - 2):
        ink += sum(image.pixel(x, y) != panel for x in range(image.width()))
    assert ink == 0


def test_a_row_that_is_not_whole_is_not_clicked_either(qtbot, tape_list):
    tape_list.resize(264, 400)
    tape_list.show_row(2)
    bottom = tape_list.rows.viewport().height()
    row = next(row for row in range(17) if tape_list.rows.row_rect(row).bottom() > bottom + 1)
    assert tape_list.rows.row_rect(row).top() < bottom
    with qtbot.assertNotEmitted(tape_list.row_requested):
        qtbot.mouseClick(tape_list.rows.viewport(), LEFT, pos=QPoint(100, bottom - 1))


def ink_right_of(view, row, x):
    """How many pixels of a row, from x to the place of the tick, are not the panel."""
    rect = view.rows.row_rect(row).toRect()
    image = view.rows.viewport().grab().toImage().copy(rect)
    panel = QColor("white").rgb()
    right = min(image.width(), view.width() - 44)
    return sum(image.pixel(column, y) != panel for column in range(x, right) for y in range(image.height()))


def test_a_narrow_list_leaves_the_right_hand_sides_out(qtbot, tape_list):
    tape_list.show_row(4)
    assert ink_right_of(tape_list, 2, 100) > 100
    tape_list.resize(200, 608)
    assert ink_right_of(tape_list, 2, 100) == 0
    assert ink_right_of(tape_list, 2, 50) > 20


def test_a_narrow_foot_puts_its_numbers_under_each_other(tape_list):
    tall = tape_list.footer.height()
    tape_list.set_number_format(NumberFormat("decimals", 8))
    tape_list.resize(200, 608)
    assert tape_list.footer.height() > tall
    height = tape_list.footer.height()
    tape_list.show_row(16)
    assert tape_list.footer.height() == height


def test_a_change_of_the_theme_repaints(tape_list, look):
    light = picture(tape_list)
    look.choose("dark")
    assert picture(tape_list) != light


def test_another_tape_begins_at_its_first_row(tape_list):
    tape_list.show_row(16)
    tape_list.set_tape(small_tape(2, 1))
    assert tape_list.header.detail() == "one update, 9 steps"
    assert tape_list.rows.current == 0
