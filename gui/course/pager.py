"""The foot of a lesson: Back, one dot a page (the current one long), Next page. Fixed below the text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.appearance import Appearance
from gui.course.pager_geometry import dot_at, dot_places
from gui.icons import paint_icon
from gui.widgets import Button, draw_box, draw_text, follow, text_width

HEIGHT, PADDING, GAP, BUTTON = 64, 28, 12, 32
CHEVRON, CHEVRON_GAP, INSET = 16, 8, 14
NEXT_PAGE, NEXT_LESSON, CONTENTS = "Next page", "Next lesson", "Contents"


class Onward(Button):
    """The primary button with its chevron behind the words."""

    def width_for(self, text: str, key: str = "") -> int:
        """Words, chevron, and the room around them; no key is shown."""
        return int(text_width(text, "header") + 2 * INSET + CHEVRON_GAP + CHEVRON + 0.999)

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        spare = (self.width() - self.width_for(self.text())) / 2
        x = INSET + max(0.0, spare)
        width = text_width(self.text(), "header") + 1
        draw_text(painter, QRectF(x, 0, width, self.height()), self.text(), "header", color)
        place = QRectF(x + width + CHEVRON_GAP, (self.height() - CHEVRON) / 2, CHEVRON, CHEVRON)
        paint_icon(painter, "next", place, color, 1.8)


class Dots(QWidget):
    """Signals: page_requested(int), from 0, on a click."""

    page_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._titles: tuple[str, ...] = ()
        self._seen: frozenset[int] = frozenset()
        self._current = 0
        self._hovered = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Pages")
        follow(self, appearance)

    def set_pages(self, titles: Sequence[str], current: int, seen: Collection[int]) -> None:
        """Show so many dots; those of pages that were seen are darker."""
        self._titles, self._current, self._seen = tuple(titles), current, frozenset(seen)
        self.setAccessibleDescription(f"Page {current + 1} of {len(titles)}: {titles[current]}")
        self.update()

    def hint(self, index: int) -> str:
        """The tool-tip of a dot: the page's number and title."""
        return f"{index + 1} \u00b7 {self._titles[index]}"

    def dot_rect(self, index: int) -> QRectF:
        """Where a dot is painted."""
        dot = dot_places(len(self._titles), self._current, self.width())[index]
        return QRectF(dot.x, (self.height() - dot.height) / 2, dot.width, dot.height)

    def _index_at(self, x: float) -> int:
        return dot_at(dot_places(len(self._titles), self._current, self.width()), x)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._index_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.hint(index) if index >= 0 else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._index_at(event.position().x())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._hovered >= 0 else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.page_requested.emit(index)

    def sizeHint(self) -> QSize:
        return QSize(80, BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        for index in range(len(self._titles)):
            color = "line2" if index in self._seen else "line"
            if index == self._current or index == self._hovered:
                color = "ink"
            rect = self.dot_rect(index)
            draw_box(painter, rect, rect.height() / 2, theme.color(color))


class Pager(QWidget):
    """64 px high. Signals: back_requested(), next_requested(), page_requested(int)."""

    back_requested = Signal()
    next_requested = Signal()
    page_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.back = Button(appearance, "Back", "previous", parent=self)
        self.next = Onward(appearance, NEXT_PAGE, kind="primary", parent=self)
        self.dots = Dots(appearance, self)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.dots.page_requested.connect(self.page_requested)
        follow(self, appearance)

    def set_pages(
        self, titles: Sequence[str], current: int, seen: Collection[int], following: str = ""
    ) -> None:
        """Show where one is. following: the title of the next lesson, "" where this is the last one."""
        self.dots.set_pages(titles, current, seen)
        is_last = current == len(titles) - 1
        word = NEXT_PAGE if not is_last else NEXT_LESSON if following else CONTENTS
        self.next.set_text(word)
        self.next.setAccessibleName(word)
        where = following if is_last else titles[current + 1]
        self.next.setToolTip(f"{where or 'All lessons'} (Page Down)")
        self.back.setEnabled(current > 0)
        self.back.setToolTip(f"{titles[current - 1]} (Page Up)" if current else "This is the first page")
        self._place()

    def _place(self) -> None:
        top = (HEIGHT + 1 - BUTTON) // 2
        back = self.back.width_for(self.back.text())
        onward = max(self.next.width_for(word) for word in (NEXT_PAGE, NEXT_LESSON))
        self.back.setGeometry(PADDING, top, back, BUTTON)
        self.next.setGeometry(self.width() - PADDING - onward, top, onward, BUTTON)
        left = PADDING + back + GAP
        self.dots.setGeometry(left, top, max(0, self.next.x() - GAP - left), BUTTON)

    def sizeHint(self) -> QSize:
        return QSize(432, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
        painter.fillRect(PADDING, 0, self.width() - 2 * PADDING, 1, self._appearance.theme.color("line"))
