"""One question over the window, or one thing that it must be told, with a button for each answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.crash.home import without_home
from gui.dialog import Dialog
from gui.icons import paint_icon
from gui.projects.questions import Answer
from gui.widgets import Button, Caption, Label, follow

WIDTH, MARK = 520, 28
LONGEST_WORD = 30
BREAK = "\u200b"  # takes no room; a line may end there


class Question(Dialog):
    """The last answer is the primary one. place: the folder that it is about. Signals: answered(str), the key, "" after
    Esc; once, when it is closed.
    """

    answered = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        sentence: str,
        answers: Sequence[Answer],
        parent: QWidget | None = None,
        *,
        mark: str = "",
        place: Path | None = None,
    ) -> None:
        super().__init__(appearance, f"Chalknet: {title}", parent)
        self._answer: str | None = ""
        self.title = Label(appearance, breakable(title), "title")
        self.sentence = Label(appearance, breakable(sentence), "body", "ink2")
        self.place = Caption(
            appearance, f"In {without_home(str(place))}" if place else "", "small", "ink3", height=16
        )
        self.buttons = {answer.key: self._button(answer, answer is answers[-1]) for answer in answers}
        self._lay_out(mark)
        self.place.setToolTip(self.place.text())
        self.place.setVisible(place is not None)
        left = [self.buttons[answer.key] for answer in answers if answer.at_left]
        right = [self.buttons[answer.key] for answer in answers if not answer.at_left]
        self.add_footer(left, right)
        self.content.setFixedWidth(WIDTH)
        self.follow_content()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _button(self, answer: Answer, is_primary: bool) -> Button:
        button = Button(self.appearance, answer.text, kind="primary" if is_primary else "bordered")
        button.clicked.connect(lambda: self._choose(answer.key))
        return button

    def _lay_out(self, mark: str) -> None:
        for label in (self.title, self.sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        words.addWidget(self.place)
        row = QHBoxLayout()
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(14)
        if mark:
            row.addWidget(_Mark(self.appearance, mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _choose(self, key: str) -> None:
        self._answer = key
        self.accept()

    def done(self, result: int) -> None:
        super().done(result)
        answer, self._answer = self._answer, None
        if answer is not None:
            self.answered.emit(answer)


def breakable(text: str) -> str:
    """The same text with places to break in words that fill a line, as the name of a file may be one."""
    return re.sub(rf"\S{{{LONGEST_WORD}}}(?=\S)", lambda found: found[0] + BREAK, text)


class _Mark(QWidget):
    def __init__(self, appearance: Appearance, color: str) -> None:
        super().__init__()
        self._appearance, self._color = appearance, color
        self.setFixedSize(MARK, MARK)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "warning", QRectF(self.rect()), self._appearance.theme.color(self._color))
