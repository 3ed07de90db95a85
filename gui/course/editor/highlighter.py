"""What a lesson's text is made of, seen at a glance: headings bold, front matter and blocks paler, formulas italic."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui.appearance import Appearance

TEXT, FRONT, BLOCK = 0, 1, 2
FORMULA = re.compile(r"\$[^$]+\$")
STRONG = re.compile(r"\*\*[^*]+\*\*")
KEY = re.compile(r"^\s*(?:\[+[\w.]+\]+|[\w.\"-]+(?=\s*=))")


class Highlighter(QSyntaxHighlighter):
    """Follows the theme."""

    def __init__(self, appearance: Appearance, document: QTextDocument) -> None:
        super().__init__(document)
        self._appearance = appearance
        appearance.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        before = self.previousBlockState()
        is_first = self.currentBlock().blockNumber() == 0
        fence, rule = text.lstrip().startswith("```"), text.strip() == "---"
        if before == BLOCK:
            self._in_block(text)
            self.setCurrentBlockState(TEXT if fence else BLOCK)
        elif fence:
            self._shade(0, len(text), "ink3")
            self.setCurrentBlockState(BLOCK)
        elif before == FRONT or (is_first and rule):
            self._shade(0, len(text), "ink2")
            self.setCurrentBlockState(TEXT if rule and not is_first else FRONT)
        else:
            self._in_text(text)
            self.setCurrentBlockState(TEXT)

    def _in_text(self, text: str) -> None:
        if text.startswith("#"):
            self._shade(0, len(text), "ink", bold=True)
            return
        for found in STRONG.finditer(text):
            self._shade(found.start(), len(found[0]), "ink", bold=True)
        for found in FORMULA.finditer(text):
            self._shade(found.start(), len(found[0]), "ink2", italic=True)

    def _in_block(self, text: str) -> None:
        self._shade(0, len(text), "ink2")
        found = KEY.match(text)
        if found:
            self._shade(found.start(), len(found[0]), "ink")

    def _shade(
        self, start: int, length: int, color: str, *, bold: bool = False, italic: bool = False
    ) -> None:
        shape = QTextCharFormat()
        shape.setForeground(self._appearance.theme.color(color))
        if bold:
            shape.setFontWeight(QFont.Weight.Bold)
        shape.setFontItalic(italic)
        self.setFormat(start, length, shape)
