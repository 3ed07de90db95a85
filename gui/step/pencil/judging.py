"""Has answers judged beside the GUI thread: a large network's rows are worked out anew for every answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.pencil import Place, Verdict, judge
from gui.errands import Errands
from gui.step.pencil.paper import Paper
from gui.step.pencil.pencil import Pencil


@dataclass(frozen=True, eq=False)
class Asked:
    """An answer on its way to be judged; goes_on: to the next blank if it is right."""

    paper: Paper
    place: Place
    text: str
    goes_on: bool = False


class Judging(QObject):
    """Signals: judged(Asked, Verdict), for answers that still stand where they were written, now with their verdict."""

    judged = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands(self)
        self._errands.done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._errands.is_busy

    def ask(self, pencil: Pencil, place: Place, *, goes_on: bool = False) -> None:
        """Have what stands in a blank judged."""
        assert pencil.tape is not None
        paper = pencil.paper
        text = paper.answer(place).text
        work = partial(judge, pencil.tape, place, text, paper.entries(), pencil.decimals)
        self._errands.run(work, Asked(paper, place, text, goes_on))

    def close(self) -> None:
        """Nothing is judged any more."""
        self._errands.close()

    @Slot(object, object)
    def _on_done(self, asked: Asked, verdict: Verdict) -> None:
        if asked.paper.judge(asked.place, asked.text, verdict):
            self.judged.emit(asked, verdict)
