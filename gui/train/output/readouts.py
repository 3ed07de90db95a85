"""Cost and accuracy of now, training beside test, as a small table of large-enough numbers."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.output.section import MARGIN, Section
from gui.train.output.texts import number, percent

HEAD, ROW, NOTE, BOTTOM = 29, 27, 20, 8
NOTHING = "–"
REGRESSION_NOTE = "J = 1/(2m) Σ (ŷ − y)²"


class Readouts(Section):
    """Rows Cost J and, where there are classes, Accuracy; columns train and test."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._note = ""
        self._has_test = True
        self._rows: tuple[tuple[str, str, str], ...] = (("Cost J", "", ""),)
        self.setAccessibleName("Cost and accuracy")

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """What is shown: (name, train, test)."""
        return self._rows

    def set_task(self, task: str, cost_is_squared: bool, has_test: bool = True) -> None:
        """Take the rows of "binary", "classes" or "regression"; without test examples their column has dashes."""
        self._has_test = has_test
        names = ("Cost J",) if task == "regression" else ("Cost J", "Accuracy")
        if names != tuple(name for name, _, _ in self._rows):
            self._rows = tuple((name, "", "") for name in names)
        self._note = REGRESSION_NOTE if cost_is_squared else ""
        self.setToolTip("J: the average loss over all examples, with the regularisation term when one is on")
        self.update()

    def show_numbers(self, snapshot: Snapshot) -> None:
        """Write the numbers of a moment; nothing is painted when none changed."""
        test = number(snapshot.cost_test) if self._has_test else NOTHING
        rows = [("Cost J", number(snapshot.cost_train), test)]
        if len(self._rows) > 1:
            shares = (snapshot.accuracy_train, snapshot.accuracy_test)
            texts = ["" if share is None else percent(share) for share in shares]
            rows.append(("Accuracy", texts[0], texts[1] if self._has_test else NOTHING))
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            spoken = "; ".join(f"{name}: train {train}, test {test}" for name, train, test in rows)
            self.setAccessibleDescription(spoken)
            self.update()

    def height_for(self, width: int) -> int:
        """The head, the rows, and a note for the squared error."""
        return HEAD + ROW * len(self._rows) + (NOTE if self._note else 0) + BOTTOM

    def paint_content(self, painter: QPainter) -> None:
        """Names left, numbers right-aligned under train and test."""
        width = self.width() - 2 * MARGIN
        second, first = self.width() - MARGIN, self.width() - MARGIN - round(0.31 * width)
        for text, right in (("train", first), ("test", second)):
            self.write(painter, QRect(right - 80, 12, 80, 14), text, "caption", "ink3", "right")
        for row, (name, *values) in enumerate(self._rows):
            top = HEAD + row * ROW
            painter.fillRect(MARGIN, top, width, 1, self.color("line"))
            self.write(painter, QRect(MARGIN, top + 1, 90, ROW), name, "body", "ink2")
            for text, right in zip(values, (first, second), strict=True):
                self.write(
                    painter, QRect(right - 100, top + 1, 100, ROW), text, "body strong", "ink", "right"
                )
        if self._note:
            top = HEAD + len(self._rows) * ROW
            painter.fillRect(MARGIN, top, width, 1, self.color("line"))
            self.write(painter, QRect(MARGIN, top + 3, width, NOTE), self._note, "caption", "ink3")
