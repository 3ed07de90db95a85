"""Answers to the questions of a lesson, right and wrong ones."""

from __future__ import annotations

import pytest

from engine.lessons import Question, Scene, judge, parse_lesson
from engine.lessons.shapes import read_shape
from tests.engine.lessons.lesson_texts import GRAPH, lesson_text


@pytest.fixture(name="scene")
def _scene() -> Scene:
    return parse_lesson(lesson_text(GRAPH)).scenes[0]


CHOICE = Question("choice", "?", ("0.05", "0.001", "1.25"), 2)


@pytest.mark.parametrize(
    ("answer", "is_right"),
    [(2, True), (1, False), (3, False), ("0.001", True), ("0.05", False), (0, None), (4, None), ("x", None)],
)
def test_a_choice_is_judged_by_its_number_or_its_text(
    scene: Scene, answer: int | str, is_right: bool | None
) -> None:
    assert judge(CHOICE, answer, scene).is_right is is_right


@pytest.mark.parametrize(
    ("expression", "decimals", "typed", "is_right", "says"),
    [
        ("J", None, "33", True, "Right."),
        ("J", None, "33.0", True, "Right."),
        ("J", None, "34", False, "Not this one."),
        ("-J", None, "33", False, "sign"),
        ("J / 7", None, "4.71", True, "Right."),
        ("J / 7", None, "4,714", True, "Right."),
        ("J / 7", None, "4.72", False, "Not this one."),
        ("J / 7", 3, "4.714", True, "Right."),
        ("J / 7", 3, "4.71", False, "give 3 decimals"),
        ("0.25**5", None, "0", False, "give 4 decimals"),
        ("0.25**5", None, "0.001", True, "Right."),
        ("0.25**5", None, "0.00098", True, "Right."),
        ("0.25**5", None, "9.8e-4", True, "Right."),
        ("a - 5", None, "0", True, "Right."),
        ("J", None, "many", None, "Type a number"),
        ("J", None, "", None, "Type a number"),
    ],
)
def test_a_number_is_judged_at_the_decimals_that_are_asked_or_typed(
    scene: Scene, expression: str, decimals: int | None, typed: str, is_right: bool | None, says: str
) -> None:
    verdict = judge(Question("number", "?", (), expression, decimals), typed, scene)
    assert verdict.is_right is is_right
    assert says in verdict.text


@pytest.mark.parametrize(
    "typed", ["(4,3)", "(4, 3)", "4 x 3", "4×3", "4x3", "[4, 3]", "4 by 3", "4,3", "( 04 ; 3 )", "4 3"]
)
def test_a_shape_is_read_however_it_is_typed(scene: Scene, typed: str) -> None:
    assert judge(Question("shape", "?", (), "(4, 3)"), typed, scene).is_right is True


@pytest.mark.parametrize(
    ("typed", "is_right", "says"),
    [
        ("(3, 4)", False, "other way round"),
        ("(4, 4)", False, "Not this one"),
        ("(4,)", False, "2 numbers"),
        ("(4, 3, 1)", False, "2 numbers"),
        ("", None, "Type a shape"),
        ("four by three!", None, "Type a shape"),
    ],
)
def test_a_wrong_shape_is_told_why(scene: Scene, typed: str, is_right: bool | None, says: str) -> None:
    verdict = judge(Question("shape", "?", (), "(4, 3)"), typed, scene)
    assert verdict.is_right is is_right
    assert says in verdict.text


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(4, m)", ("4", "m")),
        ("4 x m", ("4", "m")),
        ("n[1] x n[0]", ("n[1]", "n[0]")),
        ("(5,)", ("5",)),
        ("n_x, 1", ("n_x", "1")),
    ],
)
def test_shapes_may_hold_letters(text: str, shape: tuple[str, ...]) -> None:
    assert read_shape(text) == shape


def test_a_prediction_is_never_wrong_and_shown_beside_what_is_computed(scene: Scene) -> None:
    asked = Question("prediction", "?", (), "db")
    assert judge(asked, "5", scene).is_right is True
    assert judge(asked, "5", scene).text == "You expected 5. It is 6."
    assert judge(asked, "6", scene).text == "Just so: it is 6."
    assert judge(asked, "it grows", scene).text == "It is 6."
    assert judge(asked, "   ", scene).is_right is None


def test_a_prediction_without_an_answer_takes_anything(scene: Scene) -> None:
    verdict = judge(Question("prediction", "?"), "it falls", scene)
    assert (verdict.is_right, verdict.text) == (True, "")


def test_values_that_are_there_already_are_used(scene: Scene) -> None:
    assert judge(Question("number", "?", (), "J"), "99", scene, {"J": 99.0}).is_right is True
