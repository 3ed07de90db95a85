"""A question fits its width whatever a file is called, and says where the file lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.appearance import Appearance
from gui.projects.question import BREAK, WIDTH, Question, breakable
from gui.projects.questions import Answer


def test_that_long_words_get_places_to_break_and_short_ones_none():
    assert breakable("lecture.chalk can't be opened") == "lecture.chalk can't be opened"
    assert breakable("x" * 30) == "x" * 30
    broken = breakable(f"{'x' * 70} y")
    assert [len(part) for part in broken.split(BREAK)] == [30, 30, 12]
    assert broken.replace(BREAK, "") == f"{'x' * 70} y"


@pytest.mark.parametrize("name", ["a.chalk", "x" * 200 + ".chalk", "größe & gewicht " * 12 + ".chalk"])
def test_that_every_word_is_inside_and_the_folder_is_named(qtbot, name):
    sentence = f"{name} is empty: open another copy of it."
    answers = (Answer("replace", "Replace it", at_left=True), Answer("cancel", "Close"))
    question = Question(
        Appearance("light"), f"{name} can't be opened", sentence, answers, mark="err", place=Path("/shelf")
    )
    qtbot.addWidget(question)
    question.show()
    assert question.width() == WIDTH
    for label in (question.title, question.sentence):
        assert label.sizeHint().width() <= WIDTH
        needed = label.fontMetrics().boundingRect(
            label.contentsRect(), label.alignment() | 0x1000, label.text()
        )
        assert needed.width() <= label.width()
        assert needed.height() <= label.height()
    assert question.place.text() == f"In {Path('/shelf')}"


def test_that_a_question_of_no_file_names_no_folder(qtbot):
    question = Question(Appearance("light"), "Save Circle?", "It has changed.", (Answer("save", "Save"),))
    qtbot.addWidget(question)
    question.show()
    assert not question.place.isVisible()
