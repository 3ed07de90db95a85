"""The lab of activations (C6): a function and its slope, a z that is dragged, what is left after several layers."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engine.activations import ACTIVATIONS
from engine.labs.activations import FUNCTIONS, facts
from gui.appearance import Appearance
from gui.chart import Chart, align
from gui.labs.activations.curves import (
    ALL_VALUES,
    SLOPES,
    Y_AXES,
    Z_AXIS,
    all_curves,
    rings,
    shades,
    slope_curves,
    tangent,
    value_curves,
)
from gui.labs.activations.table import ActivationTable
from gui.labs.activations.words import LATEX
from gui.labs.panel_lab import PanelLab
from gui.widgets import CheckBox, PanelHeader, Segmented, fixed_text

STACKED = 500  # from this height on the slope has a chart of its own below
LEAKY_AT = -4.5  # where the line of leaky ReLU is taken hold of


class ActivationsLab(PanelLab):
    """Face: see `Lab`. Its controls: function, z, leaky_slope, layers, all."""

    key = "activations"
    latex = LATEX
    shares, least, most = (6, 4), 300, 420

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        labels = [(function, ACTIVATIONS[function].label) for function in FUNCTIONS]
        self.functions = Segmented(appearance, labels, self)
        self.functions.setAccessibleName("Activation")
        self.all = CheckBox(appearance, "all four", self)
        self.chart, self.slopes = Chart(appearance, self), Chart(appearance, self)
        self.chart.setAccessibleName("The activation and its slope")
        self.slopes.setAccessibleName("The slopes of all activations")
        self.table = ActivationTable(appearance, self)
        self._curves_of: tuple[object, ...] = ()
        self._lay_out()
        self._connect()
        self._show_settings()

    def _lay_out(self) -> None:
        header = PanelHeader(self._appearance, "Slope of an activation")
        self.all.setFixedWidth(self.all.sizeHint().width() + 8)  # room for the halo of its neighbour
        header.add_widget(self.all)
        header.add_widget(self.functions)
        self._charts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._charts.setSpacing(8)
        self._charts.addWidget(self.chart, 1)
        self._charts.addWidget(self.slopes, 1)
        self._lay_out_beside(header, self._charts, self.table)

    def _connect(self) -> None:
        self._name_control("function", self.functions)
        self._name_control("z", self.table.z)
        self._name_control("leaky_slope", self.table.leaky_slope)
        self._name_control("layers", self.table.readouts)  # where its number is read
        self._name_control("all", self.all)
        self.functions.chosen.connect(lambda key: self._change(function=key))
        self.all.toggled.connect(lambda on: self._change(all=on))
        self.table.z_typed.connect(lambda z: self._change(z=z))
        self.table.leaky_slope_typed.connect(lambda s: self._change(leaky_slope=s))
        for chart in (self.chart, self.slopes):
            chart.handle_dragged.connect(self._on_z_dragged)
        self.chart.point_dragged.connect(self._on_leaky_line_dragged)

    @Slot(str, float)
    def _on_z_dragged(self, _key: str, z: float) -> None:
        self._change(z=round(z, 2))

    @Slot(str, float, float)
    def _on_leaky_line_dragged(self, _key: str, _x: float, y: float) -> None:
        self._change(leaky_slope=min(max(round(y / LEAKY_AT, 2), 0.0), 1.0))
        self._show_settings()  # the point goes back onto its line

    @property
    def _has_two_charts(self) -> bool:
        return bool(self._settings["all"]) or self.height() >= STACKED

    def _show_settings(self) -> None:
        function, leaky = self._text("function"), self._number("leaky_slope")
        every = bool(self._settings["all"])
        self.functions.set_key(function)
        self.all.setChecked(every)
        shown = (function, leaky, every, self._has_two_charts)
        if shown != self._curves_of:
            self._curves_of = shown
            self._show_curves(function, leaky, every)
        found = facts(self._settings)
        self._show_cursor(found, every)
        self.table.show_numbers(dict(self._settings), found)
        if function == "leaky_relu" and not every:
            self.chart.set_point("leaky_slope", LEAKY_AT, LEAKY_AT * leaky)
        else:
            self.chart.set_point("leaky_slope", None)

    def _show_curves(self, function: str, leaky: float, every: bool) -> None:
        two = self._has_two_charts
        self.slopes.setVisible(two)
        for chart in (self.chart, self.slopes):
            chart.set_shades(shades(function, leaky))
        values, slopes = value_curves(function, leaky), slope_curves(function, leaky)
        if every:
            values, slopes = (
                all_curves(function, leaky, slopes=False),
                all_curves(function, leaky, slopes=True),
            )
        self.chart.set_axes(Z_AXIS, ALL_VALUES if every else Y_AXES[function])
        self.slopes.set_axes(Z_AXIS, SLOPES)
        self.chart.set_curves(values if two else slopes + values)
        self.slopes.set_curves(slopes)
        self._align()

    def _align(self) -> None:
        if self._has_two_charts and self._charts.direction() == QBoxLayout.Direction.TopToBottom:
            align((self.chart, self.slopes))
        else:
            self.chart.set_fellows(())
            self.slopes.set_fellows(())

    def _show_cursor(self, found: dict[str, float], every: bool) -> None:
        z, a, slope = found["z"], found["a"], found["slope"]
        for chart in (self.chart, self.slopes):
            chart.set_handle("z", z, fixed_text(z, 2), step=0.1)
        axis = ALL_VALUES if every else Y_AXES[self._text("function")]
        self.chart.set_segments([tangent(z, a, slope, axis)])
        self.chart.set_marks(rings(z, a, None if self._has_two_charts else slope))
        self.slopes.set_marks(rings(z, None, slope))

    def resizeEvent(self, event: QResizeEvent) -> None:
        stacked = self.height() >= STACKED
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._charts.setDirection(way)
        super().resizeEvent(event)
        self._show_settings()
        self._align()
