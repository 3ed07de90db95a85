"""Two shapes with their last axes one below the other, and the result below them: what stretches, what doesn't fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.broadcast import AxisFit, Broadcast
from engine.labs.shape_text import shape_text
from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, follow
from gui.widgets.painting import CENTER, RADIUS_S, RIGHT

ROW, HEAD, LABEL, AXIS, GAP = 30, 20, 108, 84, 6
MARK = 18


class FitView(QWidget):
    """`set_fit` shows how two shapes fit, None for nothing."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._fit: Broadcast | None = None
        self._names = ("left", "right")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD + 3 * ROW - 2)
        self.setAccessibleName("Axes")
        follow(self, appearance)

    def set_fit(self, fit: Broadcast | None, left: str = "left", right: str = "right") -> None:
        """left, right: what the two arrays are called."""
        self._fit = fit
        self._names = (left, right)
        self.setVisible(fit is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        axes = len(self._fit.axes) if self._fit is not None else 2
        return QSize(LABEL + axes * (AXIS + GAP), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        fit = self._fit
        if fit is None:
            return
        painter, theme = QPainter(self), self._appearance.theme
        self._paint_names(painter, theme, fit)
        for number, axis in enumerate(fit.axes):
            x = LABEL + GAP + number * (AXIS + GAP)
            head = QRectF(x, 0, AXIS, HEAD - 2)
            draw_text(painter, head, f"axis {number}", "small", theme.color("ink3"), CENTER)
            self._paint_axis(painter, theme, axis, x)

    def _paint_names(self, painter: QPainter, theme: Theme, fit: Broadcast) -> None:
        result = "does not fit" if fit.result is None else shape_text(fit.result)
        texts = (
            (self._names[0], shape_text(fit.left)),
            (self._names[1], shape_text(fit.right)),
            ("result" if fit.result is not None else "", result),
        )
        for row, (name, shape) in enumerate(texts):
            place = QRectF(0, HEAD + row * ROW, LABEL - 8, ROW - 4)
            is_result = row == len(texts) - 1
            color = theme.color("err" if is_result and fit.result is None else "ink")
            draw_text(painter, place, name, "small", theme.color("ink3"))
            draw_text(painter, place, shape, "header" if is_result else "body", color, RIGHT)

    def _paint_axis(self, painter: QPainter, theme: Theme, axis: AxisFit, x: float) -> None:
        sides = ((axis.left, axis.fit == "left"), (axis.right, axis.fit == "right"))
        for row, (length, stretches) in enumerate(sides):
            box = QRectF(x, HEAD + row * ROW, AXIS, ROW - 4)
            _paint_length(painter, theme, box, length, axis, stretches=stretches)
        box = QRectF(x, HEAD + 2 * ROW, AXIS, ROW - 4)
        if axis.result is None:
            paint_icon(
                painter,
                "close",
                QRectF(box.center().x() - MARK / 2, box.center().y() - MARK / 2, MARK, MARK),
                theme.color("err"),
                2.2,
            )
            return
        draw_box(painter, box, RADIUS_S, theme.color("sel"))
        draw_text(painter, box, str(axis.result), "header", theme.color("ink"), CENTER)


def _paint_length(
    painter: QPainter, theme: Theme, box: QRectF, length: int | None, axis: AxisFit, *, stretches: bool
) -> None:
    """One length; "1 → 4" where it stretches, dashed, in brackets where the axis is missing."""
    text = "(1)" if length is None else str(length)
    if stretches:
        draw_box(painter, box, RADIUS_S, theme.color("spotsoft"))
        painter.setPen(QPen(theme.color("spotline"), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_S, RADIUS_S)
        draw_text(painter, box, f"{text} → {axis.result}", "header", theme.color("ink"), CENTER)
    elif axis.fit == "clash":
        draw_box(painter, box, RADIUS_S, theme.color("errsoft"), theme.color("err"), 1.5)
        draw_text(painter, box, text, "header", theme.color("err"), CENTER)
    else:
        draw_box(painter, box, RADIUS_S, theme.color("panel"), theme.color("line"))
        draw_text(painter, box, text, "body", theme.color("ink3" if length is None else "ink"), CENTER)
