"""The Graph workspace: a typed expression as a graph; values forward, derivatives backward, one step at a time.

It arranges and connects. The `GraphModel` knows what is typed, the `GraphStepper` where the window stands; views ask
and show.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.graph import GALLERY, Evaluation, Example, Graph
from gui.appearance import Appearance
from gui.graph.bar import GraphBar
from gui.graph.body import GraphBody
from gui.graph.graph_view import GraphView
from gui.graph.model import GraphModel
from gui.graph.panels.gallery_list import GalleryList
from gui.graph.panels.nudge_panel import NudgePanel
from gui.graph.panels.paths_panel import PathsPanel
from gui.graph.panels.variables_panel import VariablesPanel
from gui.graph.state import GraphState, start_state
from gui.graph.status import stepping_of
from gui.graph.stepper import GraphStepper
from gui.graph.steps_list import StepsList
from gui.player.player import PACES
from gui.status_texts import Stepping
from gui.tab_order import Part, by_columns, by_rows


class GraphWorkspace(QWidget):
    """Signals: status_changed(), what `stepping` says is new; network_requested(FoundNetwork), to be opened as one."""

    status_changed = Signal()
    network_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = False
        self.stepper = GraphStepper(self)
        self.model = GraphModel(self.stepper, self)
        self.bar = GraphBar(appearance, [text for _, text in PACES], self)
        self.gallery = GalleryList(appearance)
        self.variables = VariablesPanel(appearance)
        self.steps = StepsList(appearance)
        self.view = GraphView(appearance, self.model, self.stepper)
        self.nudge = NudgePanel(appearance)
        self.paths = PathsPanel(appearance)
        left = (self.gallery, self.variables, self.steps)
        self.body = GraphBody(appearance, left, self.view, self.nudge, self.paths)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.body, 1)
        self._connect_stepper()
        self._connect_views()
        self.model.set_state(self.start_state)

    @property
    def start_state(self) -> GraphState:
        """What the workspace begins with."""
        return start_state()

    def set_state(self, state: GraphState) -> None:
        """Show a state. Raises ExpressionFault for a text that is no expression."""
        self.model.set_state(state)

    def state(self) -> GraphState:
        """The present state."""
        return self.model.state()

    @property
    def is_settled(self) -> bool:
        """Whether everything is drawn that is to be seen now."""
        return self.view.is_settled

    def stepping(self) -> Stepping | None:
        """What the status bar says."""
        evaluation = self.stepper.evaluation
        if evaluation is None or not evaluation.events:
            return None
        return stepping_of(evaluation, self.stepper.index, is_playing=self.stepper.is_playing)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        views = (self.gallery, self.variables, self.steps, self.view, self.body, self.paths)
        seen = (self.nudge if view is self.body else view for view in views)
        return [Part(self.bar, by_columns), *(Part(view, by_rows) for view in seen)]

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self.view.close_down()

    def _connect_stepper(self) -> None:
        stepper, bar = self.stepper, self.bar
        stepper.graph_changed.connect(self._on_graph)
        stepper.evaluated.connect(self._on_evaluated)
        stepper.moved.connect(self._on_moved)
        stepper.variable_changed.connect(self._on_variable)
        bar.follow_player(stepper)
        stepper.playing_changed.connect(self.status_changed)

    def _connect_views(self) -> None:
        self.bar.share_toggled.connect(self.model.set_share)
        self.bar.network_requested.connect(self._on_network)
        self.model.share_changed.connect(self.bar.set_share)
        self.gallery.example_chosen.connect(self._on_example)
        self.variables.value_changed.connect(self.model.set_value)
        self.variables.variable_selected.connect(self.stepper.select)
        self.steps.event_requested.connect(self.stepper.go_to)
        self.paths.node_requested.connect(self.stepper.go_to_node)
        self.body.nudge_shown.connect(self._show_nudge)

    @Slot(object)
    def _on_graph(self, _graph: Graph) -> None:
        self._is_new = True
        self.bar.offer(sharing=self.model.can_share, network=self.model.network() is not None)

    @Slot(object)
    def _on_evaluated(self, evaluation: Evaluation) -> None:
        self.variables.set_values(evaluation.inputs)
        if self._is_new:
            self._is_new = False
            self.body.arrange_left()
            same = (example.key for example in GALLERY if example.text == self.model.text)
            self.gallery.set_current(next(same, None))
        self.steps.show_evaluation(evaluation)
        self.paths.show_evaluation(evaluation)
        self._show_nudge()
        self.status_changed.emit()

    @Slot(int)
    def _on_moved(self, index: int) -> None:
        evaluation = self.stepper.evaluation
        assert evaluation is not None
        self.bar.show_event(evaluation, index)
        self.steps.show_event(index)
        self.paths.show_event(index)
        self._show_paths(is_asked=False)
        self.status_changed.emit()

    @Slot(str)
    def _on_variable(self, _name: str) -> None:
        self._show_paths(is_asked=True)
        self._show_nudge()

    def _show_paths(self, *, is_asked: bool) -> None:
        """The paths of the node of a backward step, unless a variable was asked for."""
        graph, event, name = self.stepper.graph, self.stepper.current, self.stepper.variable
        follows = event is not None and event.phase == "backward" and not is_asked
        is_known = graph is not None and name in graph.variables
        self.paths.show_node(graph.index_of(name) if graph is not None and is_known and not follows else None)

    @Slot()
    def _show_nudge(self) -> None:
        evaluation, name = self.stepper.evaluation, self.stepper.variable
        if evaluation is not None and self.body.shows_nudge:
            self.nudge.show_nudge(evaluation, name if name in evaluation.inputs else None)

    @Slot(object)
    def _on_example(self, example: Example) -> None:
        self.model.open(example.text, example.at)

    @Slot()
    def _on_network(self) -> None:
        network = self.model.network()
        if network is not None:
            self.stepper.stop()
            self.network_requested.emit(network)
