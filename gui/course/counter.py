"""What a scene counts, in the transport bar: Update 000,300 with faint leading zeros, or a text such as "4 of 12"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.train.transport.epoch_counter import CAPTION, DIGITS_HEIGHT, DIGITS_TOP, HEIGHT, counter_texts
from gui.widgets import draw_text, follow, text_width

FAINT, STRONG = "display_light", "display"
SAMPLE = "000,000"


class Counter(QWidget):
    """`set_counter` shows a whole number as digits and anything else as it is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._caption, self._faint, self._strong = "Update", *counter_texts(0)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def text(self) -> str:
        """What is written."""
        return self._faint + self._strong

    def set_counter(self, caption: str, text: str) -> None:
        """caption: what is counted; text: "300", or words."""
        digits = text.replace(",", "").replace("\u00a0", "")
        faint, strong = counter_texts(int(digits)) if digits.isdecimal() else ("", text)
        if (caption, faint, strong) == (self._caption, self._faint, self._strong):
            return
        before = self.sizeHint().width()
        self._caption, self._faint, self._strong = caption, faint, strong
        self.setAccessibleName(f"{caption} {text}")
        if self.sizeHint().width() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self._faint, FAINT) + text_width(self._strong, STRONG)
        widest = max(width, text_width(SAMPLE, STRONG), text_width(self._caption, "caption"))
        return QSize(int(widest + 2.5), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        draw_text(painter, CAPTION, self._caption, "caption", theme.color("ink3"))
        left = text_width(self._faint, FAINT)
        row = QRectF(0, DIGITS_TOP, self.width() + 4, DIGITS_HEIGHT)
        draw_text(painter, row, self._faint, FAINT, theme.color("ink3"))
        draw_text(painter, row.adjusted(left, 0, 0, 0), self._strong, STRONG, theme.color("ink"))
