"""Where a run is: everything that its next update depends on, frozen, with the examples that it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.optimizers import OPTIMIZERS
from engine.parameters import ParameterViews
from engine.spec import NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Array = NDArray[np.floating]
Columns = Literal["batch", "all"] | int
Pair = tuple[Array, Array]


@dataclass(frozen=True, eq=False)
class Moment:
    """Copies; every array is float64, 2-D and read-only. In tuples index 0 is unused, as layers count from 1.

    X (n[0], m), Y (n[L], m). columns: which examples these are: the very batch that the next update takes, all
    training examples, or the one with this index; example_numbers: the same as numbers from 1.
    memory: for each name in the optimiser's memory ("v", "s"), per layer the part of W[l] and of b[l].
    t: how many updates that memory has seen (an optimiser that counts none stays at 0). iteration, epoch: of the run.
    """

    spec: NetworkSpec
    training: TrainingSpec
    W: tuple[Array, ...]
    b: tuple[Array, ...]
    X: Array
    Y: Array
    memory: dict[str, tuple[Pair, ...]]
    t: int
    iteration: int
    epoch: int
    columns: Columns
    example_numbers: tuple[int, ...]

    @property
    def m(self) -> int:
        """How many examples the update looks at."""
        return int(self.X.shape[1])


def take_moment(trainer: Trainer, columns: Columns = "batch") -> Moment:
    """Freeze where a trainer is; nothing of the trainer changes.

    Raises IndexError for a training example that does not exist.
    """
    X, Y, numbers = _examples(trainer, columns)
    network, state = trainer.network, trainer.state().checkpoint
    names = OPTIMIZERS[trainer.training.optimizer].memory
    return Moment(
        spec=network.spec,
        training=trainer.training,
        W=tuple(_frozen(W) for W in network.W),
        b=tuple(_frozen(b) for b in network.b),
        X=X,
        Y=Y,
        memory={name: _pairs(network.spec.sizes, row) for name, row in zip(names, state.memory, strict=True)},
        t=state.t,
        iteration=trainer.iteration,
        epoch=trainer.epoch,
        columns=columns,
        example_numbers=numbers,
    )


def _examples(trainer: Trainer, columns: Columns) -> tuple[Array, Array, tuple[int, ...]]:
    if columns == "all":
        X, Y = trainer.X, trainer.Y
        return _read_only(X), _read_only(Y), tuple(range(1, X.shape[1] + 1))
    if columns == "batch":
        chosen = trainer.next_examples()
    else:
        m = trainer.Y.shape[1]
        if not 0 <= columns < m:
            there = "there is only one" if m == 1 else f"there are {m}"
            raise IndexError(f"there is no training example {columns + 1}: {there}")
        chosen = np.array([columns])
    X, Y = trainer.examples(chosen)
    return _read_only(X), _read_only(Y), tuple((chosen + 1).tolist())


def _pairs(sizes: tuple[int, ...], flat: Array) -> tuple[Pair, ...]:
    views = ParameterViews(sizes, flat)
    return tuple((_frozen(W), _frozen(b)) for W, b in zip(views.W, views.b, strict=True))


def _frozen(array: Array) -> Array:
    copied = np.array(array, np.float64)
    copied.flags.writeable = False
    return copied


def _read_only(array: Array) -> Array:
    """The same numbers without copying: a trainer's examples are replaced, never written to."""
    view = np.asarray(array, np.float64).view()
    view.flags.writeable = False
    return view
