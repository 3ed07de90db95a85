"""The entries of a gradient check: backward pass, central difference, relative error; the worst one is marked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.check import AGREE, LayerCheck
from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.step.check_words import error_text
from gui.step.number_format import full_text
from gui.widgets import draw_box, draw_text, follow
from gui.widgets.painting import RADIUS_S, RIGHT

ROW, HEAD = 27, 30
ICON = 14
# Right edges of the numbers' columns, as shares of the width that is used.
COLUMNS = (("entry", 0.16), ("backward pass", 0.42), ("central difference", 0.70), ("relative error", 0.93))
WIDEST = 640


class CheckTable(QWidget):
    """`show_check` fills it; only the rows on the screen are painted."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._check: LayerCheck | None = None
        self._selected: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Gradient check, entry by entry")
        follow(self, appearance)

    def show_check(self, check: LayerCheck | None, selected: tuple[int, int] | None) -> None:
        """Show these entries, and which of them is selected elsewhere."""
        self._check, self._selected = check, selected
        self.setFixedHeight(HEAD + ROW * (0 if check is None else len(check.entries)))
        self.update()

    def place_of(self, index: int) -> QPoint:
        """Where an entry's row is, for scrolling there."""
        return QPoint(0, HEAD + ROW * index)

    def texts(self, index: int) -> tuple[str, str, str, str]:
        """What stands in a row."""
        check = self._check
        assert check is not None
        k, j = check.entries[index]
        place = f"{k + 1}, {j + 1}" if check.symbol == "dW" else f"{k + 1}"
        error = (
            "kink" if check.kinks[index] else error_text(float(check.error[index])) if check.can_tell else "–"
        )
        return place, full_text(float(check.analytic[index])), full_text(float(check.numeric[index])), error

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        width = min(self.width(), WIDEST)
        for text, share in COLUMNS:
            room = QRectF(0, 0, share * width, HEAD)
            draw_text(painter, room, text, "small", theme.color("ink2"), RIGHT)
        painter.fillRect(0, HEAD - 1, width, 1, theme.color("line2"))
        if self._check is None:
            return
        first = max(0, (event.rect().top() - HEAD) // ROW)
        last = min(len(self._check.entries), (event.rect().bottom() - HEAD) // ROW + 1)
        for index in range(first, last):
            self._paint_row(painter, index, width)

    def _paint_row(self, painter: QPainter, index: int, width: int) -> None:
        theme, check = self._appearance.theme, self._check
        assert check is not None
        top = HEAD + index * ROW
        is_worst = check.can_tell and index == check.worst and len(check.entries) > 1
        row = QRectF(0, top, width, ROW)
        if is_worst:
            draw_box(painter, row.adjusted(0, 1, 0, -1), RADIUS_S, theme.color("spotsoft"))
        if check.entries[index] == self._selected:
            draw_box(painter, row.adjusted(0, 1, 0, -1), RADIUS_S, None, theme.color("ink"), 2)
        token = "header" if is_worst else "body"
        wrong = check.can_tell and not check.kinks[index] and not check.error[index] <= AGREE
        for (_, share), text in zip(COLUMNS, self.texts(index), strict=True):
            color = theme.color("err" if wrong and share > 0.9 else "ink")
            draw_text(painter, QRectF(0, top, share * width, ROW), text, token, color, RIGHT)
        if check.kinks[index] or not check.can_tell:
            return
        mark = QRectF(0.955 * width, top + (ROW - ICON) / 2, ICON, ICON)
        paint_icon(painter, "close" if wrong else "check", mark, theme.color("err" if wrong else "run"), 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
