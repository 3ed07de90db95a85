"""An expression over a scene's values, in the grammar of computation graphs."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.lessons.nearest import did_you_mean

SEVERAL = "write one expression, without ; and without a name before an ="


class ComputingFault(ValueError):
    """An expression that can't be computed; one sentence says why."""


def compute(expression: str, values: Mapping[str, float]) -> float:
    """The number. Raises ComputingFault for bad grammar, unknown names and results that are no number."""
    from engine.graph import ExpressionFault, build_graph

    plain = expression.strip()
    if plain in values:
        return _finite(plain, values[plain])
    try:
        graph = build_graph(plain)
    except ExpressionFault as fault:
        raise ComputingFault(f"{plain[:60]!r}: {fault}") from fault
    for name in graph.variables:
        if name not in values:
            raise ComputingFault(f"this scene has no value {name!r}{_near(name, values)}")
    evaluation = graph.at({name: values[name] for name in graph.variables})
    if evaluation.faults:
        raise ComputingFault(f"{plain[:60]!r}: {next(iter(evaluation.faults.values()))}")
    return _finite(plain, evaluation.values[graph.output])


def _finite(expression: str, value: float) -> float:
    if not math.isfinite(value):
        raise ComputingFault(f"{expression[:60]!r} is no finite number here")
    return value


def _near(name: str, values: Mapping[str, float]) -> str:
    """The value that was meant, or those that are no cells, which may be thousands."""
    hint = did_you_mean(name, values)
    if hint.startswith("; did"):
        return hint
    plain = [known for known in values if "_" not in known][:30]
    return f"; there are {', '.join(plain)}" if plain else ""
