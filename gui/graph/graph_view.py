"""The line where an expression is typed and its graph below: the heart of the workspace, and of scenes in lessons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.canvas import GraphCanvas
from gui.graph.legend import HEIGHT as LEGEND_HEIGHT
from gui.graph.legend import Legend
from gui.graph.model import GraphModel
from gui.graph.panels.expression_field import ExpressionField
from gui.graph.stepper import GraphStepper
from gui.widgets import Separator


class GraphView(QWidget):
    """Shows where a stepper stands; what is typed goes to the model, a click on a node to the stepper."""

    def __init__(
        self,
        appearance: Appearance,
        model: GraphModel,
        stepper: GraphStepper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self.field = ExpressionField(appearance)
        self.canvas = GraphCanvas(appearance)
        self.legend = Legend(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(Separator(appearance, Qt.Orientation.Horizontal))
        column.addWidget(self.canvas, 1)
        column.addWidget(self.legend)
        self.field.text_accepted.connect(model.set_text)
        model.text_changed.connect(self.field.set_text)
        stepper.evaluated.connect(self._on_evaluated)
        stepper.moved.connect(self.canvas.show_event)
        stepper.variable_changed.connect(self.canvas.show_variable)
        self.canvas.node_requested.connect(stepper.go_to_node)
        if stepper.evaluation is not None:
            self.field.set_text(model.text)
            self._on_evaluated(stepper.evaluation)
            self.canvas.show_event(stepper.index)
            self.canvas.show_variable(stepper.variable)

    @property
    def is_settled(self) -> bool:
        """Whether everything is drawn that is to be seen now."""
        return self.canvas.is_settled

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self._stepper.stop()
        self.canvas.close_down()

    @Slot(object)
    def _on_evaluated(self, evaluation: Evaluation) -> None:
        self.legend.set_output(evaluation.graph.nodes[evaluation.graph.output].name)
        self.canvas.show_evaluation(evaluation)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            320,
            self.field.minimumSizeHint().height() + self.canvas.minimumSizeHint().height() + LEGEND_HEIGHT,
        )
