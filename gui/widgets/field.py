"""A line to type in, 32 (or 24) px high, that can show that its text can't be used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.appearance import Appearance
from gui.fonts import font
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_M, draw_box, follow

HEIGHT, SMALL_HEIGHT, TEXT_MARGIN = 32, 24, 6


class Field(QLineEdit):
    """Signals: message_changed(str), the error that `set_error` showed, "" for none; cancelled() on Esc."""

    message_changed = Signal(str)
    cancelled = Signal()

    def __init__(
        self, appearance: Appearance, text: str = "", parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._small = small
        self._hint = ""
        self.message = ""
        self.setObjectName("plain")
        self.setFrame(False)
        self.setFont(font("small" if small else "body"))
        self.setTextMargins(TEXT_MARGIN, 0, TEXT_MARGIN, 0)
        self.setFixedHeight(SMALL_HEIGHT if small else HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self._color_text()
        appearance.changed.connect(self._color_text)
        follow(self, appearance)

    def set_error(self, message: str = "") -> None:
        """Frame the field as wrong and say why in its tool-tip; "" takes that back."""
        if message != self.message:
            self.message = message
            super().setToolTip(message or self._hint)
            self.update()
            self.message_changed.emit(message)

    def setToolTip(self, text: str) -> None:
        """The hint that shows while there is no error."""
        self._hint = text
        super().setToolTip(self.message or text)

    def _color_text(self) -> None:
        theme = self._appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        return QSize(120, SMALL_HEIGHT if self._small else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.message:
            draw_box(painter, rect, RADIUS_M, theme.color("errsoft"), theme.color("err"), 2)
        else:
            active = self.hasFocus() or self.underMouse()
            border = theme.color("line" if not self.isEnabled() else "ink" if active else "line2")
            draw_box(painter, rect, RADIUS_M, theme.color("panel"), border)
        painter.end()
        super().paintEvent(event)
