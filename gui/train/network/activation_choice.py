"""The combo of a layer's activation: its curve in the layer's colour and its name; where it is narrow the curve."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.activations import ACTIVATIONS, Activation
from gui.appearance import Appearance
from gui.formula_html import formula_html
from gui.widgets.combo import CHEVRON, CHEVRON_GAP, CHEVRON_RIGHT, ICON_GAP, PADDING, Combo
from gui.widgets.painting import RADIUS_M, draw_box, draw_text, text_width

CURVE = QSize(18, 12)
CURVE_PEN, AXIS_SHARE = 1.6, 0.25
POINTS, REACH = 25, 3.0
PIXEL_RATIOS = (1, 2, 3)
FIXED = "Fixed: the output layer follows the data. Two classes take sigmoid, more classes softmax, a number linear."


class ActivationChoice(Combo):
    """Signals: activation_chosen(str), when a person chose another one."""

    activation_chosen = Signal(str)

    def __init__(self, appearance: Appearance, l: int, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._l = l
        self._slope = 0.01
        self._shown = ("", False)
        self.setAccessibleName(f"Activation of layer {l}")
        self.activated.connect(self._on_activated)

    @property
    def is_collapsed(self) -> bool:
        """Whether there is room for the curve only."""
        return self.width() < self.natural_width()

    def show_layer(self, key: str, leaky_slope: float, is_fixed: bool) -> None:
        """Show a layer's activation; a fixed one can't be changed, and the tool-tip says why."""
        self._slope = leaky_slope
        self.update()
        if (key, is_fixed) == self._shown and key == self.key():
            return
        self._shown = (key, is_fixed)
        rows = [ACTIVATIONS[key]] if is_fixed else [row for row in ACTIVATIONS.values() if row.hidden]
        self.set_items([(row.key, row.label) for row in rows])
        self.set_key(key)
        self.setEnabled(not is_fixed)
        self.setAccessibleDescription(FIXED if is_fixed else "")
        formula = f"g(z) = {formula_html(ACTIVATIONS[key].formula)}"
        self.setToolTip(
            f"<p>{ACTIVATIONS[key].label}: {formula}</p>" + (f"<p>{FIXED}</p>" if is_fixed else "")
        )

    def natural_width(self) -> int:
        """The width that shows the name of the present activation."""
        chevron = CHEVRON_GAP + CHEVRON + CHEVRON_RIGHT if self.isEnabled() else PADDING
        text = text_width(self.currentText(), "small")
        return round(PADDING + CURVE.width() + ICON_GAP + text + chevron)

    def collapsed_width(self) -> int:
        """The width that shows the curve and the chevron."""
        return PADDING + CURVE.width() + (CHEVRON + 6 if self.isEnabled() else PADDING)

    def _draw_curves(self) -> None:
        theme = self._appearance.theme
        for index in range(self.count()):
            row = ACTIVATIONS[str(self.itemData(index))]
            self.setItemIcon(
                index, _curve_icon(row, self._slope, theme.layer_color(self._l), theme.color("ink2"))
            )

    def _on_activated(self, index: int) -> None:
        self.activation_chosen.emit(str(self.itemData(index)))

    def showPopup(self) -> None:
        self._draw_curves()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        if self.isEnabled():
            color = self._paint_frame(painter)
        else:
            color = theme.color("ink2")
            draw_box(painter, QRectF(self.rect()), RADIUS_M, theme.color("panel"), theme.color("line"))
        left = PADDING if not self.is_collapsed or self.isEnabled() else (self.width() - CURVE.width()) // 2
        painter.translate(left, (self.height() - CURVE.height()) // 2)
        row = ACTIVATIONS[self.key()]
        draw_curve(painter, row, self._slope, theme.layer_color(self._l), theme.color("ink2"))
        painter.resetTransform()
        if not self.is_collapsed:
            x = left + CURVE.width() + ICON_GAP
            draw_text(
                painter, QRectF(x, 0, self.width() - x, self.height()), self.currentText(), "small", color
            )


def curve_points(row: Activation, slope: float) -> NDArray[np.float64]:
    """(points, 2): the curve g(z) over -3 ... 3, then two points of the axis a = 0, in a box 1 wide and 1 high."""
    z = np.linspace(-REACH, REACH, POINTS)
    # Softmax of one unit beside a second one that stays at 0.
    Z = z[None] if row.hidden else np.stack([z, np.zeros_like(z)])
    a = row.g(Z, slope)[0]
    low, high = min(float(a.min()), 0.0), max(float(a.max()), 0.0)
    x, y = (z + REACH) / (2 * REACH), (high - a) / (high - low)
    axis = np.array([[0.0, high / (high - low)], [1.0, high / (high - low)]])
    return np.concatenate((np.stack([x, y], axis=1), axis))


def draw_curve(painter: QPainter, row: Activation, slope: float, color: QColor, axis_color: QColor) -> None:
    """The curve in an 18 x 12 box at the painter's origin, over its faint axis."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = np.array([CURVE.width() - 2.0, CURVE.height() - 3.0])
    points = [QPointF(*point) for point in (curve_points(row, slope) * room + (1.0, 1.5)).tolist()]
    faint = QColor(axis_color)
    faint.setAlphaF(AXIS_SHARE)
    painter.setPen(QPen(faint, 1.0))
    painter.drawLine(points[-2], points[-1])
    pen = QPen(color, CURVE_PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points[:-2]))


def _curve_icon(row: Activation, slope: float, color: QColor, axis_color: QColor) -> QIcon:
    icon = QIcon()
    for ratio in PIXEL_RATIOS:
        picture = QPixmap(CURVE * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_curve(painter, row, slope, color, axis_color)
        painter.end()
        icon.addPixmap(picture)
    return icon
