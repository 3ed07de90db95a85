"""The lab of the slope (C3): a function and its small triangle; a and the nudge are dragged or typed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.slope import FUNCTIONS, HIGH, LARGEST, LOW, SMALLEST, facts, is_inside
from gui.appearance import Appearance
from gui.chart import Chart
from gui.labs.panel_lab import PanelLab
from gui.labs.slope.numbers import SlopeNumbers
from gui.labs.slope.picture import derivative_latex, show
from gui.widgets import CheckBox, PanelHeader, Segmented

LABELS = {"3a": "3a", "a^2": "a²", "a^3": "a³", "log a": "log a"}
LEAST_OF_LOG = 0.1


class SlopeLab(PanelLab):
    """Face: see `Lab`. Its controls: function, a, nudge, magnify."""

    key = "slope"
    latex = tuple(formula for function in FUNCTIONS for formula in derivative_latex(function))
    shares, least, most = (6, 5), 340, 460

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.functions = Segmented(appearance, [(key, LABELS[key]) for key in FUNCTIONS], self)
        self.functions.setAccessibleName("Function")
        self.magnify = CheckBox(appearance, "magnify the triangle", self)
        self.chart = Chart(appearance, self)
        self.chart.setAccessibleName("The function and its triangle")
        self.numbers = SlopeNumbers(appearance, self)
        self._is_dragged = False
        self._lay_out()
        self._connect()
        self._show_settings()

    def _lay_out(self) -> None:
        header = PanelHeader(self._appearance, "A derivative is a slope")
        self.magnify.setFixedWidth(self.magnify.sizeHint().width() + 8)  # room for the halo of its neighbour
        header.add_widget(self.magnify)
        header.add_widget(self.functions)
        self._lay_out_beside(header, self.chart, self.numbers)

    def _connect(self) -> None:
        for name, widget in (
            ("function", self.functions),
            ("magnify", self.magnify),
            ("a", self.numbers.a),
            ("nudge", self.numbers.nudge),
        ):
            self._name_control(name, widget)
        self.functions.chosen.connect(self._on_function_chosen)
        self.magnify.toggled.connect(lambda on: self._change(magnify=on))
        self.numbers.a_typed.connect(lambda a: self._change(a=a))
        self.numbers.nudge_chosen.connect(lambda nudge: self._change(nudge=nudge))
        self.chart.handle_dragged.connect(self._on_dragged)
        self.chart.drag_ended.connect(self._on_drag_ended)

    @Slot(str)
    def _on_function_chosen(self, key: str) -> None:
        a = self._number("a")
        self._change(function=key, a=a if is_inside(key, a) else 1.0)

    @Slot(str, float)
    def _on_dragged(self, key: str, x: float) -> None:
        self._is_dragged = True
        a, nudge = self._number("a"), self._number("nudge")
        fine = bool(self._settings["magnify"]) or nudge < 0.01
        if key == "a":
            least = LEAST_OF_LOG if self._text("function") == "log a" else LOW
            place = round(x, 6) if self._settings["magnify"] else round(x, 2)
            self._change(a=min(max(place, least), HIGH))
        else:
            # Two digits of the nudge are as fine as a hand can be.
            step = 10.0 ** (-5 if fine else -2)
            moved = float(f"{x - a:.2g}") if x - a > step else SMALLEST
            self._change(nudge=min(max(moved, SMALLEST), LARGEST))
        self._show_settings()

    @Slot(str)
    def _on_drag_ended(self, _key: str) -> None:
        self._is_dragged = False
        self._show_settings()

    def _show_settings(self) -> None:
        function, magnify = self._text("function"), bool(self._settings["magnify"])
        self.functions.set_key(function)
        self.magnify.setChecked(magnify)
        found = facts(self._settings)
        show(self.chart, function, found, magnify, keeps_axes=self._is_dragged)
        self.numbers.show_numbers(function, found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_settings()
