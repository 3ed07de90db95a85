"""Where an expression is typed: code in lines that wrap, undo of its own, a mark under the column of a fault."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from gui.appearance import Appearance
from gui.fonts import font

LONGEST = 500  # characters, as engine.graph reads them
MOST_LINES = 3
MARK_HALF, MARK_HEIGHT, MARK_WIDTH = 4.5, 4.5, 2.0
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Policy = Qt.ScrollBarPolicy
OTHER_BREAKS = ("\u2029", "\u2028", "\r\n", "\r")


class ExpressionEditor(QPlainTextEdit):
    """Signals: edited(), the text became another one; was_cut(), it would have got too long; lines_changed();
    entered() on Return; cancelled() on Esc; focus_changed().
    """

    edited = Signal()
    was_cut = Signal()
    lines_changed = Signal()
    entered = Signal()
    cancelled = Signal()
    focus_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mark: int | None = None
        self._lines = 1
        self.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font("code_field"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Policy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Policy.ScrollBarAlwaysOff)
        self.setPlaceholderText("J = 3*(a + b*c)")
        self.setAccessibleName("Expression")
        self.textChanged.connect(self._on_text_changed)
        self._color()
        appearance.changed.connect(self._color)

    def text(self) -> str:
        """The text, lines separated by newlines."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Put another text in; undo brings the one before it back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text[:LONGEST])
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(0)

    @property
    def line_count(self) -> int:
        """How many lines are to be seen, at most MOST_LINES."""
        return self._lines

    def count_lines(self) -> None:
        """Count them anew, with `lines_changed` if there are more or fewer."""
        whole = round(self.document().size().height())
        bar = Policy.ScrollBarAlwaysOn if whole > MOST_LINES else Policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        lines = max(1, min(MOST_LINES, whole))
        if lines != self._lines:
            self._lines = lines
            self.lines_changed.emit()

    def show_all(self) -> None:
        """Scroll back to the first line where all of them can be seen."""
        if round(self.document().size().height()) <= MOST_LINES:
            self.verticalScrollBar().setValue(0)

    @property
    def line_height(self) -> int:
        """Of one line, in pixels."""
        return self.fontMetrics().lineSpacing()

    @property
    def mark(self) -> int | None:
        """The position of the marked character, from 0."""
        return self._mark

    def set_mark(self, position: int | None) -> None:
        """Mark the character at this position; None takes the mark away."""
        if position != self._mark:
            self._mark = position
            self.viewport().update()

    def mark_rect(self) -> QRect:
        """Where the marked character begins, in the editor's own pixels."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._mark or 0, self.document().characterCount() - 1))
        return self.cursorRect(cursor)

    @Slot()
    def _on_text_changed(self) -> None:
        self.count_lines()
        self.edited.emit()

    def _put_in(self, text: str) -> None:
        """Type or paste a text, as much of it as there is room for."""
        taken = text[: self._room()]
        if taken:
            self.textCursor().insertText(taken)
            self.ensureCursorVisible()
        if taken != text:
            self.was_cut.emit()

    def _room(self) -> int:
        """How many more characters can be put in where the cursor is."""
        selected = self.textCursor().selectionEnd() - self.textCursor().selectionStart()
        return max(0, LONGEST - len(self.text()) + selected)

    @Slot()
    def _color(self) -> None:
        theme = self._appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text().strip("\r\n")
        for sign in OTHER_BREAKS:
            text = text.replace(sign, "\n")
        self._put_in(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if len(event.commitString()) > self._room():
            self.was_cut.emit()
        else:
            super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURN and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() in RETURN:
            # Qt would put a line separator in, which is no new line to a parser.
            self._put_in("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # it moves on, and is no character of an expression
        elif event.text().isprintable() and event.text() and not self._room():
            self.was_cut.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.count_lines()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._appearance.theme.color("err"), MARK_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        place = self.mark_rect()
        x = place.left() + self.fontMetrics().horizontalAdvance("0") / 2
        top = place.bottom() - 0.5
        tip = QPointF(x, top)
        foot = top + MARK_HEIGHT
        painter.drawPolyline([QPointF(x - MARK_HALF, foot), tip, QPointF(x + MARK_HALF, foot)])
