"""What says that a drawing goes on beyond its view: a faded side, a chip that leads there, a scroll bar over it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from gui.appearance import Appearance
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, follow, text_width

WORDS = {
    "left": "more to the left",
    "right": "more to the right",
    "above": "more above",
    "below": "more below",
}
FORWARD = ("right", "below")
LEVEL = ("left", "right")
LEAST = 6.0  # less than so many pixels beyond the view say nothing
FADE, CHIP_HEIGHT, PADDING, ARROW_ROOM, MARGIN, BAR = 26.0, 24, 10, 14, 8, 10
ARROW = 3.5
LEAP = 0.7  # of the view, that a click on a chip scrolls


class MoreChip(QWidget):
    """Signals: clicked()."""

    clicked = Signal()

    def __init__(self, appearance: Appearance, side: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._side = side
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(WORDS[side])
        self.resize(self.sizeHint())
        self.hide()
        follow(self, appearance)

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(WORDS[self._side], "small")) + 2 * PADDING + ARROW_ROOM, CHIP_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, CHIP_HEIGHT / 2, theme.color("panel"), theme.color("line2"))
        is_left = self._side == "left"
        words = QRectF(PADDING + (ARROW_ROOM if is_left else 0), 0, rect.width(), rect.height())
        draw_text(painter, words, WORDS[self._side], "small", theme.color("ink2"))
        x = PADDING + ARROW if is_left else rect.width() - PADDING - ARROW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(theme.color("ink2"), 1.6, line, cap, join))
        middle = QPointF(x, rect.height() / 2)
        painter.drawPolyline([middle + point for point in _arrow(self._side)])


class Edges(QObject):
    """For one scrolling view; `show_beyond` says how far the drawing reaches beyond each side of it."""

    def __init__(self, appearance: Appearance, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._beyond: dict[str, float] = {}
        self.chips = {side: MoreChip(appearance, side, area) for side in WORDS}
        self.bars: list[QScrollBar] = []
        for own, orientation in (
            (area.horizontalScrollBar(), Qt.Orientation.Horizontal),
            (area.verticalScrollBar(), Qt.Orientation.Vertical),
        ):
            bar = QScrollBar(orientation, area)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.hide()
            bar.valueChanged.connect(own.setValue)
            own.valueChanged.connect(bar.setValue)
            self.bars.append(bar)
        for side, chip in self.chips.items():
            chip.clicked.connect(partial(self.leap, side))

    @property
    def shown(self) -> list[str]:
        """The sides beyond which there is more."""
        return [side for side in WORDS if self._beyond.get(side, 0.0) > LEAST]

    def show_beyond(self, left: float, right: float, above: float, below: float) -> None:
        """In pixels; nothing for a side where the drawing ends."""
        self._beyond = {"left": left, "right": right, "above": above, "below": below}
        shown, area = self.shown, self._area
        for bar, own in zip(self.bars, (area.horizontalScrollBar(), area.verticalScrollBar()), strict=True):
            bar.setRange(own.minimum(), own.maximum())
            bar.setPageStep(own.pageStep())
            bar.setSingleStep(own.singleStep())
            bar.setValue(own.value())
            bar.setVisible(own.maximum() > 0)
        self.bars[0].setGeometry(0, area.height() - BAR, area.width() - BAR, BAR)
        self.bars[1].setGeometry(area.width() - BAR, 0, BAR, area.height() - BAR)
        for side, chip in self.chips.items():
            chip.move(*self._place(side, chip))
            chip.setVisible(side in shown)

    def _place(self, side: str, chip: QWidget) -> tuple[int, int]:
        """Those for left and right in the lower corners, those for above and below in the middle."""
        width, height = self._area.width(), self._area.height()
        foot = height - BAR - MARGIN // 2 - chip.height()
        if side in LEVEL:
            return (MARGIN if side == "left" else width - BAR - MARGIN // 2 - chip.width()), foot
        return (width - chip.width()) // 2, (MARGIN if side == "above" else foot)

    @Slot(str)
    def leap(self, side: str) -> None:
        """Scroll by most of a view to this side."""
        area = self._area
        bar = area.horizontalScrollBar() if side in LEVEL else area.verticalScrollBar()
        bar.setValue(bar.value() + round(LEAP * bar.pageStep() * (1 if side in FORWARD else -1)))

    def paint_fades(self, painter: QPainter, theme: Theme) -> None:
        """Over the drawing, at every side beyond which there is more."""
        view = QRectF(self._area.viewport().rect())
        for side in self.shown:
            rect, start, end = _fade(view, side)
            clear = QColor(theme.color("sunken"))
            clear.setAlpha(0)
            gradient = QLinearGradient(start, end)
            gradient.setColorAt(0.0, theme.color("sunken"))
            gradient.setColorAt(1.0, clear)
            painter.fillRect(rect, gradient)


def _arrow(side: str) -> list[QPointF]:
    a, b = (ARROW, 2 * ARROW) if side in FORWARD else (-ARROW, -2 * ARROW)
    points = [(-a / 2, -abs(b) / 2), (a / 2, 0.0), (-a / 2, abs(b) / 2)]
    return [QPointF(x, y) if side in LEVEL else QPointF(y, x) for x, y in points]


def _fade(view: QRectF, side: str) -> tuple[QRectF, QPointF, QPointF]:
    """The strip along a side, and where it is opaque and where clear."""
    right, bottom = view.right(), view.bottom()
    return {
        "left": (QRectF(0, 0, FADE, bottom), QPointF(0, 0), QPointF(FADE, 0)),
        "right": (QRectF(right - FADE, 0, FADE, bottom), QPointF(right, 0), QPointF(right - FADE, 0)),
        "above": (QRectF(0, 0, right, FADE), QPointF(0, 0), QPointF(0, FADE)),
        "below": (QRectF(0, bottom - FADE, right, FADE), QPointF(0, bottom), QPointF(0, bottom - FADE)),
    }[side]
