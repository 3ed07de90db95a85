"""The NumPy line of a row, or the lines, in a box: to be selected with the mouse, or copied with one click."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.button import Button
from gui.widgets.painting import RADIUS_S, draw_box, type_font

PADDING, TOP, LINE = 10, 3, 20
BUTTON, BUTTON_GAP = 24, 4
SMALL = 12  # pixels of code whose lines would be broken
COPY, COPIED = "Copy the NumPy code", "Copied"


class NumpyLine(QWidget):
    """`set_code` shows lines of code; `fit` takes a width and gives the height."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._code = ""
        self._box = QRectF()
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setWordWrap(True)
        self.label.setFont(type_font("code"))
        self.label.setAccessibleName("NumPy")
        self.button = Button(appearance, "", "copy", "flat", small=True, parent=self)
        self.button.setAccessibleName(COPY)
        self.button.setToolTip(COPY)
        self.button.clicked.connect(self._on_copy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._follow_theme()
        appearance.changed.connect(self._follow_theme)

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self._code

    def set_code(self, code: str) -> None:
        """Show other code, line by line."""
        if code != self._code:
            self._code = code
            self.label.setText(code)
        self.button.set_icon("copy")
        self.button.setToolTip(COPY)

    def fit(self, width: int) -> int:
        """Take this width, and the height that the code needs in it."""
        room = width - 2 * PADDING - BUTTON_GAP - BUTTON
        face = type_font("code")
        if self._widest(face) > room:
            face = _small_code()
        self.label.setFont(face)
        widest = self._widest(face)
        text_width = int(min(widest + 2, room))
        height = max(LINE, self.label.heightForWidth(text_width))
        self._box = QRectF(0, 0, text_width + 2 * PADDING, height + 2 * TOP)
        self.label.setGeometry(PADDING, TOP, text_width, height)
        self.button.setGeometry(round(self._box.right()) + BUTTON_GAP, 1, BUTTON, BUTTON)
        self.setFixedHeight(round(self._box.height()))
        self.update()
        return self.height()

    def _widest(self, face: QFont) -> float:
        metrics = QFontMetricsF(face)
        return max(metrics.horizontalAdvance(line) for line in self._code.split("\n"))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.button.set_icon("check")
        self.button.setToolTip(COPIED)

    @Slot()
    def _follow_theme(self) -> None:
        palette = self.label.palette()
        palette.setColor(self.label.foregroundRole(), self._appearance.theme.color("ink"))
        self.label.setPalette(palette)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), self._box, RADIUS_S, self._appearance.theme.color("window"))


@cache
def _small_code() -> QFont:
    face = QFont(type_font("code"))
    face.setPixelSize(SMALL)
    return face
