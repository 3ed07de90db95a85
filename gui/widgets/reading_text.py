"""A longer text to be read and copied: it scrolls, takes the keyboard, and can't be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gui.appearance import Appearance
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_M, type_font

MARGIN = 12
PARAGRAPH_GAP, HEADING_GAP = 8, 12


class ReadingText(QTextEdit):
    """token: type token of the letters; ground: colour token behind them."""

    def __init__(
        self,
        appearance: Appearance,
        token: str = "small",
        ground: str = "panel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ground = ground
        self.setObjectName(f"reading_{ground}")  # the style sheet knows it
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFont(type_font(token))
        self.document().setDefaultFont(type_font(token))
        self.document().setDocumentMargin(MARGIN)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self._color()
        appearance.changed.connect(self._color)

    def set_margins(self, right: int, bottom: int) -> None:
        """Room between the text and the scroll bar, and below."""
        self.setViewportMargins(0, 0, right, bottom)

    def show_text(self, text: str, *, is_markdown: bool = False) -> None:
        """Show another text, from its beginning."""
        if is_markdown:
            self.setMarkdown(text)
            self._set_type()
        else:
            self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_type(self) -> None:
        """Give what Markdown made our own sizes and faces, and room between paragraphs."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            level = block.blockFormat().headingLevel()
            self._set_type_of(block, level)
            if cursor.currentTable() is None:
                room = cursor.blockFormat()
                room.setTopMargin(HEADING_GAP if level and block.position() else 0)
                room.setBottomMargin(PARAGRAPH_GAP if block.textList() is None else 0)
                cursor.setBlockFormat(room)
            block = block.next()
        cursor.endEditBlock()

    def _set_type_of(self, block: QTextBlock, level: int) -> None:
        spans = block.begin()
        while not spans.atEnd():
            fragment = spans.fragment()
            spans += 1
            is_code = fragment.charFormat().fontFixedPitch()
            token = "title" if level == 1 else "header" if level else "code_small" if is_code else ""
            if not token:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(type_font(token))
            cursor.setCharFormat(letters)

    def _color(self) -> None:
        palette = self.palette()
        theme = self._appearance.theme
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, theme.color(self._ground))
        self.setPalette(palette)
