"""Where in a graph's passes the window stands: the event, the variable that is looked at, and playing.

It holds no number of its own: an evaluation is frozen, so going back shows exactly what was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from engine.graph import Evaluation, Event, Graph
from gui.player.player import Player

PHASES = ("forward", "backward")


class GraphStepper(Player):
    """Signals: graph_changed(Graph), another graph; evaluated(Evaluation), its numbers; moved(int), the event;
    variable_changed(str); playing_changed(bool).

    They come in this order, so that a view always knows the numbers of an event.
    """

    graph_changed = Signal(object)
    evaluated = Signal(object)
    variable_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._variable = ""

    @property
    def evaluation(self) -> Evaluation | None:
        """The numbers that are stepped through; None before the first graph."""
        return self._evaluation

    @property
    def graph(self) -> Graph | None:
        """The graph itself."""
        return None if self._evaluation is None else self._evaluation.graph

    @property
    def current(self) -> Event | None:
        """The current event itself; None before the first graph."""
        return self._evaluation.events[self.index] if self._evaluation is not None and self.count else None

    @property
    def variable(self) -> str:
        """The variable that is nudged and whose paths are shown; "" where the graph has none."""
        return self._variable

    def set_evaluation(self, evaluation: Evaluation, event: int | None = None) -> None:
        """Take other numbers: of the same graph at the same event, of another graph at its first one, or at `event`."""
        is_new = self.graph is not evaluation.graph
        before = index = self.index
        if is_new or event is not None:
            self.stop()
            index = event or 0
        self._evaluation = evaluation
        self._take((each.phase for each in evaluation.events), index)
        if is_new:
            self.graph_changed.emit(evaluation.graph)
        self.evaluated.emit(evaluation)
        if is_new or before != self.index:
            self.moved.emit(self.index)
        if is_new:
            self._select_first()
        self._follow()

    @Slot(int)
    def go_to_node(self, node: int) -> None:
        """Jump to where a node's value is found, or in the backward pass its derivative; select a variable."""
        graph, event = self.graph, self.current
        if graph is None or event is None or self._evaluation is None:
            return
        if graph.nodes[node].is_variable:
            self.select(graph.nodes[node].name)
        places = {(found.phase, found.node): place for place, found in enumerate(self._evaluation.events)}
        place = places.get((event.phase, node))
        if place is None and node == graph.output:
            place = places.get(("forward", node))
        if place is not None:
            self.go_to(place)

    @Slot(str)
    def select(self, name: str) -> None:
        """Look at a variable; a name that is none is passed over."""
        if self.graph is not None and name in self.graph.variables and name != self._variable:
            self._variable = name
            self.variable_changed.emit(name)

    def _tell(self) -> None:
        super()._tell()
        self._follow()

    def _follow(self) -> None:
        """A variable whose derivative is just found is the one that is looked at."""
        event, graph = self.current, self.graph
        if event is not None and graph is not None and event.phase == "backward":
            self.select(graph.nodes[event.node].name)

    def _select_first(self) -> None:
        graph = self.graph
        names = () if graph is None else graph.variables
        if self._variable not in names:
            self._variable = names[0] if names else ""
        self.variable_changed.emit(self._variable)
