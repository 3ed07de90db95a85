"""The right column with the wishes that it made."""

from __future__ import annotations

from gui.appearance import Appearance
from gui.train.output.panel import OutputPanel
from tests.gui.train.output.output_runs import run_of

SOURCES = ["circle", "blobs", "multi_gauss", "iris", "breast_cancer", "digits"]


class Shown:
    """A panel with the wishes that it made."""

    def __init__(self, qtbot):
        self.appearance = Appearance("light")
        self.panel = OutputPanel(self.appearance)
        qtbot.addWidget(self.panel)
        self.wishes = {}
        self.wish_count = 0
        self.panel.wishes_changed.connect(self._on_wish)
        self.panel.resize(340, 788)

    def show(self, qtbot, source, **data):
        run = run_of(source, **data)
        self.panel.set_setup(run.setup, run.dataset)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.panel.show_snapshot(run.snapshot(**self.wishes))
        return run

    def _on_wish(self, wishes):
        self.wishes.update(wishes)
        self.wish_count += 1
