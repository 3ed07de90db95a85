"""Answers are judged beside the window's thread: what is right may have to be computed, up to two seconds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from engine.lessons.judging import Verdict, judge
from engine.lessons.lesson import Question, Scene
from gui.course.question.answer import Answer
from gui.errands import Errands

PLAIN = ("Right.", "Not this one.")  # what the mark says already
FAILED = "This answer can't be judged: {}."


class Judging(QObject):
    """`ask` judges. Signals: judged(key, Answer), in the window's thread; key: what `ask` was given."""

    judged = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being judged."""
        return self._errands.is_busy

    def ask(self, key: object, scene: Scene, given: str) -> None:
        """Judge an answer to a scene's question."""
        assert scene.question is not None
        question = scene.question
        if question.kind == "choice":  # nothing is computed
            self.judged.emit(key, answer_of(question, given, _verdict(question, given, scene)))
            return
        self._errands.run(partial(_verdict, question, given, scene), (key, question, given))

    def close(self) -> None:
        """Judge nothing more."""
        self._errands.close()

    @Slot(object, object)
    def _on_done(self, label: tuple[object, Question, str], verdict: Verdict) -> None:
        key, question, given = label
        self.judged.emit(key, answer_of(question, given, verdict))


def answer_of(question: Question, given: str, verdict: Verdict) -> Answer:
    """What is kept: one that could not be read is no answer, only a hint; a prediction is explained at once."""
    said = "" if verdict.text in PLAIN else verdict.text
    if verdict.is_right is None:
        return Answer(said=said)
    is_explained = verdict.is_right or question.kind == "prediction"
    return Answer(given, verdict.is_right, said, is_explained)


def _verdict(question: Question, given: str, scene: Scene) -> Verdict:
    try:
        return judge(question, int(given) if question.kind == "choice" else given, scene)
    except ValueError as error:
        return Verdict(None, FAILED.format(error))
