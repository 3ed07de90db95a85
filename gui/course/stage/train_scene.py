"""A scene that trains: the playground's views, as many as the lesson wants, fed by the run of the lesson.

It arranges and connects; what a person wishes goes to the run's own editing, with an undo of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.lessons.lesson import SHOWN_AT_FIRST, TrainValues
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.course.stage import capture
from gui.course.stage.controls_strip import ControlsStrip
from gui.course.stage.scene import RUN, UPDATE, StageScene
from gui.course.stage.scene_run import Opening, SceneRun
from gui.course.stage.train_geometry import arrange
from gui.edit_signals import connect_network, connect_training
from gui.status_texts import Part, number_parts
from gui.train.network.view import NetworkView
from gui.train.output.panel import OutputPanel
from gui.train.plots.cost_plot import CostPlot
from gui.train.plots.tabs import PlotsTabs
from gui.turns import COST, GRADIENTS, NETWORK, OUTPUT, Turns
from gui.widgets import grouped_text

LEAST_NETWORK = (320, 240)


class TrainScene(StageScene):
    """`open` begins a scene with the run that it was made for; hidden, it is not fed."""

    def __init__(self, appearance: Appearance, run: SceneRun, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._run = run
        self._show: tuple[str, ...] = SHOWN_AT_FIRST
        self._is_open = self._is_connected = False
        self.strip = ControlsStrip(appearance, self)
        self.network = NetworkView(appearance, self)
        self.network.setMinimumSize(*LEAST_NETWORK)
        self.output = OutputPanel(appearance, self)
        self.cost = CostPlot(appearance, self)
        self.gradients = PlotsTabs(appearance, self)
        self._views = (self.network, self.output, self.cost, self.gradients)
        self._panels: dict[str, QWidget] = {
            "controls": self.strip,
            "network": self.network,
            "output": self.output,
            "cost": self.cost,
            "gradients": self.gradients,
        }
        self._turn_takers: dict[int, NetworkView | OutputPanel | CostPlot | PlotsTabs] = {
            NETWORK: self.network,
            OUTPUT: self.output,
            COST: self.cost,
            GRADIENTS: self.gradients,
        }
        self._turns = Turns(self)
        self._turns.due.connect(self._on_turn)
        self._connect_views()
        run.opened.connect(self._on_opened)
        run.setup_changed.connect(self._on_setup)
        run.snapshot_taken.connect(self._on_snapshot)
        run.state_changed.connect(self._on_state)

    @property
    def controls(self) -> frozenset[str]:
        return frozenset({RUN, UPDATE})

    @property
    def is_ready(self) -> bool:
        return self._run.setup is not None

    @property
    def is_running(self) -> bool:
        return self._run.is_running

    @property
    def is_settled(self) -> bool:
        is_drawing = self.cost.canvas.is_waiting or self.gradients.gradient_plot.is_waiting
        return self._run.is_settled and not self._run.is_running and not is_drawing

    @property
    def state(self) -> str:
        return self._run.state.value

    @property
    def counter(self) -> tuple[str, str]:
        snapshot = self._run.snapshot
        return "Update", grouped_text(0 if snapshot is None else snapshot.iteration)

    @property
    def status_parts(self) -> tuple[Part, ...]:
        snapshot = self._run.snapshot
        if snapshot is None:
            return ()
        return (
            (("update ", False), (grouped_text(snapshot.iteration), True)),
            *number_parts(snapshot, self.is_running),
        )

    def open(self, values: TrainValues) -> None:
        """Begin the scene; its numbers follow."""
        self._is_open = True
        self._turns.forget()
        self.show_panels(values.show)
        self._run.open(Opening(values.setup, values.updates, values.run))

    def leave(self) -> None:
        self._is_open = False
        self._turns.forget()

    def show_panels(self, show: tuple[str, ...]) -> None:
        """Show these panels, keys of `engine.lessons.lesson.PANELS`."""
        self._show = show
        self._arrange()

    def targets(self) -> Mapping[str, list[QWidget]]:
        """What a lesson can light, by name."""
        heads = self.network.strip.heads
        return {
            **{key: [panel] for key, panel in self._panels.items()},
            **{key: [captioned] for key, captioned in self.strip.controls.items()},
            "activation": [h.choice for h in heads if h.choice is not None and h.is_hidden],
            "layers": [self.network.strip],
            "log": [self.cost.log_button],
            "readouts": [self.output.readouts],
        }

    def light(self, names: Collection[str]) -> None:
        if "controls" not in self._show and any(name in self.strip.controls for name in names):
            self.show_panels(("controls", *self._show))
        self.strip.bring_forward(names)
        super().light(names)

    def restart(self) -> None:
        if self._run.editing is not None:
            self._run.editing.reset()

    def run(self) -> None:
        self._run.run()

    def pause(self) -> None:
        self._run.pause()

    def step_once(self) -> None:
        self._run.advance(1)

    def values(self) -> TrainValues:
        run = self._run
        assert run.setup is not None
        return capture.train_values(
            run.setup, run.snapshot, self._show, runs=run.is_running, is_as_trained=run.is_as_trained
        )

    def take(self) -> Setup | None:
        return None if self._run.setup is None else capture.with_weights(self._run.setup, self._run.snapshot)

    def _connect_views(self) -> None:
        for view in (self.network, self.output, self.gradients):
            view.wishes_changed.connect(self._on_wishes)
        self.network.unit_hovered.connect(self._on_unit_hovered)
        self.network.unit_left.connect(self._on_unit_left)
        self.cost.cursor_moved.connect(self.gradients.show_cursor)
        self.gradients.cursor_moved.connect(self.cost.show_cursor)

    def _connect_editing(self) -> None:
        editing, network, controls = self._run.editing, self.network, self.strip
        assert editing is not None
        connect_network(network, editing)
        controls.data_requested.connect(self._run.request_data)
        connect_training(controls, editing)
        controls.batch_size_changed.connect(editing.set_batch_size)
        self._is_connected = True

    @Slot()
    def _on_opened(self) -> None:
        if not self._is_connected:
            self._connect_editing()

    @Slot()
    def _on_setup(self) -> None:
        setup, dataset = self._run.setup, self._run.dataset
        if setup is None or dataset is None or not self._is_open:
            return
        self._turns.forget()
        for view in (self.strip, *self._views):
            view.set_setup(setup, dataset)
        self.lights_moved.emit()

    @Slot(object)
    def _on_snapshot(self, _snapshot: Snapshot) -> None:
        if self._is_open:
            if self.isVisible():
                self._turns.take_news()
            self.changed.emit()

    @Slot(object, str)
    def _on_state(self, _state: object, _detail: str) -> None:
        if self._is_open:
            self.changed.emit()

    @Slot(int)
    def _on_turn(self, which: int) -> None:
        view, snapshot = self._turn_takers[which], self._run.snapshot
        if snapshot is not None and view.isVisible():
            view.show_snapshot(snapshot)

    @Slot(dict)
    def _on_wishes(self, wishes: dict[str, object]) -> None:
        self._run.set_wishes(wishes)

    @Slot(int, int)
    def _on_unit_hovered(self, l: int, k: int) -> None:
        self.output.show_unit(l, k)
        self._run.set_wishes({"hovered_unit": (l, k)})

    @Slot()
    def _on_unit_left(self) -> None:
        self.output.show_unit(0, None)
        self._run.set_wishes({"hovered_unit": None})

    def _arrange(self) -> None:
        places = arrange(self.width(), self.height(), self._show)
        for key, panel in self._panels.items():
            panel.setVisible(key in places)
            if key in places:
                panel.setGeometry(*places[key])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._run.snapshot is not None:  # what came meanwhile was not shown
            self._turns.take_news()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
