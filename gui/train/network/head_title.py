"""Swatch and title of a column head; the title of a hidden layer shows a close mark while the pointer is over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.fonts import font
from gui.train.network.head_buttons import CloseMark
from gui.widgets.painting import draw_box, follow

SWATCH, SWATCH_GAP, SMALL_GAP, SWATCH_RADIUS = 10, 6, 4, 3


class HeadTitle(QWidget):
    """Signals: close_requested(), by a click on the close mark."""

    close_requested = Signal()

    def __init__(
        self, appearance: Appearance, l: int, texts: tuple[str, ...], can_close: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._l = l
        self._texts = texts
        self._font = font("small", QFont.Weight.DemiBold)
        self._mark: CloseMark | None = None
        if can_close:
            self._mark = CloseMark(appearance, f"Remove {texts[0].lower()}", self)
            self._mark.clicked.connect(self.close_requested)
            self._mark.hide()
        self.setToolTip(texts[0])
        follow(self, appearance)

    @property
    def close_mark(self) -> CloseMark | None:
        """The close mark, if this layer can be removed."""
        return self._mark

    def text(self) -> str:
        """The longest wording that there is room for."""
        room = self.width() - SWATCH - SMALL_GAP
        metrics = QFontMetricsF(self._font)
        return next(
            (text for text in self._texts if metrics.horizontalAdvance(text) <= room), self._texts[-1]
        )

    def _text_end(self) -> tuple[float, float]:
        """Where the swatch begins and where the text ends."""
        metrics = QFontMetricsF(self._font)
        text = metrics.horizontalAdvance(self.text())
        gap = SWATCH_GAP if SWATCH + SWATCH_GAP + text <= self.width() else SMALL_GAP
        left = round((self.width() - SWATCH - gap - text) / 2)
        return left, left + SWATCH + gap + text

    def enterEvent(self, event: QEnterEvent) -> None:
        _, end = self._text_end()
        if self._mark is not None and end + self._mark.width() <= self.width():
            self._mark.move(round(end), (self.height() - self._mark.height()) // 2)
            self._mark.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._mark is not None:
            self._mark.hide()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        left, end = self._text_end()
        painter = QPainter(self)
        swatch = QRectF(left, (self.height() - SWATCH) / 2, SWATCH, SWATCH)
        draw_box(painter, swatch, SWATCH_RADIUS, theme.layer_color(self._l))
        painter.setFont(self._font)
        painter.setPen(theme.color("ink"))
        metrics = QFontMetricsF(self._font)
        baseline = (self.height() + metrics.capHeight()) / 2
        painter.drawText(round(end - metrics.horizontalAdvance(self.text())), round(baseline), self.text())
