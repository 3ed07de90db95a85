"""What a slip is: another way to work a row out, and what to say to someone who went that way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.activations import ACTIVATIONS
from engine.step.desk import Desk
from engine.step.names import plain
from engine.step.row import Array


@dataclass(frozen=True)
class Slip:
    """arrays(desk, l): the row's result with the slip, worked out from the numbers on a desk; nothing where it can't
    happen. A cell that such an array has no place for is left out.

    key names the slip, label says it in a list of slips; hint is a sentence for the student that does not give the
    number away, with {l}, {p} = l-1, {n} = l+1, {m}, {x} (what layer l takes in), {g} and {optimizer}.
    symbols: whose rows it can happen in; "new W" and "new b" are the updates.
    """

    key: str
    label: str
    hint: str
    symbols: tuple[str, ...]
    arrays: Callable[[Desk, int], Iterable[Array]]

    def hint_at(self, desk: Desk, l: int) -> str:
        """The hint with its places filled in."""
        moment = desk.moment
        return self.hint.format(
            l=l,
            p=l - 1,
            n=l + 1,
            m=desk.m,
            x="X" if l == 1 else plain("A", l - 1),
            g=ACTIVATIONS[moment.spec.layer(l).activation].label,
            optimizer=moment.training.optimizer.replace("_", " "),
        )
