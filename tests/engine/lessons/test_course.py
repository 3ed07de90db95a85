"""The lessons that come along: sound, and every number that they state computed anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.location import lesson_folder
from engine.lessons import Lesson, Scene, all_lessons, check, judge, read_lesson, scene_values, write_lesson
from engine.lessons.writing import write_scene

LESSONS = sorted(lesson_folder().glob("*.md"))


def named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=path.stem) for path in paths]


@pytest.mark.parametrize("path", named(LESSONS))
def test_a_lesson_of_the_course_has_no_fault(path: Path) -> None:
    lesson, faults = check(path)
    assert [f"{path.name}:{fault.line}: {fault.text}" for fault in faults] == []
    assert lesson is not None
    assert 5 <= len(lesson.scenes) <= 10
    assert all(scene.text for scene in lesson.scenes)


@pytest.mark.parametrize("path", named(LESSONS))
def test_a_page_lights_at_most_two_things(path: Path) -> None:
    assert [scene.title for scene in read_lesson(path).scenes if len(scene.lit) > 2] == []


@pytest.mark.parametrize("path", named(LESSONS))
def test_a_lesson_of_the_course_reads_back_as_it_is_written(path: Path, tmp_path: Path) -> None:
    lesson = read_lesson(path)
    copy = tmp_path / path.name
    copy.write_text(write_lesson(lesson), encoding="utf-8")
    assert read_lesson(copy) == lesson
    assert all(write_scene(scene) for scene in lesson.scenes)


def right_answer(scene: Scene, values: dict[str, float]) -> str:
    """What a reader has to choose or type."""
    from engine.lessons.computing import compute

    question = scene.question
    assert question is not None
    if question.kind == "choice":
        return question.choices[int(str(question.answer)) - 1]
    if question.kind == "shape" or question.answer is None:
        return str(question.answer)
    return f"{compute(str(question.answer), values):.12f}"


@pytest.mark.parametrize("path", named(LESSONS))
def test_every_question_knows_right_from_wrong(path: Path) -> None:
    for scene in read_lesson(path).scenes:
        if scene.question is None:
            continue
        values = scene_values(scene)
        assert judge(scene.question, right_answer(scene, values), scene, values).is_right is True
        if scene.question.kind == "choice":
            wrong = [choice for choice in scene.question.choices if choice != right_answer(scene, values)]
            assert all(judge(scene.question, choice, scene, values).is_right is False for choice in wrong)
        elif scene.question.kind != "prediction":
            typed = "(97, 89)" if scene.question.kind == "shape" else "-987654.5"
            assert judge(scene.question, typed, scene, values).is_right is False


def test_no_two_lessons_share_a_place_or_a_title() -> None:
    lessons = [lesson for lesson in all_lessons() if isinstance(lesson, Lesson)]
    assert len(lessons) == len(LESSONS) >= 1
    assert len({lesson.order for lesson in lessons}) == len(lessons)
    assert len({lesson.title for lesson in lessons}) == len(lessons)
