"""The input columns of a table with the range of their raw values; for pictures one line says their size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.data import Dataset
from gui.appearance import Appearance
from gui.widgets import Button, draw_text, number_text, text_width
from gui.widgets.painting import RIGHT

PADDING, ROW, GAP = 16, 20, 8
FEW = 8
DIGITS = 3


class ColumnsList(QWidget):
    """Read-only: which columns are inputs is chosen at the import. Long lists open by a button."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(appearance)
        self.more_button = Button(appearance, "Show all", kind="flat", small=True)
        self.more_button.clicked.connect(self._on_more)
        self._texts: list[tuple[str, str]] = []
        self._dataset: Dataset | None = None
        self._is_open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 0, PADDING, 4)
        column.setSpacing(4)
        column.addWidget(self.rows)
        column.addWidget(self.more_button)

    def show_dataset(self, dataset: Dataset) -> None:
        """List the columns of this table."""
        if dataset is self._dataset:
            return
        names_before = self._dataset.input_names if self._dataset is not None else ()
        self._dataset = dataset
        self._is_open = self._is_open and dataset.input_names == names_before
        self._show()

    def _show(self) -> None:
        dataset = self._dataset
        assert dataset is not None
        if dataset.picture_shape is not None:
            rows, columns = dataset.picture_shape
            lows, highs = dataset.raw_ranges.T
            texts = [(f"{rows} × {columns} pixels", ends_text(float(lows.min()), float(highs.max())))]
        else:
            shown = dataset.inputs if self._is_open or dataset.inputs <= FEW + 1 else FEW
            texts = [(dataset.input_names[j], range_text(dataset, j)) for j in range(shown)]
        self.rows.set_texts(texts)
        hidden = dataset.inputs > FEW + 1 and dataset.picture_shape is None
        self.more_button.setVisible(hidden)
        self.more_button.set_text("Show fewer" if self._is_open else f"Show all {dataset.inputs}")

    @Slot()
    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._show()


class _Rows(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._texts: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def set_texts(self, texts: list[tuple[str, str]]) -> None:
        """Show these names with their ranges."""
        self._texts = texts
        self.setAccessibleName("Inputs: " + ", ".join(name for name, _ in texts))
        self.setFixedHeight(ROW * len(texts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, ROW * len(self._texts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        for place, (name, span) in enumerate(self._texts):
            width = text_width(span, "caption")
            row = QRectF(0, place * ROW, self.width(), ROW)
            draw_text(painter, row.adjusted(0, 0, -width - GAP, 0), name, "small", theme.color("ink2"))
            draw_text(painter, row, span, "caption", theme.color("ink3"), RIGHT)


def range_text(dataset: Dataset, j: int) -> str:
    """The smallest and largest raw value of input j, as in "4.3 … 7.9"."""
    low, high = dataset.raw_ranges[j].tolist()
    return ends_text(low, high)


def ends_text(low: float, high: float) -> str:
    """Both ends of a range, to three digits; a single number where they are equal."""
    ends = (low,) if low == high else (low, high)
    return " … ".join(number_text(float(f"{end:.{DIGITS}g}")) for end in ends)
