"""Pencil mode itself: what is blank now, what was typed for which update, and where the next blank is. No Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np

from engine.step.pencil import Place
from engine.step.tape import Tape
from gui.step.pencil.blanks import ALL, PHASE, ROW, Cells, asked_cells, rows_of
from gui.step.pencil.covering import covered_tape
from gui.step.pencil.paper import Paper, Tally

DECIMALS = (2, 3, 4, 5, 6)
MOST_PAPERS = 24  # so many updates keep what was typed


class Pencil:
    """Holds the tape with all its numbers; `shown` is the one that may be seen."""

    def __init__(self) -> None:
        self.is_on = False
        self.scope = ROW
        self.decimals = 4
        self.paper = Paper()
        self._papers: dict[bytes, Paper] = {}
        self._tape: Tape | None = None
        self._index = 0
        self._shown: Tape | None = None
        self._covered: frozenset[Place] = frozenset()
        self._cells: dict[int, Cells] = {}

    @property
    def tape(self) -> Tape | None:
        """The tape that is worked on."""
        return self._tape

    @property
    def index(self) -> int:
        """The row that is looked at."""
        return self._index

    @property
    def shown(self) -> Tape:
        """The tape without the numbers that are blank now; the same object until that changes."""
        assert self._tape is not None
        blanks = frozenset(self.open_places()) if self.is_on else frozenset()
        if self._shown is None or blanks != self._covered:
            self._shown, self._covered = covered_tape(self._tape, blanks), blanks
        return self._shown

    def set_tape(self, tape: Tape) -> None:
        """Work on another update, with the paper that belongs to it."""
        self._tape, self._shown = tape, None
        self._index = 0
        self._cells.clear()
        key = _fingerprint(tape)
        self.paper = self._papers.pop(key) if key in self._papers else Paper()
        self._papers[key] = self.paper
        while len(self._papers) > MOST_PAPERS:
            del self._papers[next(iter(self._papers))]

    def show_row(self, index: int) -> None:
        """Look at another row."""
        self._index = index

    def places(self) -> tuple[Place, ...]:
        """All blanks of what is asked now, filled in or not."""
        if self._tape is None:
            return ()
        return self._places(rows_of(self._tape, self.scope, self._index))

    def open_places(self) -> tuple[Place, ...]:
        """Those that are not solved."""
        return tuple(place for place in self.places() if not self.paper.is_solved(place))

    def cells(self) -> Cells:
        """The blanks of the row that is looked at."""
        return self._asked(self._index)

    def is_open(self, place: Place) -> bool:
        """Whether a number is to be typed there."""
        return self.is_on and not self.paper.is_solved(place) and (place.k, place.i) in self.cells()

    def next_open(self, place: Place, *, forward: bool = True) -> Place | None:
        """The blank after this one, in the rows after it as well; from the last one the first that was left out.

        Where one row is asked at a time the rows after it follow; there is no way round then.
        """
        if self._tape is None:
            return None
        scope = ALL if self.scope == ROW else self.scope
        places = self._places(rows_of(self._tape, scope, place.row))
        still = [other for other in places if other != place and not self.paper.is_solved(other)]
        order = (place.row, place.k, place.i)
        if forward:
            after = [other for other in still if (other.row, other.k, other.i) > order]
            return next(iter(after), None if self.scope == ROW else next(iter(still), None))
        before = [other for other in still if (other.row, other.k, other.i) < order]
        return before[-1] if before else None

    def first_open(self) -> Place | None:
        """The first blank of the row that is looked at, else of what is asked."""
        here = (place for place in self.open_places() if place.row == self._index)
        return next(here, next(iter(self.open_places()), None))

    def tally(self) -> Tally:
        """How far what is asked is filled in."""
        return self.paper.tally(self.places())

    def row_tally(self) -> Tally:
        """How far the row that is looked at is filled in."""
        return self.paper.tally(self._places((self._index,)))

    def hidden_costs(self) -> tuple[bool, bool]:
        """Whether J before the update is not to be seen, and J after it."""
        if not self.is_on or self._tape is None:
            return False, False
        cost = self._tape.row("J").index
        blanks = self.open_places()
        return any(place.row <= cost for place in blanks), bool(blanks)

    def marks(self) -> dict[int, str]:
        """For rows of the tape that were worked at: "right" when all of it is, "wrong" where something is wrong."""
        marks: dict[int, str] = {}
        for row in self._tape.rows if self._tape is not None else ():
            states = [self.paper.state(place) for place in self._places((row.index,))]
            if "wrong" in states or "given" in states:
                marks[row.index] = "wrong"
            elif states and all(state == "right" for state in states):
                marks[row.index] = "right"
        return marks

    def _places(self, rows: Iterable[int]) -> tuple[Place, ...]:
        """The blanks of these rows in the order in which they are filled in."""
        return tuple(Place(index, k, i) for index in rows for k, i in self._asked(index))

    def _asked(self, index: int) -> Cells:
        if self._tape is None:
            return ()
        if index not in self._cells:
            self._cells[index] = asked_cells(self._tape.rows[index])
        return self._cells[index]

    def what(self) -> str:
        """What is asked now, in a few words."""
        if self._tape is None:
            return ""
        row = self._tape.rows[self._index]
        return {ROW: f"Row {row.name}", PHASE: f"{row.phase.capitalize()} phase"}.get(
            self.scope, "The whole update"
        )


def _fingerprint(tape: Tape) -> bytes:
    """The same for two records of one update: they start from the same numbers and are computed alike."""
    moment = tape.moment
    digest = hashlib.blake2b(repr((moment.spec, moment.training, moment.t, moment.iteration)).encode())
    memory = [array for pairs in moment.memory.values() for pair in pairs[1:] for array in pair]
    for array in _in_order(moment.W[1:], moment.b[1:], (moment.X, moment.Y), memory):
        digest.update(repr(array.shape).encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.digest()


def _in_order(*groups: Sequence[np.ndarray]) -> list[np.ndarray]:
    return [array for group in groups for array in group]
