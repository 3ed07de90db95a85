"""Which page of the output column is shown, where not everything fits below one another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.train.output.section import Section
from gui.widgets.segmented import Segmented

PLANE, CONFUSION, WEIGHTS = "plane", "confusion", "weights"
NAMES = {PLANE: "Plane", CONFUSION: "Confusion", WEIGHTS: "Weights"}
EDGE, TOP, ROW, BOTTOM, WIDEST = 16, 2, 24, 6, 308


class PageChoice(Section):
    """Signals: page_chosen(str), "plane", "confusion" or "weights", when a person chose."""

    page_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, separated=False, parent=parent)
        self._rows = {
            pages: Segmented(appearance, [(page, NAMES[page]) for page in pages], self)
            for pages in ((PLANE, CONFUSION), (PLANE, CONFUSION, WEIGHTS))
        }
        for row in self._rows.values():
            row.setAccessibleName("Page of the output")
            row.setToolTip("The output over the plane, or how each class is classified")
            row.chosen.connect(self._on_chosen)
        self.show_pages((PLANE, CONFUSION), PLANE)

    @property
    def row(self) -> Segmented:
        """The choice that is offered now."""
        return next(row for row in self._rows.values() if not row.isHidden())

    def show_pages(self, pages: tuple[str, ...], page: str) -> None:
        """Offer these pages, the plane and the confusion matrix or all three, and show which is seen."""
        for offered, row in self._rows.items():
            row.setVisible(offered == pages)
            row.set_key(page)

    def height_for(self, width: int) -> int:
        """One row."""
        return TOP + ROW + BOTTOM

    @Slot(str)
    def _on_chosen(self, page: str) -> None:
        self.page_chosen.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for row in self._rows.values():
            row.setGeometry(EDGE, TOP, min(self.width() - 2 * EDGE, WIDEST), ROW)
        super().resizeEvent(event)
