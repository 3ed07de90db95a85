"""How many updates come next, and when a snapshot is due, for each kind of speed. No Qt, no thread.

Full speed works in slices of about a millisecond, so that commands and the gate are looked at in between.
"""

from __future__ import annotations

import time
from collections import deque

from engine.session import Session
from gui.training.speed import Speed

SLICE = 0.001  # seconds of training between two looks at the commands and the gate
SLOWEST_FRAME = 1 / 30  # seconds; work that lasts longer than this shows itself on the way
ENOUGH_FRAMES = 0.018  # seconds; just more than a frame, so that every second frame shows something new
DEAR = 0.009  # seconds of measuring that leave less than half a frame for training
MEASURING_SHARE = 0.1  # of the time at full speed goes to measuring for snapshots ...
OLDEST_MEASURED = 1 / 15  # seconds; ... more if what is shown would else be older than this ...
MOST_MEASURING_SHARE = 0.25  # ... but never more than this
RATE_WINDOW = 0.5  # seconds over which updates a second are counted


class Pace:
    """Decides for one speed. The worker asks `updates_now`, reports with `learn`, and asks `may_publish`."""

    def __init__(self, speed: Speed) -> None:
        self._speed = speed
        self._seconds_per_update = 0.0
        self._owed: float = 1.0  # the first update comes at once
        self._last_look = time.perf_counter()
        self._last_published = 0.0
        self._cost_of_publishing = 0.0
        self._last_measured = 0.0
        self._cost_of_measuring = 0.0
        self._frame_target: int | None = None
        self._behind = False

    def updates_now(self, session: Session, taken: bool) -> int:
        """How many updates to make before looking around again; 0: wait."""
        if self._speed.updates_per_second is not None:
            return self._updates_by_the_clock(self._speed.updates_per_second)
        if self._speed.epochs_per_frame is not None:
            return self._updates_of_this_frame(session, self._speed.epochs_per_frame, taken)
        return self._slice()

    def learn(self, updates: int, seconds: float) -> None:
        """How long so many updates took: slices adapt to the network's size."""
        each = seconds / updates
        self._seconds_per_update = (
            each if not self._seconds_per_update else 0.8 * self._seconds_per_update + 0.2 * each
        )

    def may_publish(self, taken: bool) -> bool:
        """Whether a snapshot should be made now: at least as long is trained as the last snapshot took to make.

        Where measuring is dear, 30 snapshots a second are enough: painting more would take time from the updates.
        """
        if not taken:
            return False
        since = time.perf_counter() - self._last_published
        if self._frame_target is not None:
            return since > SLOWEST_FRAME
        is_dear = self._cost_of_measuring > DEAR
        wait = max(self._cost_of_publishing, ENOUGH_FRAMES) if is_dear else self._cost_of_publishing
        return since >= wait or not self._speed.is_full

    def should_measure(self) -> bool:
        """Whether the next snapshot should measure costs and pictures anew: always, but rarely enough at full speed."""
        cost = self._cost_of_measuring
        wait = min(cost / MEASURING_SHARE, OLDEST_MEASURED)
        wait = max(wait, cost / MOST_MEASURING_SHARE)
        return not self._speed.is_full or time.perf_counter() - self._last_measured >= wait

    def published(self, seconds: float, measured: bool = True) -> None:
        """A snapshot has just been left in the mailbox; making it took so long."""
        self._last_published = time.perf_counter()
        self._cost_of_publishing = seconds
        if measured:
            self._last_measured, self._cost_of_measuring = self._last_published, seconds

    def pause(self) -> float:
        """How long to wait when there is nothing to do, in seconds."""
        if self._speed.updates_per_second is not None:
            return max(0.0005, (1.0 - self._owed) / self._speed.updates_per_second)
        return SLOWEST_FRAME

    def _slice(self) -> int:
        return max(1, int(SLICE / self._seconds_per_update)) if self._seconds_per_update else 1

    def _updates_by_the_clock(self, per_second: float) -> int:
        now = time.perf_counter()
        self._owed = min(self._owed + (now - self._last_look) * per_second, max(1.0, per_second / 10))
        self._last_look = now
        updates = min(int(self._owed), self._slice())
        self._owed -= updates
        return updates

    def _updates_of_this_frame(self, session: Session, epochs: int, taken: bool) -> int:
        trainer = session.trainer
        if self._frame_target is None:
            if not taken:
                return 0
            self._frame_target = trainer.iteration + epochs * trainer.updates_per_epoch
        left = self._frame_target - trainer.iteration
        if left <= 0 or left > epochs * trainer.updates_per_epoch:
            self._frame_target = None
            return 0
        updates = min(left, self._slice())
        if updates == left:
            self._frame_target = None
        return updates


class UpdateRate:
    """Updates a second over the last moment."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def restart(self, iteration: int) -> None:
        """A run begins here."""
        self._marks.clear()
        self._marks.append((time.perf_counter(), iteration))

    def per_second(self, iteration: int) -> float:
        """The rate up to now, at this iteration."""
        now = time.perf_counter()
        self._marks.append((now, iteration))
        while len(self._marks) > 2 and now - self._marks[0][0] > RATE_WINDOW:
            self._marks.popleft()
        began, first = self._marks[0]
        return max(0.0, (iteration - first) / (now - began)) if now > began else 0.0
