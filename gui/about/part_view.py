"""One thing that is inside: name and version, licence, what it is for, and the text of the licence."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gui.about.licence_texts import in_paragraphs
from gui.about.markdown_text import MarkdownText
from gui.about.parts import Part
from gui.appearance import Appearance
from gui.widgets import Label, ReadingText

NO_TEXT = "Its text has not come along."
LEFT, RIGHT, TEXT_RIGHT = 24, 8, 16


class PartView(QWidget):
    """Shows one part at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(appearance, "", "title", "ink")
        self.purpose = Label(appearance, "", "body", "ink2")
        self.purpose.setWordWrap(True)
        self.plain = ReadingText(appearance)
        self.markdown = MarkdownText(appearance)
        self._stack = QStackedLayout()
        for view in (self.plain, self.markdown):
            view.set_right_margin(TEXT_RIGHT)
            view.setAccessibleName("Text of the licence")
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 16, RIGHT, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.purpose)
        column.addSpacing(14)
        column.addLayout(self._stack, 1)

    @property
    def text(self) -> ReadingText | MarkdownText:
        """What shows the text."""
        return self.markdown if self._stack.currentWidget() is self.markdown else self.plain

    def show_part(self, part: Part) -> None:
        """Show this one."""
        self.title.setText(" ".join(word for word in (part.name, part.version) if word))
        self.purpose.setText(_licence_line(part))
        text = part.text() or NO_TEXT
        if part.is_markdown:
            self.markdown.show_markdown(text)
        else:
            self.plain.setPlainText(in_paragraphs(text))
        self._stack.setCurrentWidget(self.markdown if part.is_markdown else self.plain)


def _licence_line(part: Part) -> str:
    """MIT · Formulas."""
    purpose = part.purpose[:1].upper() + part.purpose[1:]
    return f"{part.licence} · {purpose}" if part.licence else purpose
