"""The question of a page: chosen, typed, judged, tried again, explained, and shown again later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.lessons import Question
from gui.appearance import Appearance
from gui.course.judging import Judging
from gui.course.question.answer import Answer, answer_from
from gui.course.question.card import QuestionCard
from gui.course.question.choice_row import EDGE, TEXT
from gui.course.question.verdict_mark import mark_width
from tests.gui.course.small_course import asking

CHOICE = Question("choice", "Which one?", ("one", "two", "three"), 2, None, "Because it is.")
NUMBER = Question("number", "How much is $a$?", (), "1 / 4", 2, "A quarter.")
SHAPE = Question("shape", "Which shape has $W^{[1]}$?", (), "(4, 3)", None, "Four units, three inputs.")
PREDICTION = Question("prediction", "What will happen?", (), None, None, "It shrinks.")


class Desk:
    """A card whose answers are judged and come back, as in a lesson."""

    def __init__(self, card, judging):
        self.card, self.judging = card, judging
        card.answered.connect(self.judge)
        card.again_requested.connect(lambda: card.show_answer(Answer()))
        judging.judged.connect(lambda _key, answer: card.show_answer(answer))

    def judge(self, given):
        self.card.show_answer(Answer(given))
        self.judging.ask("", asking(self.card.question), given)


@pytest.fixture
def desk(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(432, 600)
    card = QuestionCard(Appearance("light"), window)
    card.move(28, 10)
    judging = Judging()
    desk = Desk(card, judging)
    desk.window = window
    card.height_changed.connect(lambda: card.resize(376, card.fit(376)))
    card.resize(376, 300)
    window.show()
    yield desk
    judging.close()


def type_in(desk, text, qtbot):
    QTest.keyClicks(desk.card.typed.field, text)
    QTest.keyClick(desk.card.typed.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.judging.is_busy)


def test_a_click_on_the_right_row_is_right_and_explains(desk):
    desk.card.set_question(CHOICE)
    assert desk.card.explanation.isHidden()
    QTest.mouseClick(desk.card.rows[1], Qt.MouseButton.LeftButton, pos=QPoint(60, 18))
    assert [row.verdict for row in desk.card.rows] == [None, True, None]
    assert "Right" in desk.card.rows[1].accessibleName()
    assert desk.card.explanation.text() == "Because it is."
    assert desk.card.again.isHidden()


def test_a_wrong_row_says_so_and_explains_only_when_asked(desk, qtbot):
    desk.card.set_question(CHOICE)
    QTest.mouseClick(desk.card.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(60, 18))
    assert desk.card.rows[0].verdict is False
    assert "Not quite" in desk.card.rows[0].accessibleName()
    assert desk.card.explanation.isHidden()
    with qtbot.waitSignal(desk.card.explanation_requested):
        QTest.mouseClick(desk.card.why, Qt.MouseButton.LeftButton)


def test_trying_again_begins_anew(desk):
    desk.card.set_question(CHOICE)
    QTest.mouseClick(desk.card.rows[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.card.again, Qt.MouseButton.LeftButton)
    assert not any(row.isChecked() for row in desk.card.rows)
    QTest.mouseClick(desk.card.rows[1], Qt.MouseButton.LeftButton)
    assert desk.card.rows[1].verdict is True


def test_another_row_may_be_clicked_at_once_after_a_wrong_one(desk):
    desk.card.set_question(CHOICE)
    QTest.mouseClick(desk.card.rows[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.card.rows[1], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in desk.card.rows] == [False, True, False]


def test_that_a_right_answer_stays(desk):
    desk.card.set_question(CHOICE)
    QTest.mouseClick(desk.card.rows[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.card.rows[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.card.rows[1], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in desk.card.rows] == [False, True, False]


def test_that_the_arrows_go_from_row_to_row_and_enter_answers(desk):
    desk.card.set_question(CHOICE)
    desk.card.rows[0].setFocus()
    QTest.keyClick(desk.card.rows[0], Qt.Key.Key_Down)
    assert desk.card.rows[1].hasFocus()
    QTest.keyClick(desk.card.rows[1], Qt.Key.Key_Up)
    QTest.keyClick(desk.card.rows[0], Qt.Key.Key_Up)
    assert desk.card.rows[2].hasFocus()
    QTest.keyClick(desk.card.rows[2], Qt.Key.Key_Return)
    assert desk.card.rows[2].verdict is False


def test_that_a_number_is_typed_judged_and_typed_over(desk, qtbot):
    desk.card.set_question(NUMBER)
    type_in(desk, "0.5", qtbot)
    assert desk.card.typed.verdict is False
    QTest.keyClick(desk.card.typed.field, Qt.Key.Key_Backspace)
    assert desk.card.typed.verdict is None
    assert desk.card.typed.field.text() == "0."
    type_in(desk, "25", qtbot)
    assert desk.card.typed.verdict is True
    assert desk.card.typed.field.isReadOnly()
    assert desk.card.explanation.text() == "A quarter."


def test_that_what_is_no_number_is_hinted_at_and_stays_in_the_field(desk, qtbot):
    desk.card.set_question(NUMBER)
    type_in(desk, "much", qtbot)
    assert desk.card.typed.verdict is None
    assert desk.card.typed.field.text() == "much"
    assert "number" in desk.card.said.text()


def test_that_a_shape_the_other_way_round_is_told(desk, qtbot):
    desk.card.set_question(SHAPE)
    type_in(desk, "(3, 4)", qtbot)
    assert desk.card.typed.verdict is False
    assert "other way round" in desk.card.said.text()


def test_that_a_prediction_is_answered_first_and_then_revealed(desk, qtbot):
    desk.card.set_question(PREDICTION)
    assert desk.card.caption.text() == "Prediction"
    assert desk.card.explanation.isHidden()
    type_in(desk, "it grows", qtbot)
    assert desk.card.explanation.text() == "It shrinks."
    assert desk.card.typed.verdict is None
    assert desk.card.typed.field.text() == "it grows"
    QTest.mouseClick(desk.card.again, Qt.MouseButton.LeftButton)
    assert desk.card.typed.field.text() == ""
    assert not desk.card.typed.field.isReadOnly()


def test_that_nothing_is_answered_by_an_empty_line(desk, qtbot):
    desk.card.set_question(PREDICTION)
    with qtbot.assertNotEmitted(desk.card.answered):
        QTest.keyClick(desk.card.typed.field, Qt.Key.Key_Return)
    assert not desk.card.typed.button.isEnabled()


@pytest.mark.parametrize("question", [CHOICE, NUMBER, SHAPE, PREDICTION])
@pytest.mark.parametrize("width", [304, 376, 424])
def test_that_nothing_in_the_card_overlaps_or_is_cut(desk, question, width):
    for answer in (Answer(), Answer("1", False, "A hint."), Answer("2", True, "", True)):
        desk.card.set_question(question, answer)
        height = desk.card.fit(width)
        shown = [w for w in desk.card.children() if isinstance(w, QWidget) and not w.isHidden()]
        places = [widget.geometry() for widget in shown]
        for index, place in enumerate(places):
            assert place.left() >= 0
            assert place.right() < width
            assert place.bottom() < height
            assert not any(place.intersects(other) for other in places[index + 1 :])


def test_that_an_answer_is_shown_again(desk):
    desk.card.set_question(CHOICE, Answer("1", False))
    assert desk.card.rows[0].verdict is False
    desk.card.set_question(NUMBER, Answer("0.25", True, "", True))
    assert desk.card.typed.field.text() == "0.25"
    assert desk.card.typed.verdict is True


def test_that_an_answer_survives_being_written_down():
    answer = Answer("(4, 3)", False, "The other way round.", True)
    assert answer_from(answer.as_json()) == answer


@pytest.mark.parametrize(
    "content", [None, 3, [], {}, {"given": 3, "said": ""}, {"given": "a", "said": "", "right": 7}]
)
def test_that_a_damaged_answer_is_none(content):
    assert not answer_from(content).is_given


def test_that_a_choice_has_the_whole_row_until_it_is_judged(desk):
    words = "Sums, and never the products of them"
    desk.card.set_question(Question("choice", "Which?", (words, "one", "two"), 2, None, "So it is."))
    row, other = desk.card.rows[:2]
    assert row.height() == other.height()
    room = row._laid(row.width())
    assert max(placed.x + placed.piece.width for placed in room.placed()) > row.width() - 160
    row.click()
    assert row.verdict is False
    assert row.height() > other.height()
    assert all(
        TEXT + placed.x + placed.piece.width <= row.width() - EDGE - mark_width(False)
        for placed in row._laid(row.width()).placed()
    )
