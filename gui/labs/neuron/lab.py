"""The lab of one neuron (C1): houses and a line that is dragged, typed or fitted by gradient descent."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.neuron import LARGEST_SIZE, ROW, SIZE_UNIT, State, cost, descend, price
from gui.appearance import Appearance
from gui.chart import Chart
from gui.labs.background import Background
from gui.labs.neuron.panel import NeuronPanel
from gui.labs.neuron.picture import B_AT, W_AT, show
from gui.labs.neuron.words import EQUATIONS
from gui.labs.panel_lab import PanelLab
from gui.labs.run_button import PAUSE
from gui.widgets import PanelHeader, Segmented

ACTIVATIONS = (("relu", "max(0, z)"), ("linear", "z"))


class NeuronLab(PanelLab):
    """Face: see `Lab`. Its controls: w, b, activation, alpha, size, run."""

    key = "neuron"
    latex = (*EQUATIONS.values(), "J")
    moved_by_run = ("w", "b")
    shares, least, most = (6, 4), 320, 420
    end_word = PAUSE

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.activations = Segmented(appearance, ACTIVATIONS, self)
        self.activations.setAccessibleName("Activation")
        self.chart = Chart(appearance, self)
        self.chart.setAccessibleName("Houses, and the line of the unit")
        self.panel = NeuronPanel(appearance, self)
        self._background = Background(self)
        self._update, self._costs, self._was_stopped = 0, [self._cost()], False
        self._lay_out()
        self._connect()
        self._show_settings()

    @property
    def is_running(self) -> bool:
        return self._background.is_busy

    @property
    def is_paused(self) -> bool:
        return self._was_stopped and self._update > 0

    def start(self) -> None:
        if not self.is_running:
            self._was_stopped = False
            self._background.start(descend, *self._where(), self._number("alpha"))
            self._show_state()

    def stop(self) -> None:
        if self.is_running:
            self._background.cancel()
            self._was_stopped = True
            self._show_state()

    def step_once(self) -> None:
        self.stop()
        for state in descend(*self._where(), self._number("alpha"), 1):
            self._on_state(state)

    def close_down(self) -> None:
        super().close_down()
        self._background.close()

    def _where(self) -> tuple[float, float, str]:
        return self._number("w"), self._number("b"), self._text("activation")

    def _cost(self) -> float:
        return cost(*self._where())

    def _lay_out(self) -> None:
        header = PanelHeader(self._appearance, "One neuron", subtitle="the price of a house from its size")
        header.add_widget(self.activations)
        self._lay_out_beside(header, self.chart, self.panel)

    def _connect(self) -> None:
        for name, widget in (
            ("w", self.panel.w),
            ("b", self.panel.b),
            ("alpha", self.panel.alpha),
            ("activation", self.activations),
            ("size", self.chart),
            ("run", self.panel.run),
        ):
            self._name_control(name, widget)
        self.activations.chosen.connect(lambda key: self._set_by_hand(activation=key))
        self.panel.number_changed.connect(lambda name, value: self._set_by_hand(**{name: value}))
        self.panel.run_requested.connect(self._on_run_requested)
        self.panel.step_requested.connect(self.step_once)
        self.panel.start_again_requested.connect(self._on_start_again)
        self.chart.point_dragged.connect(self._on_line_dragged)
        self.chart.handle_dragged.connect(self._on_size_dragged)
        self._background.came.connect(self._on_state)
        self._background.ended.connect(self._on_ended)

    def _set_by_hand(self, **values: object) -> None:
        """A hand on w, b or the activation ends a descent and begins its count anew; alpha counts from now on."""
        goes_on = self.is_running and set(values) == {"alpha"}
        self.stop()
        if set(values) - {"alpha", "size"}:
            self._update = 0
        self._change(**values)
        if self._update == 0:
            self._costs = [self._cost()]
            self.panel.show_course(self._costs)
        if goes_on:
            self.start()

    @Slot()
    def _on_run_requested(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self.start()

    @Slot()
    def _on_start_again(self) -> None:
        self._set_by_hand(w=ROW.settings["w"].default, b=ROW.settings["b"].default)

    @Slot(str, float, float)
    def _on_line_dragged(self, key: str, _x: float, y: float) -> None:
        w, b = self._number("w"), self._number("b")
        if key == "b":
            self._set_by_hand(b=round(y - w * B_AT, 2))
        else:
            self._set_by_hand(w=round((y - b) / W_AT, 2))
        self._show_settings()  # the points go back onto the line

    @Slot(str, float)
    def _on_size_dragged(self, _key: str, x: float) -> None:
        self._change(size=min(max(float(round(x * SIZE_UNIT)), 0.0), LARGEST_SIZE))

    @Slot(object)
    def _on_state(self, state: State) -> None:
        self._update += 1
        self._costs.append(state.J)
        self._change(w=state.w, b=state.b)
        self.panel.show_course(self._costs)

    @Slot()
    def _on_ended(self) -> None:
        self.told.emit(f"Descent stands still after {self._update} updates, J = {self._costs[-1]:.4f}")
        self._show_state()

    def _show_state(self) -> None:
        self.panel.show_running(self.is_running)
        self.run_changed.emit()

    def set_settings(self, settings: Mapping[str, object]) -> None:
        """As in `Lab`; a descent that runs ends."""
        self.stop()
        self._update = 0
        super().set_settings(settings)
        self._costs = [self._cost()]
        self.panel.show_course(self._costs)

    def _show_settings(self) -> None:
        w, b, activation = self._where()
        size = self._number("size")
        asked = price(size, w, b, activation)
        self.activations.set_key(activation)
        show(self.chart, w, b, activation, size, asked)
        self.panel.show_numbers(dict(self._settings), self._cost(), asked, self._update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_settings()
        self.panel.show_course(self._costs)
