"""The lab of folding (C8): the curve, both networks, and how many units each takes."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.folding import MOST_K, Folding, Passage, fold, passage
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks
from gui.labs.background import Background
from gui.labs.folding.networks_view import NetworksView
from gui.labs.lab import Lab
from gui.labs.readouts import Readout, Readouts
from gui.widgets import Label, PanelHeader, Separator, Slider, fixed_text, grouped_text

PADDING, HEAD_MARGIN, GAP, SIDE = 24, 8, 28, 292
COARSE = 6  # with more folds the curves of both networks would be one black mass
LENS_PIECES = 16
TICK_ROOM = 28.0  # half a tick's text beyond the end of the lens
LOW = 540  # in a lab less high there is no room for words
QUICK_K = 7  # larger networks are computed on the thread
PIECES, DEEP, FLAT = "2^{k}", "2k", "2^{k} - 1"  # LaTeX
UP, ACROSS = Axis(0.0, 1.0, "", ticks=(0, 0.5, 1)), Axis(0.0, 1.0, "x", ticks=(0, 0.25, 0.5, 0.75, 1))


class FoldingLab(Lab):
    """Face: see `Lab`. Its controls: k, x."""

    key = "folding"
    latex = (PIECES, DEEP, FLAT)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.k = Slider(appearance, "k, how often t is applied", range(1, MOST_K + 1), parent=self)
        self.chart = Chart(appearance, self)
        self.chart.setAccessibleName("t applied k times")
        self.lens = Chart(appearance, self)
        self.lens.setAccessibleName("The curve near x")
        self.lens.set_least_room(0.0, TICK_ROOM)
        self.counts = Readouts(appearance, parent=self, low=True)
        self.note = Label(appearance, "", "small", "ink2", self)
        self.note.setWordWrap(True)
        self.networks = NetworksView(appearance, self)
        self._shown_k = 0
        self._known: dict[int, Folding] = {}
        self._background = Background(self)
        self._background.came.connect(self._show_folding)
        self._lay_out()
        self._name_control("k", self.k)
        self._name_control("x", self.chart)
        self.k.value_changed.connect(lambda k: self._change(k=k))
        self.chart.handle_dragged.connect(lambda _key, x: self._change(x=min(1.0, max(0.0, x))))
        self._show_settings()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(HEAD_MARGIN, 6, PADDING, 6)
        head.addWidget(
            PanelHeader(self._appearance, "Folding", subtitle="t(x) = 2 relu(x) − 4 relu(x − ½)"), 1
        )
        self.k.setFixedWidth(230)
        head.addWidget(self.k)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.counts)
        side.addWidget(self.note)
        side.addStretch(1)
        top = QHBoxLayout()
        top.setContentsMargins(PADDING, 12, PADDING, 12)
        top.setSpacing(GAP)
        charts = QVBoxLayout()
        charts.setSpacing(4)
        charts.addWidget(self.chart, 1)
        charts.addWidget(self.lens, 1)
        top.addLayout(charts, 1)
        top.addLayout(side)
        self.counts.setFixedWidth(SIDE)
        self.note.setFixedWidth(SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator(self._appearance))
        column.addLayout(top, 5)
        column.addWidget(self.networks, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note.setVisible(self.height() >= LOW)

    @property
    def is_settled(self) -> bool:
        """Whether the networks of the present k are shown."""
        return not self._background.is_busy

    def close_down(self) -> None:
        self._background.close()

    def _show_settings(self) -> None:
        k = int(str(self._settings["k"]))
        self.k.set_value(k)
        if k <= QUICK_K or k in self._known:
            self._background.cancel()
            self._show_folding(self._known.get(k) or fold(k))
        else:
            self._background.start(fold, k)

    def _show_folding(self, folding: Folding) -> None:
        self._known[folding.k] = folding
        x = float(str(self._settings["x"]))
        way = passage(folding, x)
        if folding.k != self._shown_k:
            self._shown_k = folding.k
            self._show_curves(folding)
            self._show_counts(folding)
        self.chart.set_handle("x", x, fixed_text(x, 2), low=0.0, high=1.0, step=0.01)
        mark = Marks([x], [way.folds[-1]], shape="ring", size=9.0)
        self.chart.set_marks([mark])
        self._show_lens(folding, x, mark)
        self.networks.set_folding(folding, way)
        self.told.emit(_way_text(way))

    def _show_lens(self, folding: Folding, x: float, mark: Marks) -> None:
        """A few pieces round x, where the whole curve is too fine to be told apart."""
        self.lens.setVisible(folding.k > COARSE)
        if folding.k <= COARSE:
            return
        reach = LENS_PIECES / 2**folding.k
        low = min(1.0 - reach, max(0.0, x - reach / 2))
        part = (folding.x >= low) & (folding.x <= low + reach)
        ticks = tuple((value, fixed_text(value, 4)) for value in (low, low + reach / 2, low + reach))
        self.lens.set_axes(Axis(low, low + reach, "", ticks=ticks), UP)
        flat = Curve(folding.x[part], folding.flat_y[part], "line", 7.0)
        self.lens.set_curves([flat, Curve(folding.x[part], folding.deep_y[part], "ink", 2.0)])
        self.lens.set_marks([mark])

    def _show_curves(self, folding: Folding) -> None:
        self.chart.set_axes(ACROSS, UP)
        fine = folding.k > COARSE
        deep = Curve(folding.x, folding.deep_y, "ink", 1.2 if fine else 2.0)
        flat = Curve(folding.x, folding.flat_y, "line", 7.0)
        self.chart.set_curves([deep] if fine else [flat, deep])

    def _show_counts(self, folding: Folding) -> None:
        needed, built = folding.least_flat_units, folding.flat_units
        self.counts.set_rows(
            [
                Readout("pieces", "straight pieces", PIECES, value=grouped_text(folding.pieces)),
                Readout("deep", "deep: units", DEEP, value=grouped_text(folding.deep_units)),
                Readout("flat", "flat: at least", FLAT, value=grouped_text(needed)),
                Readout("built", "flat: built here", value=grouped_text(built), strong=False),
                Readout("difference", "largest difference", value=f"{folding.difference:g}", strong=False),
            ]
        )
        self.note.setText(
            "A ReLU unit makes one kink, so a layer of N units has at most N + 1 pieces. The flat network "
            "here has one unit more than that: it gives the first piece its slope. Both are computed at "
            f"{grouped_text(len(folding.x))} points: the deep one is the line, the flat one the band behind it."
        )


def _way_text(way: Passage) -> str:
    """x and what it becomes, fold by fold."""
    return " → ".join(fixed_text(value, 3) for value in (way.x, *way.folds))
