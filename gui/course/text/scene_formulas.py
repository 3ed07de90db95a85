"""The formulas of a lesson's page: of all that is to be read on it. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from engine.lessons.lesson import Scene
from gui.course.text.markdown import formulas_in


def formulas_of(scene: Scene) -> Iterator[str]:
    """The LaTeX of its title, its text, its question with choices and explanation, the presenter's note."""
    asked = scene.question
    of_question = (asked.text, *asked.choices, asked.explanation) if asked is not None else ()
    for text in (scene.title, scene.text, *of_question, scene.note):
        yield from formulas_in(text)
