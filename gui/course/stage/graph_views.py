"""The views of a graph scene round one stepper: expression, variables, drawing; paths and nudge where there is room."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.graph import Evaluation, Graph
from gui.appearance import Appearance
from gui.course.stage.event_line import EventLine
from gui.course.stage.walk_strip import WalkStrip
from gui.course.stage.walk_views import WalkViews
from gui.graph.canvas import GraphCanvas
from gui.graph.panels.expression_field import ExpressionField
from gui.graph.panels.nudge_panel import HEIGHT as NUDGE_HEIGHT
from gui.graph.panels.nudge_panel import NudgePanel
from gui.graph.panels.paths_panel import PathsPanel
from gui.graph.panels.variable_row import HEIGHT as ROW_HEIGHT
from gui.graph.panels.variable_rows import BOTTOM as ROWS_BOTTOM
from gui.graph.panels.variables_panel import VariablesPanel
from gui.graph.stepper import PHASES, GraphStepper

VARIABLES, VARIABLES_NARROW, PATHS = 264, 208, 340
ROOMY, HAS_PATHS = 900, 1240  # a stage so wide has wider variables, and the sums over paths
LEAST_CANVAS, GOOD_CANVAS, LEAST_NUDGE = 230, 320, 218  # heights
COMFORTABLE = 0.7  # a graph that does not fit beside the variables at this scale has them below it
COLUMN, MOST_LINES = 232, 3  # of variables below the drawing: how wide, and how many before they scroll
VARIABLES_SHARE = 0.42  # at most, of the left column, where the paths stand below the variables


class GraphViews(WalkViews):
    """`stepper.set_evaluation` fills it. Signals: changed(), the event, a variable or playing are others."""

    stepper: GraphStepper

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.has_nudge = self._wants_paths = False
        self._graph: Graph | None = None
        self.stepper = GraphStepper(self)
        self.strip = WalkStrip(appearance, PHASES, self)
        self.event_line = EventLine(appearance)
        self.strip.add_widget(self.event_line, "event")
        self.field = ExpressionField(appearance, self)
        self.variables = VariablesPanel(appearance, self)
        self.canvas = GraphCanvas(appearance, self)
        self.paths = PathsPanel(appearance, self)
        self.nudge = NudgePanel(appearance, self)
        self._connect()

    def show_nudge(self, on: bool) -> None:
        """Have the nudge below the drawing."""
        self.has_nudge = on
        self._arrange()

    def bring_forward(self, names: Collection[str]) -> None:
        """A lesson speaks about these: they are there however narrow the stage is."""
        self._wants_paths = "paths" in names
        self.strip.set_wanted(names)
        self._arrange()
        for name in names:
            if name in self.variables.rows.names:
                self.variables.reveal(name)

    def _connect(self) -> None:
        stepper, strip = self.stepper, self.strip
        stepper.evaluated.connect(self._on_evaluated)
        stepper.moved.connect(self._on_moved)
        stepper.variable_changed.connect(self._on_variable)
        stepper.playing_changed.connect(strip.set_playing)
        stepper.playing_changed.connect(self.changed)
        strip.requested.connect(stepper.obey)
        strip.phase_requested.connect(stepper.go_to_phase)
        self.field.height_changed.connect(self._arrange)  # also while another scene is on the stage
        self.canvas.node_requested.connect(stepper.go_to_node)
        self.paths.node_requested.connect(stepper.go_to_node)
        self.variables.variable_selected.connect(stepper.select)

    @Slot(object)
    def _on_evaluated(self, evaluation: Evaluation) -> None:
        names, is_other = evaluation.graph.variables, evaluation.graph is not self._graph
        self._graph = evaluation.graph
        self.variables.set_values({name: evaluation.inputs[name] for name in names})
        self.canvas.show_evaluation(evaluation)
        if is_other:
            self._arrange()
        self.paths.show_evaluation(evaluation)
        self.nudge.show_nudge(evaluation, self.stepper.variable)
        self._on_moved(self.stepper.index)

    @Slot(int)
    def _on_moved(self, index: int) -> None:
        evaluation = self.stepper.evaluation
        if evaluation is None:
            return
        self.canvas.show_event(index)
        self.paths.show_event(index)
        self.event_line.show_event(self.stepper.current)
        if evaluation.events:
            self.strip.show_place([event.phase for event in evaluation.events], index)
        self.changed.emit()

    @Slot(str)
    def _on_variable(self, name: str) -> None:
        self.canvas.show_variable(name)
        if self.stepper.evaluation is not None:
            self.nudge.show_nudge(self.stepper.evaluation, name)
        self.changed.emit()

    @Slot()
    def _arrange(self) -> None:
        width, top = self.width(), self.strip.height()
        self.strip.setGeometry(0, 0, width, top)
        self.field.setGeometry(0, top, width, self.field.sizeHint().height())
        top += self.field.height() + 1
        height = self.height() - top
        nudge = 0
        if self.has_nudge:
            nudge = max(LEAST_NUDGE, min(NUDGE_HEIGHT, height - GOOD_CANVAS))
        has_nudge, is_wide = 0 < nudge <= height - LEAST_CANVAS, width >= HAS_PATHS
        strip = 0 if has_nudge else self._strip_height(height)
        if strip:
            self._arrange_over(strip, top, height)
            return
        self.variables.set_columns(1)
        left = VARIABLES if width >= ROOMY or self._wants_paths else VARIABLES_NARROW
        right = PATHS + 1 if is_wide else 0
        below = nudge + 1 if has_nudge else 0
        self.nudge.setVisible(has_nudge)
        self.canvas.setGeometry(left + 1, top, width - left - 1 - right, height - below)
        self.nudge.setGeometry(0, top + height - nudge, width - right, nudge)
        self._arrange_lists(left, top, height, below)

    def _strip_height(self, height: int) -> int:
        """Of the variables below the drawing, where it needs the whole width and has the height; else 0."""
        if self.width() >= HAS_PATHS or self._wants_paths or self._graph is None:
            return 0
        beside = self.width() - (VARIABLES if self.width() >= ROOMY else VARIABLES_NARROW) - 1
        lines = min(MOST_LINES, -(-len(self._graph.variables) // self._most_columns()))
        strip = self.variables.header.height() + lines * ROW_HEIGHT + ROWS_BOTTOM
        is_needed = self.canvas.needed_width(COMFORTABLE) > beside
        return strip if is_needed and height - strip - 1 >= LEAST_CANVAS else 0

    def _most_columns(self) -> int:
        return max(1, self.width() // COLUMN)

    def _arrange_over(self, strip: int, top: int, height: int) -> None:
        """The drawing as wide as the stage, the variables side by side below it."""
        width, count = self.width(), len(self.variables.rows.names)
        lines = max(1, -(-count // self._most_columns()))
        self.variables.set_columns(max(1, -(-count // lines)))  # six stand as three and three
        self.nudge.hide()
        self.paths.hide()
        self.canvas.setGeometry(0, top, width, height - strip - 1)
        self.variables.setGeometry(0, top + height - strip, width, strip)

    def _arrange_lists(self, left: int, top: int, height: int, below: int) -> None:
        """The variables at the left; the paths at the right of a wide stage, else below them where they are wanted."""
        is_wide, column = self.width() >= HAS_PATHS, height - below
        is_stacked = self._wants_paths and not is_wide
        most = min(round(VARIABLES_SHARE * column), self.variables.sizeHint().height())
        variables = most if is_stacked else column
        self.variables.setGeometry(0, top, left, variables)
        self.paths.setVisible(is_wide or is_stacked)
        if is_wide:
            self.paths.setGeometry(self.width() - PATHS, top, PATHS, height)
        else:
            self.paths.setGeometry(0, top + variables + 1, left, max(0, column - variables - 1))
