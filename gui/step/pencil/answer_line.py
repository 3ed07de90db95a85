"""The line under the matrices: what is asked, or what was said of the last answer, and a button beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.step.pencil.sayings import Saying
from gui.widgets import Button, draw_text, follow, text_width

HEIGHT, ICON, ICON_GAP, WORD_GAP = 32, 18, 7, 10


class AnswerLine(QWidget):
    """`say` and `offer`. Signals: offered(str), the key of the button that was pressed."""

    offered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._saying = Saying("")
        self._key = ""
        self.button = Button(appearance, "", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_clicked)
        self.button.hide()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        follow(self, appearance)

    @property
    def saying(self) -> Saying:
        """What the line says."""
        return self._saying

    def say(self, saying: Saying) -> None:
        """Say something else; what does not fit stands in the tool-tip."""
        self._saying = saying
        self.setAccessibleName(f"{saying.word} {saying.text}".strip())
        self.setToolTip(saying.text if self._text_room() < text_width(saying.text, "body") else "")
        self.update()

    def offer(self, key: str, text: str, hint: str = "") -> None:
        """Show the button with this text; "" takes it away."""
        self._key = key
        self.button.setVisible(bool(text))
        self.button.set_text(text)
        self.button.setAccessibleName(text)
        self.button.setToolTip(hint)

    def _on_clicked(self) -> None:
        self.offered.emit(self._key)

    def _text_left(self) -> float:
        left = ICON + ICON_GAP if self._saying.icon else 0
        return left + (text_width(self._saying.word, "header") + WORD_GAP if self._saying.word else 0)

    def _text_room(self) -> float:
        right = self.width() if self.button.isHidden() else self.button.x() - WORD_GAP
        return right - self._text_left()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, saying = self._appearance.theme, self._saying
        painter = QPainter(self)
        color = theme.color(saying.color)
        if saying.icon:
            place = QRectF(0, (HEIGHT - ICON) / 2, ICON, ICON)
            paint_icon(painter, saying.icon, place, color, 2.2)
        if saying.word:
            x = ICON + ICON_GAP if saying.icon else 0
            draw_text(painter, QRectF(x, 0, self.width(), HEIGHT), saying.word, "header", color)
        place = QRectF(self._text_left(), 0, max(0.0, self._text_room()), HEIGHT)
        draw_text(painter, place, saying.text, "body", theme.color("ink" if saying.word else "ink2"))
