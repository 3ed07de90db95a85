"""What a lesson is: frozen, checked values. Nothing here reads a file, computes or draws.

Rows, cells, columns and examples count from 1, as a lesson writes them; only the event of a graph counts from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from engine.lessons.errors import LessonFault
from engine.setup import Setup

Kind = Literal["train", "step", "graph", "lab", "same"]
QuestionKind = Literal["choice", "number", "shape", "prediction"]

PANELS = ("network", "output", "cost", "gradients", "controls")
SHOWN_AT_FIRST = ("network", "output", "cost")


@dataclass(frozen=True)
class TrainValues:
    """A live network. setup fits its data already.

    run: it runs when the scene opens. updates: so many are made when it opens. show: keys of PANELS.
    """

    setup: Setup = field(default_factory=Setup)
    run: bool = False
    updates: int = 0
    show: tuple[str, ...] = SHOWN_AT_FIRST


@dataclass(frozen=True)
class StepValues:
    """The next update of a network after `updates` of them, as a tape.

    row: its name such as "dW[1]", or its number from 1. cell: (row, column) of the result from 1, None: none selected.
    columns: "batch", "all", or a training example from 1. pencil: the numbers are blanks.
    """

    setup: Setup = field(default_factory=Setup)
    updates: int = 0
    row: str | int = 1
    cell: tuple[int, int] | None = None
    columns: Literal["batch", "all"] | int = "batch"
    pencil: bool = False


@dataclass(frozen=True)
class GraphValues:
    """A computation graph. at: a number for each variable. event: the one that it stands at, from 0; None: before
    the first. share: equal sub-expressions are written once. nudge: the variable that is nudged, "": none."""

    expression: str
    at: Mapping[str, float]
    event: int | None = None
    share: bool = False
    nudge: str = ""


@dataclass(frozen=True)
class LabValues:
    """A lab, by its key in `engine.labs.table`. settings: all of them, checked. below: a second lab under it."""

    key: str
    settings: Mapping[str, object]
    below: LabValues | None = None


@dataclass(frozen=True)
class SameValues:
    """The scene before stays as the reader left it. kept: what it was opened with."""

    kept: TrainValues | StepValues | GraphValues | LabValues


Values = TrainValues | StepValues | GraphValues | LabValues | SameValues
KINDS: dict[type, Kind] = {
    TrainValues: "train",
    StepValues: "step",
    GraphValues: "graph",
    LabValues: "lab",
    SameValues: "same",
}


@dataclass(frozen=True)
class Fact:
    """A number that the text states as it is written, and the expression by which the engine gets it."""

    says: str
    expression: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Question:
    """answer: of a choice its number from 1, of a shape such as "(4, 3)", of a number or prediction an expression over
    the scene's values; None: a prediction that nothing is computed for. decimals: None: those that are typed."""

    kind: QuestionKind
    text: str
    choices: tuple[str, ...] = ()
    answer: int | str | None = None
    decimals: int | None = None
    explanation: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Scene:
    """One page: text (Markdown with $LaTeX$) beside something that the reader plays with.

    lit: controls with the halo. given: numbers of the text that are no results. note: for the presenter only.
    line: of its heading in the file.
    """

    title: str
    text: str
    values: Values
    question: Question | None = None
    facts: tuple[Fact, ...] = ()
    lit: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    note: str = ""
    line: int = field(default=1, compare=False)

    @property
    def kind(self) -> Kind:
        """What the scene shows: "train", "step", "graph", "lab" or "same"."""
        return KINDS[type(self.values)]

    @property
    def opened_with(self) -> TrainValues | StepValues | GraphValues | LabValues:
        """The values that it opens with; of a scene that stays the same those of the scene that it keeps."""
        return self.values.kept if isinstance(self.values, SameValues) else self.values


@dataclass(frozen=True)
class Lesson:
    """One file. chapter: "C1" to "C9"; order: its place in the course; minutes: how long it takes, about."""

    title: str
    chapter: str
    order: int
    minutes: int
    about: str
    words: tuple[str, ...]
    scenes: tuple[Scene, ...]
    path: Path | None = field(default=None, compare=False)


@dataclass(frozen=True)
class BrokenLesson:
    """A file that can't be shown, and why: the first fault."""

    path: Path
    fault: LessonFault
