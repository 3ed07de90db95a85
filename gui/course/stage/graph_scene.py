"""A scene that is a computation graph: its variables are dragged, its passes walked through, a variable is nudged."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.graph import Graph, build_graph
from engine.lessons.lesson import GraphValues
from gui.appearance import Appearance
from gui.course.stage import capture
from gui.course.stage.graph_views import GraphViews
from gui.course.stage.walk_scene import WalkScene
from gui.graph.state import GraphState
from gui.graph.status import stepping_of
from gui.graph.stepper import GraphStepper
from gui.status_texts import Part

NEW_VALUE = 1.0  # of a variable that comes with another expression


class GraphScene(WalkScene):
    """`open` shows a graph; everything is there at once but the places of its nodes."""

    views: GraphViews

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._share = False
        self._at: dict[str, float] = {}
        self.views = GraphViews(appearance, self)
        self.views.changed.connect(self.changed)
        self.views.variables.value_changed.connect(self._on_value)
        self.views.field.text_accepted.connect(self._on_text)
        self.views.field.entered.connect(self.setFocus)  # the keys of steps work again

    @property
    def stepper(self) -> GraphStepper:
        return self.views.stepper

    @property
    def is_settled(self) -> bool:
        return self.views.canvas.is_settled and not self.stepper.is_playing

    @property
    def counter(self) -> tuple[str, str]:
        return "Step", f"{self.stepper.index + 1} of {self.stepper.count}" if self.stepper.count else ""

    @property
    def status_parts(self) -> tuple[Part, ...]:
        evaluation = self.stepper.evaluation
        if evaluation is None or not evaluation.events:
            return ()
        return stepping_of(evaluation, self.stepper.index).parts

    def open(self, values: GraphValues) -> None:
        """Show a graph. Raises ValueError for an expression that can't be read or a variable without a number."""
        graph = build_graph(values.expression, share=values.share)
        evaluation = graph.at(dict(values.at))
        self.stepper.stop()
        self._share, self._at = values.share, dict(values.at)
        self.views.show_nudge(bool(values.nudge))
        self.views.field.set_text(values.expression)
        self.stepper.set_evaluation(evaluation, event=values.event or 0)
        if values.nudge:
            self.stepper.select(values.nudge)

    def values(self) -> GraphValues:
        nudge = self.stepper.variable if self.views.has_nudge else ""
        return capture.graph_values(self.take(), nudge)

    def take(self) -> GraphState:
        graph = self._graph()
        at = {name: self._at[name] for name in graph.variables}
        return GraphState(graph.text, at, self.stepper.index, self._share, self.stepper.variable)

    def targets_of(self, name: str) -> list[QWidget] | None:
        variables = self.views.variables
        # A graph may have many variables: their rows are made when they are seen, or lit.
        return [variables.row(name)] if name in variables.rows.names else super().targets_of(name)

    def targets(self) -> Mapping[str, list[QWidget]]:
        views = self.views
        return {
            "expression": [views.field],
            "graph": [views.canvas],
            "event": [views.event_line],
            "paths": [views.paths],
            "nudge": [views.nudge],
            **super().targets(),
        }

    def close_down(self) -> None:
        super().close_down()
        self.views.canvas.close_down()

    def _graph(self) -> Graph:
        graph = self.stepper.graph
        assert graph is not None
        return graph

    @Slot(str, float)
    def _on_value(self, name: str, value: float) -> None:
        self._at[name] = value
        self.stepper.set_evaluation(self._graph().at(self._at))
        self.stepper.select(name)  # behind it: the numbers bring the variable of the event to the front

    @Slot(str)
    def _on_text(self, text: str) -> None:
        graph = build_graph(text, share=self._share)
        self._at = {name: self._at.get(name, NEW_VALUE) for name in graph.variables}
        self.stepper.set_evaluation(graph.at(self._at))
        self.lights_moved.emit()
