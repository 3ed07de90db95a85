"""Where in a graph's passes the window stands: the event, the variable that is looked at, and playing.

It holds no number of its own: an evaluation is frozen, so going back shows exactly what was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.graph import Evaluation, Event, Graph

PHASES = ("forward", "backward")
PACES = ((2.0, "2 s"), (1.0, "1 s"), (0.4, "0.4 s"))
DEFAULT_PACE = 1


class GraphStepper(QObject):
    """Signals: graph_changed(Graph), another graph; evaluated(Evaluation), its numbers; moved(int), the event;
    variable_changed(str); playing_changed(bool).

    They come in this order, so that a view always knows the numbers of an event.
    """

    graph_changed = Signal(object)
    evaluated = Signal(object)
    moved = Signal(int)
    variable_changed = Signal(str)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._index = 0
        self._variable = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self.set_pace(DEFAULT_PACE)

    @property
    def evaluation(self) -> Evaluation | None:
        """The numbers that are stepped through; None before the first graph."""
        return self._evaluation

    @property
    def graph(self) -> Graph | None:
        """The graph itself."""
        return None if self._evaluation is None else self._evaluation.graph

    @property
    def index(self) -> int:
        """The current event, from 0."""
        return self._index

    @property
    def count(self) -> int:
        """How many events there are."""
        return 0 if self._evaluation is None else len(self._evaluation.events)

    @property
    def current(self) -> Event | None:
        """The current event itself; None before the first graph."""
        return self._evaluation.events[self._index] if self._evaluation is not None and self.count else None

    @property
    def variable(self) -> str:
        """The variable that is nudged and whose paths are shown; "" where the graph has none."""
        return self._variable

    @property
    def is_at_end(self) -> bool:
        """Whether every derivative is known."""
        return self._evaluation is not None and self._index >= self.count - 1

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def set_evaluation(self, evaluation: Evaluation, event: int | None = None) -> None:
        """Take other numbers: of the same graph at the same event, of another graph at its first one, or at `event`."""
        is_new = self.graph is not evaluation.graph
        before = self._index
        if is_new or event is not None:
            self.stop()
            self._index = event or 0
        self._evaluation = evaluation
        self._index = min(max(self._index, 0), max(0, self.count - 1))
        if is_new:
            self.graph_changed.emit(evaluation.graph)
        self.evaluated.emit(evaluation)
        if is_new or before != self._index:
            self.moved.emit(self._index)
        if is_new:
            self._select_first()
        self._follow()

    @Slot(int)
    def go_to(self, index: int) -> None:
        """Jump to an event; one beyond an end is that end. A person's jump ends playing."""
        self.stop()
        self._move(index)

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

    @Slot()
    def next(self) -> None:
        """One event forwards; nothing at the end."""
        self.go_to(self._index + 1)

    @Slot()
    def previous(self) -> None:
        """One event backwards; nothing at the start."""
        self.go_to(self._index - 1)

    @Slot()
    def first(self) -> None:
        """The first event."""
        self.go_to(0)

    @Slot()
    def last(self) -> None:
        """The last event."""
        self.go_to(self.count - 1)

    @Slot(str)
    def go_to_phase(self, phase: str) -> None:
        """The first event of a phase."""
        assert phase in PHASES
        events = () if self._evaluation is None else self._evaluation.events
        place = next((place for place, event in enumerate(events) if event.phase == phase), None)
        if place is not None:
            self.go_to(place)

    @Slot(str)
    def select(self, name: str) -> None:
        """Look at a variable; a name that is none is passed over."""
        if self.graph is not None and name in self.graph.variables and name != self._variable:
            self._variable = name
            self.variable_changed.emit(name)

    @Slot()
    def toggle_playing(self) -> None:
        """Go on by itself, from the start when at the end; or stop."""
        if self.is_playing:
            self.stop()
        elif self._evaluation is not None:
            if self.is_at_end:
                self._move(0)
            self._timer.start()
            self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot(int)
    def set_pace(self, index: int) -> None:
        """Take another pace of PACES."""
        self._timer.setInterval(round(1000 * PACES[index][0]))

    def _move(self, index: int) -> None:
        index = min(max(index, 0), max(0, self.count - 1))
        if index != self._index:
            self._index = index
            self.moved.emit(index)
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

    @Slot()
    def _on_time(self) -> None:
        self._move(self._index + 1)
        if self.is_at_end:
            self.stop()
