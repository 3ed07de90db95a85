"""A Markdown text to be read, in the design's sizes and faces."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.appearance import Appearance
from gui.widgets import type_font
from gui.widgets.reading_text import prepare_reading, reading_palette

PARAGRAPH_GAP, HEADING_GAP, CELL_PADDING = 8, 12, 4


class MarkdownText(QTextEdit):
    """Scrolls, takes the keyboard, and can't be changed; nothing is loaded from elsewhere."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._markdown = ""
        self.setReadOnly(True)
        prepare_reading(self, appearance, "body", "panel")
        self.document().setDocumentMargin(0)
        appearance.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_right_margin(self, room: int) -> None:
        """Room between the text and the scroll bar."""
        self.setViewportMargins(0, 0, room, 0)

    def show_markdown(self, markdown: str) -> None:
        """Show another text, from its beginning."""
        self._markdown = markdown
        self.setMarkdown(markdown)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            self._set_block(block)
            block = block.next()
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        table = _table_at(cursor)
        if table is None:
            room = cursor.blockFormat()
            room.setTopMargin(HEADING_GAP if level and block.position() else 0)
            room.setBottomMargin(PARAGRAPH_GAP if block.textList() is None else 0)
            cursor.setBlockFormat(room)
        elif table.firstCursorPosition().block() == block:
            self._set_table(table)
        self._set_letters(block, level, table is not None)

    def _set_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorderBrush(self._appearance.theme.color("line"))
        look.setCellPadding(CELL_PADDING)
        look.setBottomMargin(PARAGRAPH_GAP)
        table.setFormat(look)

    def _set_letters(self, block: QTextBlock, level: int, is_in_table: bool) -> None:
        places: list[tuple[int, int, str]] = []
        spans = block.begin()
        while not spans.atEnd():
            fragment = spans.fragment()
            token = _token(fragment.charFormat(), level, is_in_table)
            if token:
                places.append((fragment.position(), fragment.length(), token))
            spans += 1
        for start, length, token in places:  # afterwards: setting a format makes other fragments
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(type_font(token))
            cursor.setCharFormat(letters)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setPalette(reading_palette(self, self._appearance, "panel"))
        self.show_markdown(self._markdown)


def _table_at(cursor: QTextCursor) -> QTextTable | None:
    return cursor.currentTable()


def _token(letters: QTextCharFormat, level: int, is_in_table: bool) -> str:
    """The type token of a piece of text; "" for one that may stay as it is."""
    if level:
        return "title" if level == 1 else "header"
    is_bold = letters.fontWeight() > QFont.Weight.Normal
    if is_in_table:
        return "small_strong" if is_bold else "small"
    if letters.fontFixedPitch():
        return "code_small"
    return "header" if is_bold else ""
