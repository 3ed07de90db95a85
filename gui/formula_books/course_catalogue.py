"""Which formulas belong into the book of the course: those of the Graph workspace, of the lessons and of the labs.

They are asked for where they are written, so that a new example, lesson or lab needs no word here. What a person types
is typeset by the thread. Imports most of the window: for `script/make_formulas` and the test that says when to run it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.graph import GALLERY, build_graph
from engine.lessons import GraphValues, Lesson, LessonFault, all_lessons
from gui.course.text.scene_formulas import formulas_of
from gui.graph.drawn_latex import drawn_latex
from gui.labs.table import PLACES, lab_class


def course_book() -> set[str]:
    """Everything that belongs into the book of the course. Raises LessonFault for a lesson that can't be read."""
    return {*gallery_latex(), *lessons_latex(), *labs_latex()}


def gallery_latex() -> Iterator[str]:
    """Titles and graphs of the gallery at their own values, as they are and with equal parts shared."""
    for example in GALLERY:
        yield example.title
        for share in (False, True):
            yield from _of_graph(example.text, example.at, share=share)


def lessons_latex() -> Iterator[str]:
    """The texts of all lessons and the graphs of their scenes."""
    for lesson in all_lessons():
        if not isinstance(lesson, Lesson):
            raise LessonFault(lesson.fault.line, f"{lesson.path.name}: {lesson.fault.text}")
        for scene in lesson.scenes:
            yield from formulas_of(scene)
            values = scene.opened_with
            if isinstance(values, GraphValues):
                yield from _of_graph(values.expression, values.at, share=values.share)


def labs_latex() -> Iterator[str]:
    """What every lab says that it may draw."""
    for key in PLACES:
        yield from lab_class(key).latex


def _of_graph(text: str, at: Mapping[str, float], *, share: bool) -> Iterator[str]:
    yield from drawn_latex(build_graph(text, share=share).at(at))
