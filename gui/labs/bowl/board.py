"""One surface of the bowl lab: its name, and it as a map with draggable starts or as a landscape."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from engine.labs.cost_plane import Path
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks
from gui.labs.bowl.landscape import Landscape
from gui.labs.bowl.work import Sheet
from gui.widgets import Caption

START = "start"
MOST_DOTS = 60  # a longer path is a line without a dot for each update


class Board(QWidget):
    """Signals: start_moved(index, u, v) while one is dragged; start_added(u, v), a click on a free place."""

    start_moved = Signal(int, float, float)
    start_added = Signal(float, float)

    def __init__(self, appearance: Appearance, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Caption(appearance, title, "small_medium", "ink2", height=18, parent=self)
        self.title.setVisible(bool(title))
        self.chart = Chart(appearance, self)  # a stacked layout shows its first widget at once
        self.chart.setAccessibleName("The cost seen from above; starts are dragged, a click adds one")
        self.landscape = Landscape(appearance, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.landscape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(self._stack, 1)
        self._starts = 0
        self.chart.point_dragged.connect(self._on_point_dragged)
        self.chart.clicked.connect(self.start_added)

    def set_title(self, title: str) -> None:
        """The name over it, "" for none."""
        self.title.set_text(title)
        self.title.setVisible(bool(title))

    def set_view(self, view: str) -> None:
        """ "contours" or "surface"."""
        self._stack.setCurrentWidget(self.landscape if view == "surface" else self.chart)

    def set_sheet(self, sheet: Sheet | None, names: tuple[str, str]) -> None:
        """Another surface; None while it is computed."""
        if sheet is not None:
            field = sheet.field
            self.chart.set_axes(
                Axis(field.x_low, field.x_high, names[0]), Axis(field.y_low, field.y_high, names[1])
            )
        self.chart.set_field(sheet.field if sheet is not None else None)
        self.landscape.set_sheet(sheet, names)

    def set_starts(self, starts: tuple[tuple[float, float], ...]) -> None:
        """Where descents begin, the first one named."""
        for index in range(len(starts), self._starts):
            self.chart.set_point(_key(index), None)
        for index, (u, v) in enumerate(starts):
            self.chart.set_point(_key(index), u, v, START if index == 0 else "")
        self._starts = len(starts)

    def set_paths(self, paths: tuple[Path, ...]) -> None:
        """The descents as far as they are shown."""
        curves = [
            Curve(path.u, path.v, "ink" if index == 0 else "ink2", 2.0) for index, path in enumerate(paths)
        ]
        self.chart.set_curves(curves[::-1])
        marks = [
            Marks(path.u[1:-1], path.v[1:-1], "ink", size=5) for path in paths if 2 < len(path.u) <= MOST_DOTS
        ]
        ends = [Marks(path.u[-1:], path.v[-1:], "ink", size=9) for path in paths if len(path.u) > 1]
        self.chart.set_marks(marks + ends)
        self.landscape.set_paths(paths)

    @Slot(str, float, float)
    def _on_point_dragged(self, key: str, u: float, v: float) -> None:
        self.start_moved.emit(int(key.removeprefix(START)), u, v)


def _key(index: int) -> str:
    return f"{START}{index}"
