"""Recorded updates of small networks."""

from __future__ import annotations

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.tape import Tape, record_tape
from gui.formula_books.catalogue import small_moment


def small_tape(*sizes: int, optimizer: str = "gradient_descent", m: int = 2, l2: float = 0.0) -> Tape:
    """One update of tanh layers and a sigmoid output; sizes from the inputs on."""
    hidden = [LayerSpec(units, "tanh") for units in sizes[1:-1]]
    spec = NetworkSpec(sizes[0], (*hidden, LayerSpec(sizes[-1], "sigmoid")), l2=l2)
    return record_tape(small_moment(spec, TrainingSpec(optimizer), m))
