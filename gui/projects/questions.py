"""What the window asks and says about its project, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.projects.question import Question

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"
REPLACE, ELSEWHERE = "replace", "elsewhere"


@dataclass(frozen=True)
class Answer:
    """key: what is told; text: on the button. at_left: away from the others, for what loses something."""

    key: str
    text: str
    at_left: bool = False


def ask_to_save(window: MainWindow, name: str, *, is_new: bool, then: Callable[[str], object]) -> Question:
    """Whether the changes are to be saved before something takes the place of the project."""
    what = "It has not been saved yet." if is_new else "It has changed since it was saved."
    sentence = f"{what} Without saving, its network, its run and its notes are lost."
    answers = (Answer(DISCARD, "Don't save", at_left=True), Answer(CANCEL, "Cancel"), Answer(SAVE, "Save"))
    return _open(window, f"Save {name}?", sentence, answers, then)


def ask_to_replace(
    window: MainWindow, path: Path, *, was_opened: bool, then: Callable[[str], object]
) -> Question:
    """Whether a file that is not the one that was opened may be written over."""
    if was_opened:
        title = f"{path.name} was changed by somebody else"
        sentence = (
            "Since it was opened here, another program, or another Chalknet, has written it. "
            "Replacing it takes that work away."
        )
    else:
        title, sentence = f"There is a file {path.name} already", "Replacing it takes away what is in it."
    answers = (
        Answer(REPLACE, "Replace it", at_left=True),
        Answer(CANCEL, "Cancel"),
        Answer(ELSEWHERE, "Save as…"),
    )
    return _open(window, title, sentence, answers, then, mark="warn", place=path.parent)


def say_not_saved(window: MainWindow, path: Path, sentence: str, then: Callable[[str], object]) -> Question:
    """That a project could not be saved."""
    sentence = f"{sentence} Nothing of it is lost: it is still here, unsaved."
    answers = (Answer(CANCEL, "Cancel"), Answer(ELSEWHERE, "Save as…"))
    title = "The project was not saved"
    return _open(window, title, sentence, answers, then, mark="err", place=path.parent)


def say_not_opened(window: MainWindow, path: Path, sentence: str) -> Question:
    """That a file could not be opened; where it lies is said below."""
    sentence = f"{sentence} What was open before is still there."
    answers = (Answer(CANCEL, "Close"),)
    title = f"{path.name or path} can't be opened"
    return _open(window, title, sentence, answers, lambda _: None, mark="err", place=path.parent)


def _open(
    window: MainWindow,
    title: str,
    sentence: str,
    answers: tuple[Answer, ...],
    then: Callable[[str], object],
    mark: str = "",
    place: Path | None = None,
) -> Question:
    from gui.projects.question import Question  # not needed by a start

    question = Question(window.appearance, title, sentence, answers, window, mark=mark, place=place)
    question.answered.connect(then)
    question.open()
    return question
