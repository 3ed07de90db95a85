"""The nudge: a variable moves a little, how far does the output go, and what the graph's derivative says beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.graph import Evaluation, nudge_from
from engine.graph.nudging import STEP
from gui.appearance import Appearance
from gui.chart import Chart
from gui.data_table import DataTable
from gui.graph.panels.nudge_plot import NudgePlot, nudge_plot
from gui.graph.panels.nudge_table import NudgeTable
from gui.graph.panels.nudge_words import SIZES, nudge_words
from gui.graph.panels.signed_slider import SignedSlider
from gui.graph.panels.slider_scale import SizeScale
from gui.graph.short_names import cut_text, whole_name
from gui.widgets import Caption, PanelHeader, draw_text, follow, text_width

HEIGHT, PADDING, WORDS, BOTTOM = 258, 20, 22, 4
TABLE, GAP, NARROW_TABLE, NARROW_GAP, NARROW = 352, 40, 312, 24, 700
NARROWEST_PLOT, WIDEST_PLOT = 160, 420
SLIDER_WIDTH = 120
NAME_LETTERS = 14
HEADER_LEFT = 4  # its own padding is 16


class NudgePanel(QWidget):
    """`show_nudge` takes the numbers of a graph and the variable that is nudged.

    Signals: step_changed(float), the size of the nudge was dragged or typed.
    """

    view_name = "Nudge"
    step_changed = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._evaluation: Evaluation | None = None
        self._name = ""
        self._step = STEP
        self._had_plot = False
        self._words: tuple[str, ...] = ()
        self.header = PanelHeader(appearance, "Nudge", parent=self)
        self.slider = SignedSlider(appearance, SizeScale(SIZES))
        self.slider.setFixedWidth(SLIDER_WIDTH)
        self.slider.setAccessibleName("size of the nudge")
        self.slider.setToolTip("Size of the nudge")
        self.slider.set_value(STEP)
        self.header.add_widget(Caption(appearance, "size", "small"))
        self.header.add_widget(self.slider)
        self.table = NudgeTable(appearance, self)
        self.chart = Chart(appearance, self)
        self.slider.value_changed.connect(self._on_size)
        self.table.size_typed.connect(self._on_size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def data_table(self) -> DataTable | None:
        """The points of the plot."""
        return self.chart.data_table()

    @property
    def step(self) -> float:
        """The size of the nudge."""
        return self._step

    @property
    def name(self) -> str:
        """The variable that is nudged; "" for none."""
        return self._name

    def set_step(self, step: float) -> None:
        """Nudge by another size, without a signal."""
        self._step = step
        self.slider.set_value(step)
        self._refresh()

    def show_nudge(self, evaluation: Evaluation, name: str | None) -> None:
        """Show what a nudge of this variable does; None or another node's name: of the first variable."""
        self._evaluation = evaluation
        variables = evaluation.graph.variables
        self._name = name if name in variables else variables[0] if variables else ""
        self._refresh()

    @Slot(float)
    def _on_size(self, size: float) -> None:
        self._step = float(size)
        self.slider.set_value(self._step)
        self._refresh()
        self.step_changed.emit(self._step)

    def _refresh(self) -> None:
        evaluation = self._evaluation
        for part in (self.table, self.chart, self.slider):
            part.setEnabled(bool(self._name))
        if evaluation is None or not self._name:
            self.header.set_subtitle("nothing to nudge: this expression has no variable")
            self.table.hide()
            self.chart.hide()
            return
        output = cut_text(evaluation.graph.nodes[evaluation.graph.output].name, NAME_LETTERS)
        name = cut_text(self._name, NAME_LETTERS)
        self.header.set_subtitle(f"how far {output} moves when {name} moves a little")
        self.table.setToolTip(whole_name(self._name))
        found = nudge_from(evaluation, self._name, self._step)
        fault = next(iter(evaluation.faults.values()), "")
        self.table.show_words(name, output, nudge_words(found, fault))
        self.table.show()
        self._show_plot(nudge_plot(evaluation, found, output) if self._has_plot() else None)

    def _show_plot(self, plot: NudgePlot | None) -> None:
        self.chart.setVisible(plot is not None)
        self._words = () if plot is None else plot.words
        if plot is not None:
            self.chart.set_axes(plot.x_axis, plot.y_axis)
            self.chart.set_curves(plot.curves)
            self.chart.set_segments(plot.segments)
            self.chart.set_marks(plot.marks)
        self.update()

    def _table_width(self) -> int:
        return TABLE if self.width() >= NARROW else NARROW_TABLE

    def _plot_left(self) -> int:
        return PADDING + self._table_width() + (GAP if self.width() >= NARROW else NARROW_GAP)

    def _plot_room(self) -> int:
        return self.width() - self._plot_left() - PADDING

    def _has_plot(self) -> bool:
        return self._plot_room() >= NARROWEST_PLOT

    def sizeHint(self) -> QSize:
        return QSize(764, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW_TABLE + 2 * PADDING, HEIGHT - 40)

    def resizeEvent(self, event: QEvent) -> None:
        top = self.header.height()
        self.header.setGeometry(HEADER_LEFT, 0, self.width() - 2 * HEADER_LEFT, top)
        self.table.setGeometry(PADDING, top, self._table_width(), self.height() - top - BOTTOM)
        width = min(WIDEST_PLOT, self._plot_room())
        left = self._plot_left()
        self.chart.setGeometry(
            left, top + WORDS, max(NARROWEST_PLOT, width), self.height() - top - WORDS - BOTTOM
        )
        if self._has_plot() != self._had_plot:
            self._had_plot = self._has_plot()
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        if self._words and not self.chart.isHidden():
            place = QRectF(self.chart.x(), self.header.height(), self.chart.width(), WORDS)
            fitting = (words for words in self._words if text_width(words, "small") <= place.width())
            draw_text(painter, place, next(fitting, self._words[-1]), "small", theme.color("ink3"))
