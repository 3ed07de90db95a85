"""The words and numbers of the status bar, as plain text. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Divergence, Snapshot
from gui.widgets.numbers import fixed_text, grouped_text

Part = tuple[tuple[str, bool], ...]  # pieces of text, each with whether it is bold


@dataclass(frozen=True)
class Stepping:
    """What the bar says in Step: the parts behind the state's word, and at the right what is stepped through.

    brief: the same where there is less room. iteration: updates made before the one that is shown. is_playing: whether
    it goes on by itself. of_run: whether it is about the playground's run, so that the end of that must be said.
    resting, playing: the words for both.
    """

    parts: tuple[Part, ...]
    what: str
    brief: str
    iteration: int
    is_playing: bool = False
    of_run: bool = True
    resting: str = "Stepping"
    playing: str = "Playing"

    @property
    def word(self) -> str:
        """Of a run that could go on."""
        return self.playing if self.is_playing else self.resting


WORDS = {
    "idle": "Ready",
    "running": "Running",
    "paused": "Paused",
    "finished": "Finished",
    "diverged": "Diverged",
    "failed": "Stopped by an error",
}
DOT = " \u00b7 "


def state_word(state: str, detail: str = "", divergence: Divergence | None = None) -> str:
    """The word of a state with what it was ended by: Diverged at update 812."""
    word = WORDS.get(state, state)
    if state == "diverged" and divergence is not None:
        return f"{word} at update {grouped_text(divergence.iteration)}"
    return f"{word}: {detail}" if detail else word


def advice(state: str, divergence: Divergence | None = None) -> str:
    """What to do when a run has ended by itself; "" if nothing."""
    if state == "diverged":
        where = f"{divergence.fault}. " if divergence is not None else ""
        return f"{where}Reset, undo or take a smaller learning rate"
    return "Reset or undo begins again" if state == "failed" else ""


def stepping_advice(state: str, divergence: Divergence | None, iteration: int) -> str:
    """Why what Step shows of a diverged run can be finite; "" of other runs. iteration: updates made before."""
    if state != "diverged" or divergence is None:
        return ""
    if iteration + 1 == divergence.iteration:
        if divergence.symbol == "J":
            return "Stopped before J overflows: these numbers are still finite"
        return f"In this update {divergence.fault}"
    if iteration == 0:
        return "These are the start weights, the last that were good"
    return f"These are the last good parameters, of update {grouped_text(iteration)}"


def number_parts(snapshot: Snapshot, is_running: bool) -> tuple[Part, ...]:
    """Updates a second (only while running), J and |dW|."""
    parts: list[Part] = []
    if is_running:
        parts.append(((grouped_text(snapshot.updates_per_second), True), (" updates/s", False)))
    parts.append((("J = ", False), (fixed_text(snapshot.cost_train, 4), True)))
    size = gradient_size(snapshot)
    if size is not None:
        parts.append((("|dW| = ", False), (fixed_text(size, 4), True)))
    return tuple(parts)


def gradient_size(snapshot: Snapshot) -> float | None:
    """The length |dW| of the gradient over all layers: the root of the sum of all squares; None before one is known."""
    squares = [float(np.vdot(dW, dW)) for dW in snapshot.dW if dW is not None]
    if not squares:
        return None
    return math.sqrt(sum(squares)) if math.isfinite(sum(squares)) else math.nan


def setup_text(setup: Setup, dataset: Dataset) -> str:
    """Sizes of the network and the data: 25 parameters, train 250 · test 250 · batch 10 · seed 2."""
    count = setup.network.parameter_count
    batch = setup.training.batch_size
    sizes = DOT.join(
        (
            f"train {grouped_text(dataset.m)}",
            f"test {grouped_text(dataset.m_test)}",
            f"batch {'all' if batch is None else batch}",
            f"seed {setup.data.seed}",
        )
    )
    return f"{grouped_text(count)} parameter{'' if count == 1 else 's'}      {sizes}"
