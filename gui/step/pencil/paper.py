"""What a student has written for one update: typed numbers, what was said of them, and what he was shown. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.step.pencil import Place, Verdict
from engine.step.score import Score

State = Literal["empty", "typed", "right", "wrong", "unreadable", "given"]
SOLVED: tuple[State, ...] = ("right", "given")


@dataclass(frozen=True)
class Answer:
    """text: as it was typed; verdict: what was said of this very text, None before it was judged.

    is_given: the right number was shown on request.
    """

    text: str
    verdict: Verdict | None = None
    is_given: bool = False

    @property
    def state(self) -> State:
        """How the blank looks."""
        if self.is_given:
            return "given"
        if self.verdict is not None:
            return self.verdict.kind
        return "typed" if self.text.strip() else "empty"


BLANK = Answer("")


@dataclass(frozen=True)
class Tally:
    """right: blanks that are right now; count: all of them; given: those that were shown; slips: wrong answers."""

    right: int
    given: int
    count: int
    slips: int

    @property
    def is_done(self) -> bool:
        """Whether nothing is blank any more."""
        return self.right + self.given == self.count

    @property
    def text(self) -> str:
        """7 of 12 right, 2 slips."""
        slips = "no slip" if not self.slips else "1 slip" if self.slips == 1 else f"{self.slips} slips"
        shown = f", {self.given} shown" if self.given else ""
        return f"{self.right} of {self.count} right{shown}, {slips}"


class Paper:
    """Belongs to one tape. Nothing that was typed is forgotten before `erase`."""

    def __init__(self) -> None:
        self._answers: dict[Place, Answer] = {}
        self._tried: dict[Place, list[Verdict]] = {}

    def answer(self, place: Place) -> Answer:
        """What stands in a blank."""
        return self._answers.get(place, BLANK)

    def state(self, place: Place) -> State:
        """How a blank looks."""
        return self.answer(place).state

    def is_solved(self, place: Place) -> bool:
        """Whether its number is shown again."""
        return self.state(place) in SOLVED

    def write(self, place: Place, text: str) -> None:
        """Another text in a blank; what was said of the one before does not hold for it."""
        if not self.is_solved(place) and text != self.answer(place).text:
            self._answers[place] = Answer(text)

    def judge(self, place: Place, text: str, verdict: Verdict) -> bool:
        """Note what was said of a text; False where another one stands there by now."""
        if self.is_solved(place) or self.answer(place).text != text:
            return False
        self._answers[place] = Answer(text, verdict)
        tried = self._tried.setdefault(place, [])
        if verdict.kind != "unreadable" and tried[-1:] != [verdict]:
            tried.append(verdict)
        return True

    def give(self, place: Place, expected: float) -> None:
        """Show the right number, which counts as wrong."""
        if not self.is_solved(place):
            self._answers[place] = Answer(self.answer(place).text, None, is_given=True)
            self._tried.setdefault(place, []).append(Verdict("wrong", expected, 0))

    def entries(self) -> dict[Place, str]:
        """What was typed and not replaced by the right number: later answers may follow from it."""
        return {
            place: answer.text
            for place, answer in self._answers.items()
            if answer.text.strip() and not answer.is_given
        }

    def erase(self, places: Iterable[Place]) -> None:
        """Make these blank again, and forget what was said of them."""
        for place in places:
            self._answers.pop(place, None)
            self._tried.pop(place, None)

    def score(self, places: Iterable[Place]) -> Score:
        """What came of these blanks."""
        score = Score()
        for place in places:
            for verdict in self._tried.get(place, ()):
                score.record(place, verdict)
        return score

    def hints(self, places: Iterable[Place]) -> Mapping[str, str]:
        """For each slip that was made the sentence that was said of it last."""
        said = (verdict for place in places for verdict in self._tried.get(place, ()))
        return {verdict.slip: verdict.hint for verdict in said if verdict.slip}

    def tally(self, places: Iterable[Place]) -> Tally:
        """How far these blanks are filled in."""
        places = tuple(places)
        states = [self.state(place) for place in places]
        wrong = sum(
            verdict.kind == "wrong" and not self._was_given(place, verdict)
            for place in places
            for verdict in self._tried.get(place, ())
        )
        return Tally(states.count("right"), states.count("given"), len(places), wrong)

    def _was_given(self, place: Place, verdict: Verdict) -> bool:
        return self.answer(place).is_given and verdict is self._tried[place][-1]
