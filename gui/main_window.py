"""The window: it creates, places and connects, and decides nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QMenu, QWidget

from engine.data import Dataset
from engine.session import Change, ParameterChange
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui import edits
from gui.appearance import Appearance
from gui.data_loading import DataLoader, Loaded
from gui.document import Document
from gui.editing import Editing
from gui.export import Exports
from gui.files import FileActions
from gui.menu_strip import MenuStrip
from gui.menus import Menus
from gui.projects.projects import Projects
from gui.rail import Rail
from gui.settings import Settings
from gui.status_bar import StatusBar
from gui.style import apply_style
from gui.tab_order import Part, by_rows, move_focus
from gui.train.plots.curves import load_pyqtgraph
from gui.train.transport.bar import TransportBar
from gui.train.workspace import TrainWorkspace
from gui.training.controller import TrainingController
from gui.training.run_state import RunState
from gui.training.speed import SPEEDS
from gui.widgets.more_actions import show_more
from gui.window_actions import WindowActions
from gui.window_size import FIRST_SIZE, MINIMUM, must_fill_screen
from gui.workspaces import WORKSPACES, Workspaces

SECOND_PICTURE_MS = 50


class MainWindow(QMainWindow):
    """The one window. `finish_building` imports what is heavy once the first picture is on the screen.

    Signals: built(), when curves can be drawn too.
    """

    built = Signal()

    def __init__(self, appearance: Appearance, setup: Setup, dataset: Dataset, settings: Settings) -> None:
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self._on_theme_changed()  # before there are widgets that it would have to restyle
        self.document = Document(setup, dataset, self)
        self.controller = TrainingController(self.document.setup, dataset, self)
        self.loader = DataLoader(self)
        self.editing = Editing(self.document, self)
        # The parent from the beginning: a widget that is adopted later is restyled with all that it holds.
        centre = QWidget(self)
        self.setCentralWidget(centre)
        self.rail = Rail(appearance, WORKSPACES, centre)
        self.transport = TransportBar(appearance, centre)
        self.workspace = TrainWorkspace(appearance, centre)
        self.status = StatusBar(appearance, centre)
        self.files = FileActions(self)
        self.workspaces = Workspaces(self)
        self.exports = Exports(self)
        self.projects = Projects(self)
        self.last_snapshot: Snapshot | None = None
        self.is_built = False
        self._has_painted = False
        self._arranged_for = QSize()
        self._lay_out(centre)
        self._add_menus()
        self._connect()
        self._show_setup()

    def restore(self, size: QSize | None) -> None:
        """Take the remembered place and size, or this size."""
        if size is not None:
            self.resize(size)
        elif not self.restoreGeometry(self.settings.data("geometry")):
            self.resize(FIRST_SIZE)
            if must_fill_screen(self.screen().availableGeometry().size()):
                self.setWindowState(Qt.WindowState.WindowMaximized)

    @Slot()
    def settle(self) -> None:
        """The first picture is on the screen; the second one, with the data sets from files, goes before the rest."""
        QTimer.singleShot(SECOND_PICTURE_MS, self, self.finish_building)

    @Slot()
    def finish_building(self) -> None:
        """Import what draws the curves, which is heavy; a run has none yet when the window comes."""
        if self.is_built:
            return
        load_pyqtgraph()
        self.workspace.finish_building()
        self._arrange()
        self.workspaces.prepare()
        self.is_built = True
        self.built.emit()

    def open_later(self, file: Path | None) -> None:
        """Import a table given on the command line, once the window stands."""
        self.files.open_later(file)

    def take_setup(self, setup: Setup, text: str) -> None:
        """Replace everything by this set-up, as one undo step, as soon as its data are made."""
        self.loader.request(setup.data, text, "", setup)

    def add_workspace(self, widget: QWidget) -> None:
        """Give a workspace with a bar of its own the place of the transport and what is below it."""
        self._grid.addWidget(widget, 0, 1, 2, 1)

    def add_view_actions(self, menu: QMenu, widget: QWidget) -> None:
        """Add what can be taken along of the view that a widget stands in to a context menu."""
        self.exports.add_actions(menu, widget)

    def _arrange(self) -> None:
        """Put the docks where they were; again for a window that was maximised while it came."""
        if self.size() == self._arranged_for:
            return
        self._arranged_for = self.size()
        if not self.workspace.restore_layout(self.settings.data("layout")):
            self.workspace.arrange(self.size())

    def _lay_out(self, centre: QWidget) -> None:
        self.setMinimumSize(MINIMUM)
        self.setAcceptDrops(True)
        self._grid = grid = QGridLayout(centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 3, 1)
        for row, widget in enumerate((self.transport, self.workspace, self.status)):
            grid.addWidget(widget, row, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        # Nothing is focused at first, so that Space runs; Tab goes on from here.
        centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        centre.setFocus()

    def _add_menus(self) -> None:
        self.menu_strip = MenuStrip(self.appearance)
        self.setMenuWidget(self.menu_strip)
        self.actions_ = WindowActions(self)
        self.menus = Menus(self, self.menu_strip.bar, self.actions_.handlers())
        self.actions_.adopt(self.menus)

    def _connect(self) -> None:
        self.appearance.changed.connect(self._on_theme_changed)
        self.document.changed.connect(self._on_document_changed)
        self.document.parameter_changed.connect(self._on_parameter_changed)
        self.controller.snapshot_taken.connect(self._on_snapshot_taken)
        self.controller.state_changed.connect(self._on_state_changed)
        self.workspace.wishes_changed.connect(self._on_wishes_changed)
        self.loader.loaded.connect(self._on_data_loaded)
        self.loader.failed.connect(self._on_data_failed)
        self._connect_transport()
        self._connect_editors()

    def _connect_transport(self) -> None:
        transport, controller, editing = self.transport, self.controller, self.editing
        transport.run_requested.connect(controller.run)
        transport.pause_requested.connect(controller.pause)
        transport.update_requested.connect(self.workspaces.update_once)
        transport.epoch_requested.connect(self.workspaces.epoch_once)
        transport.speed_changed.connect(controller.set_speed)
        transport.reset_requested.connect(editing.reset)
        transport.new_weights_requested.connect(editing.new_weights)
        transport.alpha_changed.connect(editing.set_alpha)
        transport.optimizer_chosen.connect(editing.set_optimizer)
        transport.cost_chosen.connect(editing.set_cost)
        transport.regularization_changed.connect(editing.set_regularization)
        transport.initialization_chosen.connect(editing.set_initialization)
        transport.set_speeds([speed.label for speed in SPEEDS], controller.speed_index)

    def _connect_editors(self) -> None:
        network, data, inputs = (
            self.workspace.network_view,
            self.workspace.data_panel,
            self.workspace.inputs_panel,
        )
        network.units_requested.connect(self.editing.set_units)
        network.activation_requested.connect(self.editing.set_activation)
        network.leaky_slope_requested.connect(self.editing.set_leaky_slope)
        network.layer_add_requested.connect(self.editing.add_layer)
        network.layer_remove_requested.connect(self.editing.remove_layer)
        network.parameter_typed.connect(self.editing.type_parameter)
        data.data_requested.connect(self.loader.request)
        data.batch_size_changed.connect(self.editing.set_batch_size)
        data.import_requested.connect(self.files.choose_table)
        inputs.data_requested.connect(self.loader.request)

    def _show_setup(self) -> None:
        setup, dataset = self.document.setup, self.document.dataset
        self.transport.set_setup(setup, dataset)
        self.workspace.set_setup(setup, dataset)
        self.status.set_setup(setup, dataset)
        self.actions_.set_setup(setup)
        self.workspaces.tell_title()

    @Slot()
    def _on_theme_changed(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_style(application, self.appearance.theme)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self.controller.apply(change)
        self._show_setup()
        self.workspaces.follow_document()

    @Slot(object)
    def _on_parameter_changed(self, change: ParameterChange) -> None:
        self.controller.set_parameter(change)
        self.workspaces.follow_document()

    @Slot(object)
    def _on_snapshot_taken(self, snapshot: Snapshot) -> None:
        self.last_snapshot = snapshot
        self.editing.show_snapshot(snapshot)
        self.transport.show_snapshot(snapshot)
        self.workspace.show_snapshot(snapshot)
        self.status.show_snapshot(snapshot)

    @Slot(object, str)
    def _on_state_changed(self, state: RunState, detail: str) -> None:
        self.transport.set_state(state.value)
        self.status.set_state(state.value, detail)

    @Slot(dict)
    def _on_wishes_changed(self, wishes: dict) -> None:
        self.controller.set_wishes(**wishes)

    @Slot(object)
    def _on_data_loaded(self, loaded: Loaded) -> None:
        if loaded.setup is not None:
            edit = edits.take_setup(loaded.setup, loaded.dataset, loaded.text)
        else:
            edit = edits.set_data(self.document.setup, loaded.dataset, loaded.text, loaded.merge_key)
        self.document.push(edit)

    @Slot(str)
    def _on_data_failed(self, message: str) -> None:
        self.status.show_message(message, "err")

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.controller.on_painted()
            self.workspaces.on_painted()
        elif event.type() == QEvent.Type.Paint and not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.settle)  # when the rest of the window is painted too
        return handled

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus([Part(self.rail, by_rows), *self.workspaces.tab_parts()], self, forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._arranged_for.isValid():
            self._arrange()
        self.controller.set_painting(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.controller.set_painting(False)
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_more(self, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.consider_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take_drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.workspaces.may_close() and self.projects.may_close()):
            event.ignore()
            return
        self.settings.remember("geometry", self.saveGeometry())
        self.settings.remember("layout", self.workspace.layout_state())
        for part in (self.projects, self.files, self.exports, self.workspaces, self.loader, self.controller):
            part.close()
        super().closeEvent(event)
