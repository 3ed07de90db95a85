"""The right plot panel: tabs for gradients, distributions and weights. Only the page that is seen is fed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.plots.distributions_view import DistributionsView
from gui.train.plots.gradient_plot import GradientPlot
from gui.train.plots.weights_view import WeightsView
from gui.widgets.labels import Caption
from gui.widgets.painting import RIGHT, follow
from gui.widgets.tab_strip import TabStrip

TABS = (("gradients", "Gradients"), ("distributions", "Distributions"), ("weights", "Weights"))
DETAILS = {"gradients": "rms of dW[l]", "distributions": "by layer", "weights": "by layer"}
PADDING = 16


class PlotsTabs(QWidget):
    """Signals: wishes_changed(dict), while the distributions come and go; cursor_moved(epoch or None)."""

    wishes_changed = Signal(dict)
    cursor_moved = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self.gradient_plot = GradientPlot(appearance)
        self.distributions_view = DistributionsView(appearance)
        self.weights_view = WeightsView(appearance)
        self.tabs = TabStrip(appearance, TABS)
        self.detail = Caption(
            appearance, DETAILS["gradients"], "small", "ink3", RIGHT, height=self.tabs.height()
        )
        self.header = QWidget()
        self._pages: dict[str, GradientPlot | DistributionsView | WeightsView] = {
            "gradients": self.gradient_plot,
            "distributions": self.distributions_view,
            "weights": self.weights_view,
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(self.show_tab)
        self.distributions_view.wishes_changed.connect(self.wishes_changed)
        self.gradient_plot.cursor_moved.connect(self.cursor_moved)
        follow(self, appearance)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Pass a new structure on to every page."""
        self._snapshot = None
        for page in self._pages.values():
            page.set_setup(setup, dataset)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Pass new numbers on to the page that is seen."""
        self._snapshot = snapshot
        self._pages[self.tabs.key()].show_snapshot(snapshot)

    def show_cursor(self, epoch: float | None) -> None:
        """Put the cursor where another plot has it."""
        self.gradient_plot.show_cursor(epoch)

    def show_tab(self, key: str) -> None:
        """Bring a page to the front: "gradients", "distributions" or "weights"."""
        self.tabs.set_key(key)
        key = self.tabs.key()
        self.detail.set_text(DETAILS[key])
        if self._snapshot is not None:
            self._pages[key].show_snapshot(self._snapshot)
        self._stack.setCurrentWidget(self._pages[key])

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.header)
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.detail)
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.color("panel"))
