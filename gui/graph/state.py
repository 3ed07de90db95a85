"""What is shown in Graph, as a frozen value: for lessons, links and files. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

START = "chain-rule"  # the example of the beginning
MOST_EVENTS = 10**6
LARGEST = 1e308


@dataclass(frozen=True)
class GraphState:
    """text: the definitions. at: the variables' values; one that is missing gets a number. event: the step, from 0;
    beyond the end the last one. share: whether equal parts are computed once. selected: the variable that is nudged,
    "" for any.
    """

    text: str
    at: Mapping[str, float] = field(default_factory=dict)
    event: int = 0
    share: bool = False
    selected: str = ""


def start_state() -> GraphState:
    """What the workspace begins with."""
    from engine.graph import GALLERY  # a part of the engine that few starts need

    start = next(example for example in GALLERY if example.key == START)
    return GraphState(start.text, start.at)


def view_of_state(state: GraphState) -> dict[str, Any]:
    """The state as values of JSON."""
    return asdict(state)


def state_of_view(view: Mapping[str, Any]) -> GraphState | None:
    """The state that values of JSON, from a file of anybody, stand for; None where they hold no text."""
    text, at, event = view.get("text"), view.get("at"), view.get("event")
    if not isinstance(text, str) or not text:
        return None
    values = (
        {name: float(value) for name, value in at.items() if _is_number(value)}
        if isinstance(at, dict)
        else {}
    )
    selected = view.get("selected")
    return GraphState(
        text,
        values,
        min(max(event, 0), MOST_EVENTS) if isinstance(event, int) else 0,
        view.get("share") is True,
        selected if isinstance(selected, str) else "",
    )


def _is_number(value: object) -> bool:
    if not isinstance(value, float | int) or isinstance(value, bool):
        return False
    return abs(value) < LARGEST  # which no NaN is; a whole number may be too large for a float
