"""Graph in the window: made when it is first wanted; its graph can become a network, and Step's network a graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.graph.state import GraphState, start_state, state_of_view, view_of_state
from gui.options import Options
from gui.status_texts import Stepping
from gui.tab_order import Part
from gui.workspaces.place import Place, way_of

if TYPE_CHECKING:
    from engine.graph import FoundNetwork
    from gui.graph.workspace import GraphWorkspace
    from gui.main_window import MainWindow


class GraphPlace(Place):
    """Graph in one window."""

    key = "graph"
    has_steps = True

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._graph: GraphWorkspace | None = None
        self._start: Options | None = None
        self._wanted: GraphState | None = None

    @property
    def graph(self) -> GraphWorkspace:
        """The workspace, made when it is first asked for."""
        if self._graph is None:
            self._graph = self._build()
        return self._graph

    def prepare(self) -> None:
        _ = self.graph

    def widgets(self) -> Sequence[QWidget]:
        return (self.graph,)

    def focus(self) -> QWidget:
        return self.graph

    def enter(self) -> None:
        self._window.controller.pause()
        start, self._start = self._start, None
        if start is not None and start.expression:
            self._show_text(start.expression)
        if start is not None:
            self.graph.stepper.go_to(start.row - 1)

    def _show_text(self, text: str) -> None:
        """A text that makes no graph stands in the field with its fault, over the graph of before."""
        try:
            self.graph.set_state(GraphState(text))
        except ValueError:
            self.graph.view.field.set_text(text)

    def leave(self) -> None:
        self.graph.stepper.stop()

    def start_in(self, options: Options) -> None:
        self._start = options

    def open_state(self, state: GraphState) -> None:
        """Show this graph."""
        self.prepare()
        self._window.workspaces.show(self.key)
        self.graph.set_state(state)

    def view(self) -> dict[str, Any]:
        state = self._graph.state() if self._graph is not None else self._wanted
        return view_of_state(state) if state is not None else {}

    def take_view(self, view: Mapping[str, Any]) -> None:
        self._wanted = state_of_view(view)
        if self._graph is not None:
            self._show_wanted(self._graph)

    @property
    def written(self) -> dict[str, Any]:
        """What somebody typed or set here: definitions and values; {} while it is the example of the beginning."""
        view = self.view()
        written: dict[str, Any] = {key: view[key] for key in ("text", "at") if key in view}
        if written:  # also of a file whose graph nobody has looked at yet
            start = start_state()
            if written == {"text": start.text, "at": start.at}:
                return {}
        return written

    def _show_wanted(self, graph: GraphWorkspace) -> None:
        wanted, self._wanted = self._wanted, None
        try:
            graph.set_state(wanted or graph.start_state)
        except ValueError:  # a text that is no expression: of a newer program, or of nobody's
            graph.set_state(graph.start_state)

    def tab_parts(self) -> list[Part]:
        return self.graph.tab_parts()

    def standing(self) -> Stepping | None:
        return self.graph.stepping()

    def run_or_play(self) -> None:
        self.graph.stepper.toggle_playing()

    def update_once(self) -> None:
        """There is no update here; the next step is what comes nearest."""
        self.graph.stepper.next()

    def epoch_once(self) -> None:
        self.graph.stepper.last()

    def step_to(self, key: str) -> None:
        self.graph.stepper.obey(way_of(key))

    @property
    def is_settled(self) -> bool:
        return self._graph is None or self._graph.is_settled

    def close(self) -> None:
        if self._graph is not None:
            self._graph.stepper.stop()
            self._graph.close_down()

    def _build(self) -> GraphWorkspace:
        from gui import formulas

        formulas.shelf().read_ahead(formulas.COURSE)
        from gui.graph.workspace import GraphWorkspace  # a part of a start that few need

        window = self._window
        graph = GraphWorkspace(window.appearance, window.centralWidget())
        graph.hide()  # or its new parent would show it
        window.add_workspace(graph)
        graph.status_changed.connect(window.workspaces.tell_status)
        graph.network_requested.connect(self._on_network)
        graph.view.field.entered.connect(graph.setFocus)  # the keys of steps work again
        if self._wanted is not None:
            self._show_wanted(graph)
        return graph

    @Slot(object)
    def _on_network(self, found: FoundNetwork) -> None:
        from gui.graph.network_link import setup_of_graph
        from gui.graph.network_places import place_of_event

        state = self.graph.state()
        try:
            setup = setup_of_graph(state.text, state.at)
        except ValueError as error:
            self._window.status.show_message(str(error), "err")
            return
        graph = self.graph.stepper.graph
        if setup is not None and graph is not None:
            place = place_of_event(graph, found.spec, state.event)
            self._window.workspaces.step_place.open_setup(setup, "Show the graph as a network", place)
