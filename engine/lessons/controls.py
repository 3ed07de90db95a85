"""The names that a scene's `lit` may hold: what gets the yellow halo."""

from __future__ import annotations

from engine.labs.table import LABS
from engine.lessons.lesson import GraphValues, LabValues, StepValues, TrainValues

TRAIN_CONTROLS = (
    *("run", "update", "reset", "network", "output", "cost", "gradients", "controls", "layers", "activation"),
    *(
        "alpha",
        "optimizer",
        "loss",
        "batch_size",
        "initialization",
        "regularization",
        "noise",
        "data",
        "log",
        "readouts",
    ),
)
STEP_CONTROLS = (
    *(
        "first",
        "previous",
        "play",
        "next",
        "last",
        "forward",
        "cost",
        "backward",
        "update",
        "columns",
        "pencil",
    ),
    *("tape", "formula", "shapes", "numpy", "matrices", "sum", "network", "blocks"),
)
GRAPH_CONTROLS = ("previous", "next", "expression", "graph", "event", "paths", "nudge")
LAB_CONTROLS = ("run",)


def controls_of(values: TrainValues | StepValues | GraphValues | LabValues) -> tuple[str, ...]:
    """What can be lit in a scene: of a graph also its variables, of a lab all of its settings."""
    if isinstance(values, TrainValues):
        return TRAIN_CONTROLS
    if isinstance(values, StepValues):
        return STEP_CONTROLS
    if isinstance(values, GraphValues):
        return (*GRAPH_CONTROLS, *values.at)
    below = controls_of(values.below) if values.below is not None else ()
    settings = tuple(LABS[values.key].settings) if values.key in LABS else ()
    return tuple(dict.fromkeys((*LAB_CONTROLS, *settings, *below)))
