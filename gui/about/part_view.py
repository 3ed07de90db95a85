"""One thing that is inside: name and version, licence, what it is for, and the text of the licence."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.about.licence_texts import in_paragraphs
from gui.about.parts import Part
from gui.appearance import Appearance
from gui.widgets import Label, ReadingText

NO_TEXT = "Its text has not come along."
SIDE = 24


class PartView(QWidget):
    """Shows one part at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(appearance, "", "title", "ink")
        self.purpose = Label(appearance, "", "body", "ink2")
        self.purpose.setWordWrap(True)
        self.text = ReadingText(appearance, "body")
        self.text.document().setDocumentMargin(0)
        self.text.set_margins(right=16, bottom=0)
        self.text.setAccessibleName("Text of the licence")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, 8, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.purpose)
        column.addSpacing(14)
        column.addWidget(self.text, 1)

    def show_part(self, part: Part) -> None:
        """Show this one."""
        self.title.setText(" ".join(word for word in (part.name, part.version) if word))
        self.purpose.setText(_licence_line(part))
        text = part.text() or NO_TEXT
        self.text.show_text(text if part.is_markdown else in_paragraphs(text), is_markdown=part.is_markdown)


def _licence_line(part: Part) -> str:
    """MIT · Formulas."""
    purpose = part.purpose[:1].upper() + part.purpose[1:]
    return f"{part.licence} · {purpose}" if part.licence else purpose
