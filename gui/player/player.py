"""Where in a sequence of places the window stands, and playing from place to place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PACES = ((2.0, "2 s"), (1.0, "1 s"), (0.4, "0.4 s"))
DEFAULT_PACE = 1


class Player(QObject):
    """A subclass knows what the places are: it says so by `_take`, and adds to `_tell` what else is new with a place.

    Signals: moved(int), the place; playing_changed(bool).
    """

    moved = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[str, ...] = ()
        self._index = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self.set_pace(DEFAULT_PACE)

    @property
    def phases(self) -> tuple[str, ...]:
        """The phase of each place; () before there is anything to go through."""
        return self._phases

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._phases)

    @property
    def index(self) -> int:
        """The current place, from 0."""
        return self._index

    @property
    def is_at_end(self) -> bool:
        """Whether this is the last place."""
        return 0 < self.count == self._index + 1

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    @Slot(int)
    def go_to(self, index: int) -> None:
        """Jump to a place; one beyond an end is that end. A person's jump ends playing."""
        self.stop()
        self._move(index)

    @Slot(str)
    def go_to_phase(self, phase: str) -> None:
        """The first place of a phase; nothing where there is none."""
        if phase in self._phases:
            self.go_to(self._phases.index(phase))

    @Slot(str)
    def obey(self, wish: str) -> None:
        """Do what a button of this name does: "first", "previous", "play", "next" or "last"."""
        wishes = {
            "first": self.first,
            "previous": self.previous,
            "play": self.toggle_playing,
            "next": self.next,
            "last": self.last,
        }
        wishes[wish]()

    @Slot()
    def next(self) -> None:
        """One place forwards; nothing at the end."""
        self.go_to(self._index + 1)

    @Slot()
    def previous(self) -> None:
        """One place backwards; nothing at the start."""
        self.go_to(self._index - 1)

    @Slot()
    def first(self) -> None:
        """The first place."""
        self.go_to(0)

    @Slot()
    def last(self) -> None:
        """The last place."""
        self.go_to(self.count - 1)

    @Slot()
    def toggle_playing(self) -> None:
        """Go on by itself, from the start when at the end; or stop."""
        if self.is_playing:
            self.stop()
        elif self.count:
            if self.is_at_end:
                self._move(0)
            self._timer.start()
            self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot(int)
    def set_pace(self, index: int) -> None:
        """Take another pace of PACES."""
        self._timer.setInterval(round(1000 * PACES[index][0]))

    def _take(self, phases: Iterable[str], index: int) -> None:
        """Go through other places, from this one on. Nobody is told yet."""
        self._phases = tuple(phases)
        self._index = self._held(index)

    def _held(self, index: int) -> int:
        return min(max(index, 0), max(0, self.count - 1))

    def _move(self, index: int) -> None:
        index = self._held(index)
        if index != self._index:
            self._index = index
            self._tell()

    def _tell(self) -> None:
        """Another place is the current one."""
        self.moved.emit(self._index)

    @Slot()
    def _on_time(self) -> None:
        self._move(self._index + 1)
        if self.is_at_end:
            self.stop()
