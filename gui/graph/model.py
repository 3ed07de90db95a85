"""What is typed and dragged in Graph: definitions, values, sharing. Every change gives the stepper new numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from engine.graph import FoundNetwork, Graph, build_graph, network_of_graph, share_text
from gui.graph.starts import Starts
from gui.graph.state import GraphState
from gui.graph.stepper import GraphStepper


class GraphModel(QObject):
    """Signals: text_changed(str), by `set_state` and `open`, not by typing; share_changed(bool)."""

    text_changed = Signal(str)
    share_changed = Signal(bool)

    def __init__(self, stepper: GraphStepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._text = ""
        self._share = False
        self._values: dict[str, float] = {}  # of every name that a person or an example gave one
        self._starts = Starts()  # of the others

    @property
    def text(self) -> str:
        """The definitions as they are typed."""
        return self._text

    @property
    def share(self) -> bool:
        """Whether equal parts are one node."""
        return self._share

    @property
    def can_share(self) -> bool:
        """Whether there are equal parts."""
        return bool(self._text) and share_text(self._text) != self._text

    def state(self) -> GraphState:
        """The present state; `set_state` with it changes nothing."""
        evaluation, stepper = self._stepper.evaluation, self._stepper
        at = {} if evaluation is None else dict(evaluation.inputs)
        return GraphState(self._text, at, stepper.index, self._share, stepper.variable)

    def set_state(self, state: GraphState) -> None:
        """Show a state. Raises ExpressionFault for a text that is none."""
        graph = build_graph(state.text, share=state.share)
        self._text = state.text
        if state.share != self._share:
            self._share = state.share
            self.share_changed.emit(state.share)
        self._values = dict(state.at)
        self.text_changed.emit(state.text)
        self._evaluate(graph, state.event)
        self._stepper.select(state.selected)

    def open(self, text: str, at: Mapping[str, float]) -> None:
        """Show an example from its first event on."""
        self.set_state(GraphState(text, at))

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Take a text that was typed, and that makes a graph: at its end where the one before stood there."""
        if text == self._text:
            return
        self._text = text
        self._rebuild()

    @Slot(bool)
    def set_share(self, on: bool) -> None:
        """Make equal parts one node, or several."""
        if on != self._share:
            self._share = on
            self.share_changed.emit(on)
            self._rebuild()

    @Slot(str, float)
    def set_value(self, name: str, value: float) -> None:
        """Give a variable another value; everything follows at once."""
        evaluation = self._stepper.evaluation
        if evaluation is not None:
            self._values.update(evaluation.inputs)  # what is seen beside it stays
            self._values[name] = value
            self._stepper.set_evaluation(evaluation.graph.at(self._values))

    def network(self) -> FoundNetwork | None:
        """The network whose loss this graph is, with the present values; else None."""
        evaluation = self._stepper.evaluation
        return None if evaluation is None else network_of_graph(self._text, evaluation.inputs)

    def _rebuild(self) -> None:
        at_end = self._stepper.is_at_end and self._stepper.index > 0
        graph = build_graph(self._text, share=self._share)
        self._evaluate(graph, 10**9 if at_end else 0)

    def _evaluate(self, graph: Graph, event: int) -> None:
        self._stepper.set_evaluation(self._starts.evaluate(graph, self._values), event)
