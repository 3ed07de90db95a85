"""The text of a lesson as it is typed: numbered lines, those with a fault marked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from gui.appearance import Appearance
from gui.course.editor.highlighter import Highlighter
from gui.fonts import font
from gui.icons import paint_icon
from gui.widgets import draw_text, text_width
from gui.widgets.painting import RIGHT

MARGIN, MARK, SPACES = 10, 14, "  "
LETTER_PIXELS = 13


class CodeEdit(QPlainTextEdit):
    """Signals: line_changed(int), the cursor stands in another line, from 1."""

    line_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._faults: dict[int, str] = {}
        self._line = 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("lessonCode")
        face = font("code")
        face.setPixelSize(LETTER_PIXELS)
        self.setFont(face)
        self.setTabChangesFocus(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setAccessibleName("Text of the lesson")
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(appearance, self.document())
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._on_cursor)
        appearance.changed.connect(self._color)
        self._color()
        self._make_room()

    @property
    def line(self) -> int:
        """Where the cursor stands, from 1."""
        return self._line

    @property
    def marked_lines(self) -> tuple[int, ...]:
        """The lines with a fault."""
        return tuple(sorted(self._faults))

    def go_to(self, line: int) -> None:
        """Put the cursor to the beginning of a line, in the middle of what is seen."""
        block = self.document().findBlockByNumber(max(0, min(line, self.blockCount()) - 1))
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()

    def mark(self, faults: Mapping[int, str]) -> None:
        """Mark these lines; the sentence is the tool-tip."""
        self._faults = dict(faults)
        self._show_lines()
        self._numbers.update()

    def margin_width(self) -> int:
        """The room of the numbers."""
        digits = max(2, len(str(self.blockCount())))
        return round(MARGIN + MARK + text_width("0" * digits, "caption") + MARGIN)

    def paint_numbers(self, painter: QPainter, rect: QRect) -> None:
        """Paint the numbers of the lines that are seen."""
        theme = self._appearance.theme
        painter.fillRect(rect, theme.color("sunken"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height = self.fontMetrics().height()
        while block.isValid() and top <= rect.bottom():
            number = block.blockNumber() + 1
            color = "ink" if number == self._line else "ink3"
            place = QRectF(0, top, self.margin_width() - MARGIN, height)
            draw_text(painter, place, str(number), "caption", theme.color(color), RIGHT)
            if number in self._faults:
                mark = QRectF(5, top + (height - MARK) / 2, MARK, MARK)
                paint_icon(painter, "warning", mark, theme.color("err"))
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _color(self) -> None:
        theme = self._appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, theme.color("panel"))
        self.setPalette(palette)
        border = "QPlainTextEdit#lessonCode { border: none; border-radius: 0; }"
        self.setStyleSheet(border)
        self._show_lines()

    def _show_lines(self) -> None:
        theme = self._appearance.theme
        shown = []
        for line, color in [*((number, "errsoft") for number in self._faults), (self._line, "hover")]:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid() and (color == "errsoft" or line not in self._faults):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = QTextCursor(block)
                selection.format.setBackground(theme.color(color))
                selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                shown.append(selection)
        self.setExtraSelections(shown)

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)

    @Slot(QRect, int)
    def _on_update_request(self, rect: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    @Slot()
    def _on_cursor(self) -> None:
        line = self.textCursor().blockNumber() + 1
        if line != self._line:
            self._line = line
            self._show_lines()
            self._numbers.update()
            self.line_changed.emit(line)

    def event(self, event: QEvent) -> bool:
        # Letters, arrows and pages belong to the text while it has the keyboard, not to the window's actions.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if not held and not is_function:
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self.cursorForPosition(event.pos()).blockNumber() + 1
            QToolTip.showText(event.globalPos(), self._faults.get(line, ""), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab:
            self.insertPlainText(SPACES)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._numbers.setGeometry(inner.left(), inner.top(), self.margin_width(), inner.height())


class _Numbers(QWidget):
    def __init__(self, edit: CodeEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_numbers(QPainter(self), event.rect())
