"""The building blocks of an update, used as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.appearance import Appearance
from gui.step.building_blocks import BuildingBlocks
from gui.step.number_format import NumberFormat
from tests.gui.step.small_tapes import small_tape

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def look(qapp):
    return Appearance("light")


@pytest.fixture
def blocks(qtbot, look):
    view = BuildingBlocks(look)
    qtbot.addWidget(view)
    view.resize(1104, 240)
    view.set_tape(small_tape(2, 3, 1))
    view.show()
    return view


def picture(view):
    return view.grab().toImage()


def fill_of(view, key):
    """The colour inside a box, at its upper left, where no word stands."""
    box = view.canvas.box_rect(key)
    return view.canvas.viewport().grab().toImage().pixelColor(box.topLeft() + QPoint(7, 7)).name()


def test_a_click_on_a_box_asks_for_its_first_row(qtbot, blocks):
    blocks.show_row(16)
    for key, row in ((("forward", 1), 0), (("cost", 2), 4), (("backward", 1), 10), (("update", 2), 15)):
        with qtbot.waitSignal(blocks.row_requested) as asked:
            qtbot.mouseClick(blocks.canvas.viewport(), LEFT, pos=blocks.canvas.box_rect(key).center())
        assert asked.args == [row]


def test_a_click_beside_the_boxes_asks_for_nothing(qtbot, blocks):
    with qtbot.assertNotEmitted(blocks.row_requested):
        qtbot.mouseClick(blocks.canvas.viewport(), LEFT, pos=QPoint(3, 3))


def test_the_box_of_the_current_row_is_lit_and_no_other(blocks, look):
    spot = look.theme.color("spot").name()
    for row, current in (
        (0, ("forward", 1)),
        (4, ("cost", 2)),
        (5, ("slope", 2)),
        (9, ("backward", 2)),
        (14, ("update", 1)),
    ):
        blocks.show_row(row)
        lit = [key for key in blocks.canvas._blocks if fill_of(blocks, key) == spot]
        assert lit == [current]


def test_boxes_that_are_done_have_the_colour_of_their_phase(blocks, look):
    blocks.show_row(11)
    assert fill_of(blocks, ("forward", 1)) == look.theme.color("fwdsoft").name()
    assert fill_of(blocks, ("backward", 2)) == look.theme.color("bwdsoft").name()
    assert fill_of(blocks, ("update", 1)) == look.theme.color("panel").name()


def test_going_back_shows_exactly_what_was(blocks):
    seen = []
    for row in range(17):
        blocks.show_row(row)
        seen.append(picture(blocks))
    assert all(seen[row] != seen[row + 1] for row in range(16))
    for row in reversed(range(17)):
        blocks.show_row(row)
        assert picture(blocks) == seen[row]


def test_j_stands_in_its_box_from_its_row_on_in_the_chosen_format(blocks):
    J = small_tape(2, 3, 1).cost_before
    blocks.show_row(3)
    before = blocks.canvas.viewport().grab(blocks.canvas.box_rect(("cost", 2))).toImage()
    blocks.show_row(5)
    assert blocks.canvas.viewport().grab(blocks.canvas.box_rect(("cost", 2))).toImage() != before
    assert blocks.value_text == f"{J:.4f}"
    blocks.set_number_format(NumberFormat("decimals", 6))
    assert blocks.value_text == f"{J:.6f}"
    blocks.set_numbers_hidden(True)
    assert blocks.value_text == "?"


def test_a_click_on_the_head_folds_and_another_one_opens(qtbot, blocks):
    with qtbot.waitSignal(blocks.folded_changed) as told:
        qtbot.mouseClick(blocks.header, LEFT, pos=QPoint(300, 18))
    assert told.args == [True]
    assert (blocks.height(), blocks.canvas.isVisible()) == (36, False)
    with qtbot.waitSignal(blocks.folded_changed):
        qtbot.mouseClick(blocks.fold_button, LEFT)
    assert (blocks.height(), blocks.canvas.isVisible()) == (240, True)


def test_a_click_on_the_picture_does_not_fold(qtbot, blocks):
    with qtbot.assertNotEmitted(blocks.folded_changed):
        qtbot.mouseClick(blocks.canvas.viewport(), LEFT, pos=QPoint(3, 150))


def test_folded_the_head_says_where_the_tape_stands(blocks):
    blocks.set_folded(True)
    blocks.show_row(11)
    assert blocks.header._subtitle == "Layer 1 backward, step 12 · now dW[1]"
    blocks.set_folded(False)
    assert blocks.header._subtitle == "click a box to jump"


def test_control_and_arrows_go_from_box_to_box_and_return_jumps(qtbot, blocks):
    blocks.show_row(4)
    blocks.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(blocks.canvas, Qt.Key.Key_Right, CONTROL)
    qtbot.keyClick(blocks.canvas, Qt.Key.Key_Right, CONTROL)
    assert blocks.canvas.accessibleDescription() == "Layer 2 backward: steps 7–10"
    with qtbot.waitSignal(blocks.row_requested) as asked:
        qtbot.keyClick(blocks.canvas, Qt.Key.Key_Return)
    assert asked.args == [6]
    for _ in range(9):
        qtbot.keyClick(blocks.canvas, Qt.Key.Key_Left, CONTROL)
    assert blocks.canvas.accessibleDescription().startswith("Layer 1 forward")


def test_plain_arrow_keys_are_left_to_the_window(qtbot, blocks):
    blocks.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    said = blocks.canvas.accessibleDescription()
    with qtbot.assertNotEmitted(blocks.row_requested):
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home):
            qtbot.keyClick(blocks.canvas, key)
    assert blocks.canvas.accessibleDescription() == said


def test_a_screen_reader_hears_the_current_box(blocks):
    blocks.show_row(11)
    assert blocks.canvas.accessibleDescription() == "Layer 1 backward: step 12 · now dW[1]"


def test_many_layers_scroll_to_the_current_box(qtbot, blocks):
    tape = small_tape(2, 3, 3, 3, 3, 3, 3, 3, 3, 1)
    blocks.set_tape(tape)
    for row in range(0, len(tape.rows), 7):
        blocks.show_row(row)
        rect = blocks.canvas.box_rect(blocks.canvas.current.key)
        assert 0 <= rect.left() < rect.right() <= blocks.canvas.viewport().width()
    assert blocks.canvas.horizontalScrollBar().maximum() > 0


def test_the_pointer_over_a_box_says_that_it_can_be_clicked(qtbot, blocks):
    plain = picture(blocks)
    qtbot.mouseMove(blocks.canvas.viewport(), blocks.canvas.box_rect(("backward", 1)).center())
    assert blocks.canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert picture(blocks) != plain
    qtbot.mouseMove(blocks.canvas.viewport(), QPoint(3, 3))
    assert blocks.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    assert picture(blocks) == plain


def test_a_change_of_the_theme_repaints(blocks, look):
    light = picture(blocks)
    look.choose("dark")
    assert picture(blocks) != light
