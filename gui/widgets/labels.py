"""Text in a type token and a colour token, and a control with its caption above."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets.painting import LEFT, draw_text, follow, text_width, type_font

CAPTION_HEIGHT = 14


class Label(QLabel):
    """A QLabel whose colour follows the theme. token: type token; color: colour token."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        token: str = "body",
        color: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._color = color
        self.setFont(type_font(token))
        self._apply()
        appearance.changed.connect(self._apply)

    def set_color(self, color: str) -> None:
        """Take another colour token."""
        self._color = color
        self._apply()

    def _apply(self) -> None:
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._appearance.theme.color(self._color))
        self.setPalette(palette)


class Caption(QWidget):
    """One line of painted text of a fixed height: cheap to change 4 times a second, elided where it is cut."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        token: str = "caption",
        color: str = "ink3",
        alignment: Qt.AlignmentFlag = LEFT,
        height: int = CAPTION_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text, self._token, self._color, self._alignment = text, token, color, alignment
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def text(self) -> str:
        """The text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; the size asked for grows, but is not laid out again for a text of equal width."""
        if text == self._text:
            return
        wider = self.sizeHint().width()
        self._text = text
        if self.sizeHint().width() != wider:
            self.updateGeometry()
        self.update()

    def set_color(self, color: str) -> None:
        """Take another colour token."""
        self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self._text, self._token) + 1.5), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._appearance.theme.color(self._color)
        draw_text(QPainter(self), QRectF(self.rect()), self._text, self._token, color, self._alignment)


class LabeledControl(QWidget):
    """A control with its 11 px caption above; the caption is also the control's accessible name."""

    def __init__(
        self, appearance: Appearance, caption: str, widget: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.widget = widget
        self.caption = Caption(appearance, caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.caption)
        column.addWidget(widget)
        self.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        if not widget.accessibleName():
            widget.setAccessibleName(caption)
