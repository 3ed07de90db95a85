"""The right plot panel: tabs for gradients, distributions and weights. Only the page that is seen is fed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.plots.gradient_plot import GradientPlot
from gui.widgets.labels import Caption
from gui.widgets.painting import RIGHT, follow
from gui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from gui.train.plots.distributions_view import DistributionsView
    from gui.train.plots.weights_view import WeightsView

TABS = (("gradients", "Gradients"), ("distributions", "Distributions"), ("weights", "Weights"))
DETAILS = {"gradients": "rms of dW[l]", "distributions": "by layer", "weights": "by layer"}
PADDING = 16


class PlotsTabs(QWidget):
    """The gradients are there at once, the other pages when they are first wanted, or with `finish_building`.

    Signals: wishes_changed(dict), while the distributions come and go; cursor_moved(epoch or None).
    """

    wishes_changed = Signal(dict)
    cursor_moved = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self.gradient_plot = GradientPlot(appearance)
        self._distributions: DistributionsView | None = None
        self._weights: WeightsView | None = None
        self.tabs = TabStrip(appearance, TABS)
        self.detail = Caption(
            appearance, DETAILS["gradients"], "small", "ink3", RIGHT, height=self.tabs.height()
        )
        self.header = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(self.show_tab)
        self.gradient_plot.cursor_moved.connect(self.cursor_moved)
        follow(self, appearance)

    @property
    def distributions_view(self) -> DistributionsView:
        """The page of histograms."""
        if self._distributions is None:
            from gui.train.plots.distributions_view import DistributionsView  # not seen at first

            self._distributions = DistributionsView(self._appearance, self._stack)
            self._distributions.wishes_changed.connect(self.wishes_changed)
            self._stack.addWidget(self._distributions)
        return self._distributions

    @property
    def weights_view(self) -> WeightsView:
        """The page of matrices."""
        if self._weights is None:
            from gui.train.plots.weights_view import WeightsView

            self._weights = WeightsView(self._appearance, self._stack)
            self._stack.addWidget(self._weights)
        return self._weights

    def finish_building(self) -> None:
        """Make the pages that are not seen at first."""
        for key, _ in TABS:
            self._page(key)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Pass a new structure on; the other pages learn of it by the next snapshot."""
        self._snapshot = None
        self.gradient_plot.set_setup(setup, dataset)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Pass new numbers on to the page that is seen."""
        self._snapshot = snapshot
        self._page(self.tabs.key()).show_snapshot(snapshot)

    def show_cursor(self, epoch: float | None) -> None:
        """Put the cursor where another plot has it."""
        self.gradient_plot.show_cursor(epoch)

    def show_tab(self, key: str) -> None:
        """Bring a page to the front: "gradients", "distributions" or "weights"."""
        self.tabs.set_key(key)
        key = self.tabs.key()
        self.detail.set_text(DETAILS[key])
        page = self._page(key)
        if self._snapshot is not None:
            page.show_snapshot(self._snapshot)
        self._stack.setCurrentWidget(page)

    def _page(self, key: str) -> GradientPlot | DistributionsView | WeightsView:
        if key == "distributions":
            return self.distributions_view
        return self.weights_view if key == "weights" else self.gradient_plot

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.header)
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.detail)
        self._stack.addWidget(self.gradient_plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.color("panel"))
