"""The lines of a demonstration: code, tables, signs; a number of a result shows what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.array_lines import Demonstration
from gui.appearance import Appearance
from gui.labs.broadcasting.lines_geometry import SIGN_PIXELS, PlacedLine, arrange, cell_rect, result_cell_at
from gui.labs.broadcasting.paint_table import paint_marks, paint_table
from gui.step.matrix.paint_cells import paint_frame
from gui.step.matrix.palette import number_font, width_of
from gui.theme import Theme
from gui.widgets import FocusRing, draw_box, draw_text, follow, text_width
from gui.widgets.painting import CENTER, RADIUS_M, RADIUS_S
from gui.widgets.pixels import pixel_ratio, wants_lines

CODE_PAD = 9
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
LINE_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

Cell = tuple[int, int, int]  # line, row, column


class LinesView(QWidget):
    """A number of a result is selected by pointing at it, or with the arrow keys (Page Up and Down: another line).

    Signals: cell_changed(str), how the selected number comes about, "" for none.
    """

    cell_changed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._demonstration: Demonstration | None = None
        self._placed: list[PlacedLine] = []
        self._cell: Cell | None = None
        self._still: QPixmap | None = None
        self._still_key: tuple[str, float] = ("", 0.0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Arrays")
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    @property
    def placed(self) -> tuple[PlacedLine, ...]:
        """The lines in their places."""
        return tuple(self._placed)

    @property
    def cell(self) -> Cell | None:
        """Line, row and column of the selected number."""
        return self._cell

    def set_demonstration(self, demonstration: Demonstration) -> None:
        """Show other lines; nothing is selected."""
        self._demonstration = demonstration
        self._select(None)
        self._arrange()

    def _arrange(self) -> None:
        if self._demonstration is not None:
            self._placed = arrange(self._demonstration, self.width(), self.height(), width_of)
            self._still = None
            self.update()

    def _select(self, cell: Cell | None) -> None:
        if cell == self._cell:
            return
        self._cell = cell
        text = ""
        if cell is not None:
            line, row, column = cell
            text = self._placed[line].line.explain(row, column)
        self.setAccessibleDescription(text)
        self.cell_changed.emit(text)
        self.update()

    def _results(self) -> list[int]:
        return [number for number, placed in enumerate(self._placed) if placed.line.result is not None]

    def _step(self, down: int, across: int) -> None:
        results = self._results()
        if not results:
            return
        if self._cell is None:
            self._select((results[0], 0, 0))
            return
        line, row, column = self._cell
        result = self._placed[line].line.result
        assert result is not None
        rows, columns = result.drawn_shape
        self._select((line, min(max(row + down, 0), rows - 1), min(max(column + across, 0), columns - 1)))

    def _step_line(self, by: int) -> None:
        results = self._results()
        if results:
            at = results.index(self._cell[0]) + by if self._cell else 0
            self._select((results[min(max(at, 0), len(results) - 1)], 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self._step(*ARROWS[key])
        elif key in LINE_KEYS:
            self._step_line(LINE_KEYS[key])
        elif key == Qt.Key.Key_Escape and self._cell is not None:
            self._select(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = result_cell_at(self._placed, event.position().x(), event.position().y())
        if found is not None:
            self._select(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._select(result_cell_at(self._placed, event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._select(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(720, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if wants_lines():
            self._paint_lines(painter)
        else:
            painter.drawPixmap(0, 0, self._still_picture())
        if self._cell is not None:
            self._paint_selection(painter, self._appearance.theme, self._placed[self._cell[0]])

    def _still_picture(self) -> QPixmap:
        """Everything but the selection: pointing at numbers repaints frames only."""
        ratio = pixel_ratio(self)
        key = (self._appearance.theme.name, ratio)
        if self._still is None or self._still_key != key:
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            self._still_key = key
            painter = QPainter(self._still)
            self._paint_lines(painter)
            painter.end()
        return self._still

    def _paint_lines(self, painter: QPainter) -> None:
        for placed in self._placed:
            self._paint_line(painter, self._appearance.theme, placed)

    def _paint_line(self, painter: QPainter, theme: Theme, placed: PlacedLine) -> None:
        _paint_code(painter, theme, placed)
        for table in placed.tables:
            paint_table(painter, theme, table)
        for text, x, y in placed.signs:
            painter.setFont(number_font(SIGN_PIXELS, strong=False))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(x - 40, y - 20, 80, 40), CENTER, text)
        if placed.error is not None:
            _paint_error(painter, theme, placed)

    def _paint_selection(self, painter: QPainter, theme: Theme, placed: PlacedLine) -> None:
        assert self._cell is not None
        _, row, column = self._cell
        for table, mask in zip(placed.tables, placed.line.sources(row, column), strict=False):
            paint_marks(painter, theme, table, mask)
        place = cell_rect(placed.tables[-1], row, column)
        if place is not None:
            paint_frame(painter, theme, place)


def _paint_code(painter: QPainter, theme: Theme, placed: PlacedLine) -> None:
    code, line = placed.code, placed.line
    width = min(code.width, text_width(line.code, "code") + 2 * CODE_PAD)
    box = QRectF(code.x, code.y, width, code.height)
    draw_box(painter, box, RADIUS_S, theme.color("window"))
    draw_text(painter, box.adjusted(CODE_PAD, 0, -CODE_PAD + 1, 0), line.code, "code", theme.color("ink"))
    if line.about:
        rest = QRectF(box.right() + 10, code.y, 300, code.height)
        draw_text(painter, rest, line.about, "small", theme.color("ink2"))


def _paint_error(painter: QPainter, theme: Theme, placed: PlacedLine) -> None:
    assert placed.error is not None
    text = f"ValueError: {placed.line.error}"
    token = "code" if text_width(text, "code") + 2 * CODE_PAD <= placed.error.width else "small"
    width = min(placed.error.width, text_width(text, token) + 2 * CODE_PAD)
    box = QRectF(placed.error.x, placed.error.y, width, placed.error.height)
    draw_box(painter, box, RADIUS_S, theme.color("errsoft"), theme.color("err"), 1.0)
    draw_text(painter, box.adjusted(CODE_PAD, 0, -CODE_PAD + 1, 0), text, token, theme.color("err"))
