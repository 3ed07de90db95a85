"""Three small lessons in a folder, one of the user's and a broken one; and questions of every kind."""

from __future__ import annotations

from pathlib import Path

from engine.lessons import LabValues, Question, Scene
from gui.course.library import LessonFolders

BLOCK = '```scene\nlab = "activations"\n{more}```\n'
FRONT = "---\ntitle: {title}\nchapter: {chapter}\norder: {order}\nminutes: 7\nabout: {about}\n---\n"

CHOICE = """
[question]
kind = "choice"
text = "Which one is larger?"
choices = ["the first", "the second", "neither"]
answer = 2
explanation = "It has more units."
"""
NUMBER = """
[question]
kind = "number"
text = "How large is $a$ where $z$ is zero?"
answer = "1 / 2"
decimals = 1
explanation = "It is in the middle."
"""
PREDICTION = """
[question]
kind = "prediction"
text = "What will happen?"
explanation = "The slope gets smaller."
"""


def page(title: str, text: str, more: str = "", block: str = BLOCK) -> str:
    """One page with the activations lab."""
    return f"# {title}\n{text}\n\n" + block.format(more=more) + "\n"


def lesson(title: str, chapter: str, order: int, *pages: str, about: str = "Something small") -> str:
    """The text of a lesson."""
    return FRONT.format(title=title, chapter=chapter, order=order, about=about) + "".join(pages)


def write_course(root: Path) -> LessonFolders:
    """Lessons alpha (three pages), beta (three pages with questions), gamma (one page); mine and broken of the user."""
    folders = LessonFolders(root / "own", root / "user")
    for folder in (folders.own, folders.user):
        folder.mkdir()
    first = lesson(
        "Alpha",
        "C1",
        1,
        page("A beginning", "Look at the curve. Then go to [the next lesson](lesson:beta)."),
        page("A middle", "The slope is what counts.", 'note = "Ask them first."\n'),
        page("An end", "That was a saturated unit."),
    )
    second = lesson(
        "Beta",
        "C6",
        2,
        page("To choose", "Three answers.", CHOICE),
        page("To type", "A number.", NUMBER),
        page("To expect", "Say it first.", PREDICTION),
    )
    third = lesson("Gamma", "C6", 3, page("Alone", "One page only."))
    for name, text in (("alpha", first), ("beta", second), ("gamma", third)):
        (folders.own / f"{name}.md").write_text(text, encoding="utf-8")
    mine = lesson("Mine", "C7", 90, page("My page", "Some words of mine."))
    (folders.user / "mine.md").write_text(mine, encoding="utf-8")
    broken = lesson("Torn", "C7", 91, page("Torn", "A page.", "lit = z\n"))
    (folders.user / "torn.md").write_text(broken, encoding="utf-8")
    return folders


def asking(question: Question) -> Scene:
    """A page with a question."""
    return Scene("A page", "Some text.", LabValues("activations", {}), question)
