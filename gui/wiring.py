"""What is connected with what in the window: editors with the document, that with the run, the run with views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.session import Change, ParameterChange
from engine.snapshot import Snapshot
from gui import edits
from gui.data_loading import Loaded
from gui.edit_signals import connect_network, connect_training
from gui.training.run_state import RunState
from gui.training.speed import SPEEDS

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Wiring(QObject):
    """Of one window. It connects and passes on, and decides nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.document.changed.connect(self._on_document_changed)
        window.document.parameter_changed.connect(self._on_parameter_changed)
        window.controller.snapshot_taken.connect(self._on_snapshot_taken)
        window.controller.state_changed.connect(self._on_state_changed)
        window.workspace.wishes_changed.connect(self._on_wishes_changed)
        window.loader.loaded.connect(self._on_data_loaded)
        window.loader.failed.connect(self._on_data_failed)
        self._connect_transport()
        self._connect_editors()

    def show_setup(self) -> None:
        """Show everywhere what the document asks for now."""
        window = self._window
        setup, dataset = window.document.setup, window.document.dataset
        window.transport.set_setup(setup, dataset)
        window.workspace.set_setup(setup, dataset)
        window.status.set_setup(setup, dataset)
        window.actions_.set_setup(setup)
        window.workspaces.tell_title()

    def _connect_transport(self) -> None:
        transport, controller, editing = (
            self._window.transport,
            self._window.controller,
            self._window.editing,
        )
        transport.run_requested.connect(controller.run)
        transport.pause_requested.connect(controller.pause)
        transport.update_requested.connect(self._window.workspaces.update_once)
        transport.epoch_requested.connect(self._window.workspaces.epoch_once)
        transport.speed_changed.connect(controller.set_speed)
        transport.reset_requested.connect(editing.reset)
        transport.new_weights_requested.connect(editing.new_weights)
        connect_training(transport, editing)
        transport.set_speeds([speed.label for speed in SPEEDS], controller.speed_index)

    def _connect_editors(self) -> None:
        editing, loader, workspace = self._window.editing, self._window.loader, self._window.workspace
        network, data, inputs = workspace.network_view, workspace.data_panel, workspace.inputs_panel
        connect_network(network, editing)
        network.show_values_changed.connect(self._window.menus.actions["show_values"].setChecked)
        data.data_requested.connect(loader.request)
        data.batch_size_changed.connect(editing.set_batch_size)
        data.import_requested.connect(self._window.files.choose_table)
        inputs.data_requested.connect(loader.request)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self._window.controller.apply(change)
        self.show_setup()
        self._window.workspaces.follow_document()

    @Slot(object)
    def _on_parameter_changed(self, change: ParameterChange) -> None:
        self._window.controller.set_parameter(change)
        self._window.workspaces.follow_document()

    @Slot(object)
    def _on_snapshot_taken(self, snapshot: Snapshot) -> None:
        window = self._window
        window.last_snapshot = snapshot
        window.editing.show_snapshot(snapshot)
        window.transport.show_snapshot(snapshot)
        window.workspace.show_snapshot(snapshot)
        window.status.show_snapshot(snapshot)

    @Slot(object, str)
    def _on_state_changed(self, state: RunState, detail: str) -> None:
        self._window.transport.set_state(state.value)
        self._window.status.set_state(state.value, detail)

    @Slot(dict)
    def _on_wishes_changed(self, wishes: dict) -> None:
        self._window.controller.set_wishes(**wishes)

    @Slot(object)
    def _on_data_loaded(self, loaded: Loaded) -> None:
        document = self._window.document
        if loaded.setup is not None:
            edit = edits.take_setup(loaded.setup, loaded.dataset, loaded.text)
        else:
            edit = edits.set_data(document.setup, loaded.dataset, loaded.text, loaded.merge_key)
        document.push(edit)
        if loaded.then is not None:
            loaded.then()

    @Slot(str)
    def _on_data_failed(self, message: str) -> None:
        self._window.status.show_message(message, "err")
