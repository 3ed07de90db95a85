"""What is shown in Graph, as a frozen value: for lessons, links and files. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
