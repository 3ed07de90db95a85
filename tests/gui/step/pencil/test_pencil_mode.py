"""Pencil mode in the Step workspace: typing, what is said, what is hidden, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine.data import build_dataset
from engine.step.exercises import load_preset
from engine.step.pencil import Place
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.matrix.copy_menu import copy_matrix
from gui.step.number_format import NumberFormat
from gui.step.pencil.mode import PencilMode
from gui.step.selection import Cell
from gui.step.workspace import StepWorkspace
from tests.gui.step.tapes import start_network, worked_example

DA2, DW1, DB1, W1 = 5, 11, 12, 13


@pytest.fixture
def step(qtbot) -> Iterator[StepWorkspace]:
    step = StepWorkspace(Appearance("light"))
    qtbot.addWidget(step)
    step.resize(1368, 816)
    setup = load_preset("worked-example")
    step.set_setup(setup, build_dataset(setup.data))
    step.take_tape(worked_example())
    step.show()
    step.activateWindow()
    yield step
    step.close_down()


@pytest.fixture
def mode(step) -> PencilMode:
    step.stepper.go_to(DW1)
    step.pencil.set_on(True)
    return step.pencil


def answer(mode: PencilMode, qtbot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field = mode.answers.blank.field
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # QTest has no keys for other signs
        field.insert(text)
    QTest.keyClick(field, key)
    qtbot.waitUntil(lambda: not mode.answers.judging.is_busy)


def value(tape: Tape, place: Place) -> float:
    return float(tape.rows[place.row].value[place.k, place.i])


def right_text(tape: Tape, place: Place, decimals: int = 4) -> str:
    return f"{value(tape, place):.{decimals}f}"


def solve_all(mode: PencilMode, qtbot) -> None:
    tape = worked_example()
    while mode.answers.blank.place is not None:
        answer(mode, qtbot, right_text(tape, mode.answers.blank.place))


def visible_texts(step: StepWorkspace) -> str:
    """What there is to read, hear and hover of the current row's numbers."""
    canvas = step.network.canvas
    assert canvas.scene is not None
    tips = [canvas._words_for(QPointF(port.x + 4, port.cy)) for port in canvas.scene.ports.values()]
    stepping = step.stepping()
    said = [text for part in stepping.parts for text, _ in part] if stepping is not None else []
    pieces = [piece.value for piece in step.centre.numbers.check_line.pieces]
    canvas_text = step.centre.numbers.sum_bar.canvas.accessibleDescription()
    return " ".join(
        [*tips, *said, *pieces, canvas_text, step.tape_list.footer.text(), step.blocks.value_text]
    )


def test_switching_it_on_opens_the_first_blank_with_the_keyboard(step, mode, qtbot):
    assert mode.answers.blank.place == Place(DW1, 0, 0)
    qtbot.waitUntil(mode.answers.blank.field.hasFocus)
    assert step.bar.pencil.isChecked()
    assert mode.strip.isVisible()
    assert mode.answers.blank.field.accessibleName() == "dW[1], row 1, column 1"


def test_a_right_answer_shows_the_number_and_goes_on(step, mode, qtbot):
    answer(mode, qtbot, "−0,0174")
    assert mode.line.saying.word == "Right"
    assert mode.answers.blank.place == Place(DW1, 0, 1)
    assert mode.shown.rows[DW1].value[0, 0] == worked_example().rows[DW1].value[0, 0]
    assert mode.strip.tally.text() == "1 of 6 right, no slip"


def test_a_wrong_answer_stays_with_its_hint(step, mode, qtbot):
    answer(mode, qtbot, "0.0174")
    assert mode.line.saying.word == "Wrong"
    assert "sign" in mode.line.saying.text
    assert mode.answers.blank.field.text() == "0.0174"
    assert mode.answers.blank.place == Place(DW1, 0, 0)
    assert mode.strip.tally.text() == "0 of 6 right, 1 slip"


def test_an_unreadable_answer_is_told_what_to_type(step, mode, qtbot):
    answer(mode, qtbot, "a half")
    assert mode.line.saying.word == "No number"
    assert "Type a number" in mode.line.saying.text
    assert mode.strip.tally.text() == "0 of 6 right, no slip"


def test_tab_judges_too_and_goes_on_whatever_it_was(step, mode, qtbot):
    answer(mode, qtbot, "0.0174", Qt.Key.Key_Tab)
    assert mode.answers.blank.place == Place(DW1, 0, 1)
    assert mode.pencil.paper.state(Place(DW1, 0, 0)) == "wrong"
    answer(mode, qtbot, "", Qt.Key.Key_Backtab)
    assert mode.answers.blank.place == Place(DW1, 0, 0)
    assert mode.answers.blank.field.text() == "0.0174"


def test_nothing_is_judged_while_it_is_typed(step, mode, qtbot):
    QTest.keyClicks(mode.answers.blank.field, "-0.0")
    assert not mode.answers.judging.is_busy
    assert mode.pencil.paper.state(Place(DW1, 0, 0)) == "typed"


def test_leaving_for_another_row_judges_and_coming_back_shows_it_again(step, mode, qtbot):
    QTest.keyClicks(mode.answers.blank.field, "0.0174")
    step.stepper.next()
    qtbot.waitUntil(lambda: mode.pencil.paper.state(Place(DW1, 0, 0)) == "wrong")
    step.stepper.previous()
    step.stepper.select(Cell(0, 0, 0))
    assert mode.answers.blank.field.text() == "0.0174"


def test_leaving_pencil_mode_forgets_nothing(step, mode, qtbot):
    answer(mode, qtbot, "-0.0174")
    answer(mode, qtbot, "7")
    mode.set_on(False)
    assert mode.shown is worked_example()
    assert mode.answers.blank.field.isHidden()
    assert not mode.strip.isVisible()
    mode.set_on(True)
    assert mode.strip.tally.text() == "1 of 6 right, 1 slip"
    assert mode.answers.blank.field.text() == "7"


def test_the_last_blank_of_a_row_is_followed_by_the_next_row(step, mode, qtbot):
    for _ in range(6):
        answer(mode, qtbot, right_text(worked_example(), mode.answers.blank.place))
    assert step.stepper.index == DB1
    assert mode.answers.blank.place == Place(DB1, 0, 0)
    assert step.tape_list.rows._marks == {DW1: "right"}


def test_escape_leaves_the_field_and_enter_comes_back(step, mode, qtbot):
    qtbot.waitUntil(mode.answers.blank.field.hasFocus)
    QTest.keyClick(mode.answers.blank.field, Qt.Key.Key_Escape)
    assert not mode.answers.blank.field.hasFocus()
    view = step.centre.numbers.equations.panels[0].view
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert mode.answers.blank.field.hasFocus()


def test_down_goes_to_the_blank_below(step, mode, qtbot):
    QTest.keyClick(mode.answers.blank.field, Qt.Key.Key_Down)
    assert mode.answers.blank.place == Place(DW1, 1, 0)


def test_a_number_that_was_shown_is_no_blank_any_more(step, mode, qtbot):
    mode.line.button.click()
    assert mode.pencil.paper.state(Place(DW1, 0, 0)) == "given"
    assert mode.strip.tally.text() == "0 of 6 right, 1 shown, no slip"
    assert mode.line.saying.word == "Shown"
    mode.line.button.click()
    assert mode.answers.blank.place == Place(DW1, 0, 1)


def test_the_numbers_of_blanks_are_nowhere(step, mode, qtbot):
    tape = worked_example()
    mode._on_scope("all")
    for index in (0, DW1, W1):
        step.stepper.go_to(index)
        step.stepper.select(Cell(tape.rows[index].main, 1, 0))
        texts = visible_texts(step)
        for digits in (4, 8):
            assert f"{abs(tape.rows[index].value[1, 0]):.{digits}f}" not in texts
        assert "?" in texts
        assert f"{tape.cost_before:.4f}" not in texts


def test_copying_a_matrix_copies_no_blank(step, mode, qtbot):
    copy_matrix(step.centre.numbers.equations.panels[0].matrices[-1].operand)
    assert QGuiApplication.clipboard().text() == (
        "dW1 = np.array([[np.nan, np.nan],\n                [np.nan, np.nan],\n                [np.nan, np.nan]])"
    )


def test_pages_that_tell_the_answers_are_covered_until_all_is_solved(step, mode, qtbot):
    step.centre.show_page("check")
    assert step.centre.pages.currentWidget() is mode.score.cover
    assert not step.check.isVisible()
    step.centre.show_page("why")
    assert step.centre.pages.currentWidget() is step.why
    mode.begin()
    for k in range(3):
        for i in range(2):
            mode.pencil.paper.give(Place(DW1, k, i), 0.0)
    step.views.show_numbers()
    step.centre.show_page("check")
    assert step.check.isVisible()


def test_decimals_are_asked_and_the_numbers_are_shown_to_as_many(step, mode, qtbot):
    mode._on_decimals(6)
    assert step.centre.numbers.equations.panels[0].matrices[0].text(0, 0) == "−0.034809"
    answer(mode, qtbot, "-0.0174")
    assert mode.line.saying.word == "Wrong"
    assert "6 decimals" in mode.line.saying.text
    step.set_number_format(NumberFormat("decimals", 8))
    assert step.centre.numbers.equations.panels[0].matrices[0].text(0, 0) == "−0.03480858"


def test_an_answer_may_follow_from_own_numbers_once_they_are_there(step, mode, qtbot):
    """A dZ[1] that is wrong makes a dW[1] that follows from it: checking again finds it right."""
    mode._on_scope("phase")
    step.stepper.go_to(DW1)
    step.stepper.select(Cell(0, 0, 0))
    answer(mode, qtbot, "0.4500")
    assert mode.pencil.paper.state(Place(DW1, 0, 0)) == "wrong"
    step.stepper.go_to(DW1 - 1)
    step.stepper.select(Cell(0, 0, 0))
    answer(mode, qtbot, "0.9000")
    mode.strip.check.click()
    qtbot.waitUntil(lambda: not mode.answers.judging.is_busy)
    assert mode.pencil.paper.state(Place(DW1, 0, 0)) == "right"


def test_a_solved_phase_ends_with_the_score_and_again_begins_anew(step, mode, qtbot):
    mode._on_scope("phase")
    step.stepper.go_to(DA2)
    mode.begin()
    solve_all(mode, qtbot)
    assert step.centre.page == "score"
    assert mode.score.page.title.text() == "All done"
    assert mode.strip.tally.text() == "21 of 21 right, no slip"
    mode.score.page.again.click()
    assert step.centre.page == "numbers"
    assert mode.strip.tally.text() == "0 of 21 right, no slip"
    assert mode.pencil.paper.entries() == {}


def test_finish_shows_the_score_so_far_and_new_exercise_asks_for_one(step, mode, qtbot):
    answer(mode, qtbot, "0.0174")
    mode.strip.finish.click()
    assert step.centre.page == "score"
    assert mode.score.page.title.text() == "So far"
    assert [made.words for made in mode.score.page.slips.slips] == ["sign turned round"]
    with qtbot.waitSignal(step.examples_requested):
        mode.score.page.new.click()
    mode.set_on(False)
    assert step.centre.page == "numbers"


def test_of_a_large_matrix_it_is_said_how_many_are_asked(step, mode, qtbot):
    step.take_tape(start_network())
    step.stepper.go_to(0)
    step.stepper.select(None)
    assert mode.line.saying.text.startswith("6 of 40 are asked")
    mode.begin()
    assert not mode.answers.blank.field.isHidden()


def test_the_field_lies_over_its_cell_after_the_window_was_made_smaller(step, mode, qtbot):
    step.resize(1208, 636)
    area = step.centre.numbers.equations
    rect, _ = area.cell_geometry(0, 0)
    assert mode.answers.blank.field.geometry() == rect


def test_playing_closes_the_field(step, mode, qtbot):
    step.stepper.toggle_playing()
    step.stepper._on_time()
    assert mode.answers.blank.field.isHidden()
    step.stepper.stop()


def test_the_building_blocks_give_way_and_come_back(step, qtbot):
    assert not step.blocks.is_folded
    step.pencil.set_on(True)
    assert step.blocks.is_folded
    step.pencil.set_on(False)
    assert not step.blocks.is_folded
