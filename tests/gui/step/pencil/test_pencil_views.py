"""The small views of pencil mode: the field, the line under the matrices, the strip, the score."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from engine.step.pencil import Place, Verdict
from gui.appearance import Appearance
from gui.step.pencil.answer_line import AnswerLine
from gui.step.pencil.blank_field import BlankField
from gui.step.pencil.paper import Paper
from gui.step.pencil.sayings import Saying, of_verdict
from gui.step.pencil.score_page import ScorePage
from gui.step.pencil.strip import PencilStrip


@pytest.fixture
def field(qtbot) -> BlankField:
    field = BlankField(Appearance("light"))
    qtbot.addWidget(field)
    field.open("", "dW[1], row 1, column 1", before=False, after=True)
    field.place(QRect(0, 0, 96, 44), 16)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_enter_escape_and_arrows_are_told_and_not_typed(field, qtbot):
    for key, signal in (
        (Qt.Key.Key_Return, field.entered),
        (Qt.Key.Key_Escape, field.cancelled),
        (Qt.Key.Key_Down, field.moved),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(field, key)
    assert field.text() == ""


def test_left_and_right_move_in_the_text_and_with_control_to_the_neighbour(field, qtbot):
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Left)
    assert field.cursorPosition() == 1
    with qtbot.waitSignal(field.moved) as heard:
        QTest.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [0, 1]


def test_tab_goes_on_where_there_is_a_blank(field, qtbot):
    with qtbot.waitSignal(field.tabbed) as heard:
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert heard.args == [True]
    with qtbot.assertNotEmitted(field.tabbed):
        QTest.keyClick(field, Qt.Key.Key_Backtab)


def test_closing_gives_the_keyboard_to_nobody_else(field, qtbot):
    with qtbot.assertNotEmitted(field.tabbed):
        field.close_field()
    assert field.isHidden()


def test_a_wrong_answer_is_seen_on_the_field(field):
    before = field.grab().toImage()
    field.set_state("wrong")
    assert field.grab().toImage() != before


def test_the_line_says_a_verdict_with_its_word_and_offers_a_button(qtbot):
    line = AnswerLine(Appearance("light"))
    qtbot.addWidget(line)
    line.resize(560, line.height())
    line.say(of_verdict(Verdict("wrong", 0.5, 4, "sign", "The sign is turned round."), "J"))
    line.offer("show", "Show answer")
    assert line.accessibleName() == "Wrong The sign is turned round."
    with qtbot.waitSignal(line.offered) as heard:
        line.button.click()
    assert heard.args == ["show"]
    line.offer("", "")
    assert line.button.isHidden()


def test_what_the_line_has_no_room_for_stands_in_its_tool_tip(qtbot):
    line = AnswerLine(Appearance("light"))
    qtbot.addWidget(line)
    line.resize(120, line.height())
    line.say(Saying("A sentence that is much too long for such a short line"))
    assert "too long" in line.toolTip()


def test_a_right_answer_has_the_name_of_its_blank_or_its_hint():
    assert of_verdict(Verdict("right", 0.5, 4), "J") == Saying("J", "Right", "check", "run")
    follows = of_verdict(Verdict("right", 0.5, 4, hint="Right: it follows."), "J")
    assert follows.text == "it follows."


def test_the_strip_tells_what_is_chosen(qtbot):
    strip = PencilStrip(Appearance("light"))
    qtbot.addWidget(strip)
    strip.resize(1208, strip.height())
    strip.show()
    with qtbot.waitSignal(strip.scope_chosen) as scope:
        QTest.mouseClick(
            strip.scope, Qt.MouseButton.LeftButton, pos=strip.scope.part_rect(1).center().toPoint()
        )
    assert scope.args == ["phase"]
    with qtbot.waitSignal(strip.decimals_chosen) as decimals:
        strip.decimals.setCurrentIndex(1)
        strip.decimals.activated.emit(1)
    assert decimals.args == [3]


def test_the_strip_fits_the_smallest_window(qtbot):
    strip = PencilStrip(Appearance("light"))
    qtbot.addWidget(strip)
    strip.set_tally("120 of 145 right, 12 shown, 34 slips")
    assert strip.layout().minimumSize().width() + strip.tally.sizeHint().width() <= 1208


def test_the_score_lists_the_slips_with_their_sentences(qtbot):
    paper, places = Paper(), (Place(0, 0, 0), Place(0, 1, 0), Place(0, 2, 0))
    turned = Verdict("wrong", 0.5, 4, "sign", "The sign is turned round.")
    for place, verdicts in zip(places, ((turned, Verdict("right", 0.5, 4)), (turned,), ()), strict=True):
        for verdict in verdicts:
            paper.write(place, f"{verdict.kind}")
            paper.judge(place, f"{verdict.kind}", verdict)
    paper.write(places[2], "?")
    paper.judge(places[2], "?", Verdict("wrong", 0.5, 4))
    page = ScorePage(Appearance("light"))
    qtbot.addWidget(page)
    page.show_score("Row Z[1]", paper.tally(places), paper.score(places), paper.hints(places))
    assert page.figures.text == "0 right at once, 1 right later, 2 wrong or shown, 0 still blank"
    assert [(made.words, made.count) for made in page.slips.slips] == [("sign turned round", 2), ("other", 1)]
    assert page.slips.slips[0].sentence == "The sign is turned round."


def test_a_score_without_slips_says_so(qtbot):
    page = ScorePage(Appearance("dark"))
    qtbot.addWidget(page)
    paper = Paper()
    page.show_score("Row J", paper.tally(()), paper.score(()), {})
    assert page.slips.slips == ()
    assert "No slips" in page.slips_title.text()
