"""The table of labs. A new lab is one file with its ROW, one import and one entry here, in the order of the course."""

from __future__ import annotations

from collections.abc import Mapping

from engine.labs import (
    activations,
    bowl,
    broadcasting,
    folding,
    gates,
    loops,
    more_data,
    neuron,
    optima,
    saturation,
    shapes,
    slope,
    symmetry,
    vanishing,
)
from engine.labs.row import LabRow, Setting, Value

__all__ = ["LABS", "LabRow", "Setting", "checked", "facts"]

_ROWS: tuple[LabRow, ...] = (
    neuron.ROW,
    more_data.ROW,
    bowl.ROW,
    optima.ROW,
    slope.ROW,
    loops.ROW,
    broadcasting.ROW,
    activations.ROW,
    symmetry.ROW,
    saturation.ROW,
    gates.ROW,
    folding.ROW,
    vanishing.ROW,
    shapes.ROW,
)

LABS: dict[str, LabRow] = {row.key: row for row in _ROWS}


def checked(key: str, settings: Mapping[str, object]) -> dict[str, Value]:
    """All settings of a lab, those that are missing by default.

    Raises ValueError with one sentence: an unknown lab, an unknown setting, a value of another type or out of range.
    """
    row = _row(key)
    for name in settings:
        if name not in row.settings:
            known = ", ".join(row.settings) or "none"
            raise ValueError(f"lab {key} has no setting {name!r}; known are {known}")
    return {
        name: setting.checked(name, settings.get(name, setting.default))
        for name, setting in row.settings.items()
    }


def facts(key: str, settings: Mapping[str, object]) -> dict[str, float]:
    """The numbers that a lab shows at these settings. Raises ValueError as `checked` does."""
    return _row(key).facts(checked(key, settings))


def _row(key: str) -> LabRow:
    if key not in LABS:
        raise ValueError(f"lab {key!r} is unknown; known are {', '.join(LABS)}")
    return LABS[key]
