"""Every lesson that comes along, read in the real window as a person reads it: page by page, answering everything."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.data.location import lesson_folder
from engine.lessons import Question, Scene, TrainValues, read_lesson, scene_values
from engine.lessons.computing import compute
from engine.lessons.shapes import read_shape
from gui.course.question.card import QuestionCard
from gui.course.stage.lab_scene import LabScene
from gui.course.stage.stage import Stage
from gui.course.workspace import CourseWorkspace
from gui.main_window import MainWindow
from tests.app.course_driving import (
    PATIENCE_MS,
    click,
    halo_round,
    is_whole,
    open_lesson,
    press,
    rect_in,
    settle,
)

LESSONS = [pytest.param(path, id=path.stem) for path in sorted(lesson_folder().glob("*.md"))]
SMALL = (1280, 720)
DECIMALS = 8  # of an answer that may have as many as one likes


@pytest.mark.parametrize("path", LESSONS)
def test_that_a_lesson_is_read_to_its_end_with_every_question_answered(
    open_window, qtbot, path: Path
) -> None:
    window = open_window(size=SMALL)
    course = open_lesson(window, qtbot, path.stem)
    scenes = read_lesson(path).scenes
    for index, scene in enumerate(scenes):
        assert (course.lessons.index, course.lessons.scene) == (index, scene)
        come_to_rest(window, qtbot, course, scene)
        assert course.stage.scene is not None, f"{scene.title}: {course.stage.notice.text()}"
        assert course.stage.kind == scene_kind(scene)
        check_text(course, scene)
        check_lights(course, scene)
        if scene.question is not None:
            answer_it(window, qtbot, course, scene)
            check_text(course, scene)
        turn_the_page(window, course, by_key=index % 2 == 0)
    following = course.library.after(path.stem)
    entry = course.lessons.entry if course.shown == "lesson" else None
    assert entry == following
    settle(window, qtbot)
    assert course.book.of(path.stem).share(len(scenes)) == 1.0
    asked = [scene.question for scene in scenes if scene.question is not None]
    judged = [question for question in asked if question.answer is not None]
    assert len(judged) <= course.book.of(path.stem).right <= len(asked)


def scene_kind(scene: Scene) -> str:
    """Of a scene that stays as it was the kind of that one."""
    return Scene("", "", scene.opened_with).kind


def come_to_rest(window: MainWindow, qtbot: QtBot, course: CourseWorkspace, scene: Scene) -> None:
    """Until the scene is there; one that runs is seen to run, and paused."""
    if isinstance(scene.values, TrainValues) and scene.values.run:
        before = scene.values.updates
        qtbot.waitUntil(lambda: updates_of(course.stage) > before, timeout=PATIENCE_MS)
        assert course.is_running
        press(window, Qt.Key.Key_Space)
    settle(window, qtbot)
    assert not course.is_running


def updates_of(stage: Stage) -> int:
    """How many updates its counter shows."""
    return int(stage.counter_text.replace(",", "") or 0)


def check_text(course: CourseWorkspace, scene: Scene) -> None:
    """Nothing of the page is cut, overlaps or lies beyond where one can scroll."""
    page = course.lessons.column.page
    assert page.title.text() == scene.title
    assert page.text.text() == scene.text
    card = [page.card] if scene.question is not None else []
    words = [page.title, page.text]
    if card:
        assert page.card.text.text() == scene.question.text
        words += [w for w in (page.card.text, page.card.said, page.card.explanation) if w.isVisible()]
    for text in words:
        assert is_whole(text), f"{scene.title}: {text.text()[:40]}"
    below = [rect_in(widget, page.widget()) for widget in (page.crumb, page.title, page.text, *card)]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(below))
    assert below[-1].bottom() < page.widget().height()
    assert page.widget().width() == page.width()
    assert page.verticalScrollBar().maximum() >= page.widget().height() - page.viewport().height()


def check_lights(course: CourseWorkspace, scene: Scene) -> None:
    """Whatever the scene lights has its halo, on the stage or in the bar."""
    stage, bar = course.stage, course.lessons.bar
    for name in scene.lit:
        where = f"{scene.title}: {name}"
        if name in stage.lit_elsewhere:
            assert halo_round({"run": bar.run, "update": bar.update_button, "reset": bar.reset}[name], bar), (
                where
            )
        elif isinstance(stage.scene, LabScene):
            labs = [lab for lab in stage.scene.labs if name in lab._controls]
            assert labs, where
            assert all(halo_round(lab._controls[name], lab) for lab in labs), where
        else:
            targets = stage.scene.targets_of(name)
            assert targets, where
            assert any(halo_round(target, stage.scene) for target in targets), where


def answer_it(window: MainWindow, qtbot: QtBot, course: CourseWorkspace, scene: Scene) -> None:
    """Answer wrong, where that is possible, then right."""
    card, question = course.lessons.column.page.card, scene.question
    wrong, right = answers_to(question, scene)
    assert not card.answer.is_given
    if wrong:
        give(card, question, wrong)
        settle(window, qtbot)
        assert card.answer.is_right is False, f"{scene.title}: {wrong}"
        assert not card.explanation.isVisible()
        show(course, card.again)
        click(card.again)
    give(card, question, right)
    settle(window, qtbot)
    assert card.answer.is_right is True, f"{scene.title}: {right}"
    assert card.explanation.isVisible() == bool(question.explanation)


def answers_to(question: Question, scene: Scene) -> tuple[str, str]:
    """A wrong answer, "" where none is wrong, and the right one: numbers of choices from 1, or what is typed."""
    if question.kind == "choice":
        return str(question.answer % len(question.choices) + 1), str(question.answer)
    if question.kind == "shape":
        shape = (*read_shape(question.answer)[:-1], "99")
        return f"({', '.join(shape)},)", question.answer
    if question.answer is None:
        return "", "It will go down"
    number = compute(question.answer, scene_values(scene))
    decimals = DECIMALS if question.decimals is None else question.decimals
    wrong = "" if question.kind == "prediction" else f"{number + 1:.{decimals}f}"
    return wrong, f"{number:.{decimals}f}"


def give(card: QuestionCard, question: Question, answer: str) -> None:
    """Click a choice, or type and press Return."""
    if question.kind == "choice":
        row = card.rows[int(answer) - 1]
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        return
    field = card.typed.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, answer)
    QTest.keyClick(field, Qt.Key.Key_Return)


def show(course: CourseWorkspace, widget: QWidget) -> None:
    """Scroll to it, as a person does."""
    course.lessons.column.page.ensureWidgetVisible(widget)


def turn_the_page(window: MainWindow, course: CourseWorkspace, *, by_key: bool) -> None:
    """Page Down, or the button at the foot."""
    if by_key:
        press(window, Qt.Key.Key_PageDown)
    else:
        click(course.lessons.column.pager.next)
