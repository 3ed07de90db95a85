"""Which class shows which lab. A lab's code is imported when the lab is first wanted."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.labs.lab import Lab

PLACES: dict[str, str] = {
    "bowl": "gui.labs.bowl.lab:BowlLab",
    "neuron": "gui.labs.neuron.lab:NeuronLab",
    "slope": "gui.labs.slope.lab:SlopeLab",
    "more-data": "gui.labs.more_data.lab:MoreDataLab",
    "activations": "gui.labs.activations.lab:ActivationsLab",
    "broadcasting": "gui.labs.broadcasting.lab:BroadcastingLab",
    "optima": "gui.labs.optima.lab:OptimaLab",
    "symmetry": "gui.labs.symmetry.lab:SymmetryLab",
    "saturation": "gui.labs.saturation.lab:SaturationLab",
    "vanishing": "gui.labs.vanishing.lab:VanishingLab",
    "loops": "gui.labs.loops.lab:LoopsLab",
    "shapes": "gui.labs.shapes.lab:ShapesLab",
    "depth-gates": "gui.labs.gates.lab:GatesLab",
    "folding": "gui.labs.folding.lab:FoldingLab",
}


def make_lab(key: str, appearance: Appearance, parent: QWidget | None = None) -> Lab:
    """The lab of this key, at its default settings. Raises ValueError for a key that no lab has."""
    return lab_class(key)(appearance, parent)


def lab_class(key: str) -> type[Lab]:
    """The class of a lab. Raises ValueError for a key that no lab has."""
    if key not in PLACES:
        raise ValueError(f"lab {key!r} is unknown; known are {', '.join(PLACES)}")
    module, name = PLACES[key].split(":")
    found: type[Lab] = getattr(import_module(module), name)
    return found
