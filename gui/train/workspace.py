"""The Train workspace: data, network, output and plots in docks that can be torn off.

It arranges and connects; views get set-ups and snapshots from it, and what editors wish for goes on as its
own signals.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.tab_order import Part, by_columns, by_rows
from gui.train.data.column import DataColumn
from gui.train.data.inputs_panel import InputsPanel
from gui.train.data.panel import DataPanel
from gui.train.dock import Dock
from gui.train.network.view import NetworkView
from gui.train.output.panel import OutputPanel
from gui.train.plots.cost_plot import CostPlot
from gui.train.plots.tabs import PlotsTabs
from gui.turns import COST, GRADIENTS, NETWORK, OUTPUT, Turns

STATE_VERSION = 1
PAGE_MARK = b"/output-page:"  # between the state of the docks and the name of the page
DATA_WIDTH = 224
PLOT_HEIGHT, PLOT_HEIGHT_SMALL = 252, 200
OUTPUT_WIDTH, OUTPUT_WIDTH_SMALL = 340, 300
ROOMY_WIDTH, ROOMY_HEIGHT = 1360, 820
FIRST_AREAS = {
    "data": Qt.DockWidgetArea.LeftDockWidgetArea,
    "output": Qt.DockWidgetArea.RightDockWidgetArea,
    "cost": Qt.DockWidgetArea.BottomDockWidgetArea,
    "gradients": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Shown(Protocol):
    """What the workspace needs of a view that shows snapshots."""

    def isVisible(self) -> bool:
        """Whether it is on the screen; what is not is not fed."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of the run."""


class TrainWorkspace(QMainWindow):
    """Signals: wishes_changed(dict), a part of engine.snapshot.Wishes that the visible views want."""

    wishes_changed = Signal(dict)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self.data_panel = DataPanel(appearance)
        self.inputs_panel = InputsPanel(appearance)
        self.network_view = NetworkView(appearance)
        self.output_panel = OutputPanel(appearance)
        self.cost_plot = CostPlot(appearance)
        self.plots_tabs = PlotsTabs(appearance)
        self._views: list[QWidget] = [
            self.data_panel,
            self.inputs_panel,
            self.network_view,
            self.output_panel,
            self.cost_plot,
            self.plots_tabs,
        ]
        # Half the painting a frame is twice the training.
        self._turns = Turns(self)
        self._turns.due.connect(self._on_turn)
        self._turn_takers: dict[int, Shown] = {
            NETWORK: self.network_view,
            OUTPUT: self.output_panel,
            COST: self.cost_plot,
            GRADIENTS: self.plots_tabs,
        }
        self._lay_out()
        for view in (self.network_view, self.output_panel, self.plots_tabs):
            view.wishes_changed.connect(self.wishes_changed)
        self.network_view.unit_hovered.connect(self._on_unit_hovered)
        self.network_view.unit_left.connect(self._on_unit_left)
        self.data_panel.draw_toggled.connect(self._on_draw_toggled)
        self.data_panel.draw_class_changed.connect(self._on_draw_class_changed)
        self.output_panel.point_drawn.connect(self.data_panel.add_point)
        self.output_panel.point_removed.connect(self.data_panel.remove_point)
        self.data_panel.drawing_changed.connect(self.output_panel.show_drawing)
        self.cost_plot.cursor_moved.connect(self.plots_tabs.show_cursor)
        self.plots_tabs.cursor_moved.connect(self.cost_plot.show_cursor)

    def finish_building(self) -> None:
        """Make what is not seen at first."""
        self.plots_tabs.finish_building()

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Pass a new structure or new data on to every view."""
        self._snapshot = None
        self._turns.forget()
        for view in self._views:
            view.set_setup(setup, dataset)  # type: ignore[attr-defined]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Pass new numbers on to every view that is on the screen."""
        self._snapshot = snapshot
        self._turns.take_news()

    def arrange(self, size: QSize) -> None:
        """Give the docks the sizes that a window of this size starts with."""
        roomy = size.width() >= ROOMY_WIDTH
        self.resizeDocks(
            [self._docks["data"], self._docks["output"]],
            [DATA_WIDTH, OUTPUT_WIDTH if roomy else OUTPUT_WIDTH_SMALL],
            Qt.Orientation.Horizontal,
        )
        height = PLOT_HEIGHT if size.height() >= ROOMY_HEIGHT else PLOT_HEIGHT_SMALL
        self.resizeDocks(self._plot_docks, [height, height], Qt.Orientation.Vertical)
        self.resizeDocks(self._plot_docks, [46, 54], Qt.Orientation.Horizontal)

    def reset_layout(self) -> None:
        """Put every dock back to its first place and size."""
        for name, dock in self._docks.items():
            dock.setFloating(False)
            dock.show()
            self.addDockWidget(FIRST_AREAS[name], dock)
        self.splitDockWidget(self._docks["cost"], self._docks["gradients"], Qt.Orientation.Horizontal)
        self.output_panel.show_page("")
        self.arrange(self.window().size())

    def layout_state(self) -> QByteArray:
        """Which docks are where and which page of the output was chosen, to be remembered."""
        return self.saveState(STATE_VERSION) + PAGE_MARK + self.output_panel.pages.chosen.encode()

    def restore_layout(self, state: bytes) -> bool:
        """Put docks and page back; False if the remembered state is of no use."""
        docks, mark, page = state.rpartition(PAGE_MARK)
        self.output_panel.show_page(page.decode("ascii", "replace") if mark else "")
        docks = docks if mark else state
        return bool(docks) and self.restoreState(QByteArray(docks), STATE_VERSION)

    def tab_parts(self) -> list[Part]:
        """The parts of the workspace in the order in which Tab goes through them."""
        docks = self._docks
        first, last = [docks["data"]], [docks["output"], docks["cost"], docks["gradients"]]
        network = [Part(self.network_view.strip, by_columns), Part(self.network_view.canvas, by_rows)]
        return [*(Part(dock, by_rows) for dock in first), *network, *(Part(dock, by_rows) for dock in last)]

    def dock_actions(self) -> list[QAction]:
        """One checkable action a dock, for the View menu."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def _lay_out(self) -> None:
        self.setDockNestingEnabled(True)
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            self.setCorner(corner, area)
        self.setCentralWidget(self.network_view)
        column = DataColumn(self._appearance, self.data_panel, self.inputs_panel)
        self._docks = {
            "data": self._dock("data", "Data", column, self.data_panel.controls.header),
            "output": self._dock("output", "Output", self.output_panel, self.output_panel.header),
            "cost": self._dock("cost", "Cost", self.cost_plot, self.cost_plot.header),
            "gradients": self._dock("gradients", "Gradients", self.plots_tabs, self.plots_tabs.header),
        }
        self._plot_docks = [self._docks["cost"], self._docks["gradients"]]
        self.splitDockWidget(self._docks["cost"], self._docks["gradients"], Qt.Orientation.Horizontal)

    def _dock(self, name: str, title: str, widget: QWidget, header: QWidget | None = None) -> Dock:
        dock = Dock(self._appearance, name, title, self)
        dock.visibilityChanged.connect(self._on_visibility_changed)
        dock.setWidget(widget)
        if header is not None:
            dock.set_header(header)
        self.addDockWidget(FIRST_AREAS[name], dock)
        return dock

    @Slot(int)
    def _on_turn(self, which: int) -> None:
        view = self._turn_takers.get(which)
        if self._snapshot is not None and view is not None and view.isVisible():
            view.show_snapshot(self._snapshot)

    @Slot(bool)
    def _on_visibility_changed(self, visible: bool) -> None:
        # What was hidden was not fed; it catches up also while nothing trains.
        if visible and self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    @Slot(int, int)
    def _on_unit_hovered(self, l: int, k: int) -> None:
        self.output_panel.show_unit(l, k)
        self.wishes_changed.emit({"hovered_unit": (l, k)})

    @Slot()
    def _on_unit_left(self) -> None:
        self.output_panel.show_unit(0, None)
        self.wishes_changed.emit({"hovered_unit": None})

    @Slot(bool)
    def _on_draw_toggled(self, on: bool) -> None:
        self.output_panel.set_draw_mode(on, self.data_panel.draw_class)

    @Slot(int)
    def _on_draw_class_changed(self, index: int) -> None:
        self.output_panel.set_draw_mode(self.data_panel.is_drawing, index)
