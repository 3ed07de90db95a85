"""The right page of the contents: sections in one or two columns, or hits below one another, scrolling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.appearance import Appearance
from gui.course.contents.geometry import COLUMN_GAP, PADDING, WIDEST, column_widths, share_out
from gui.course.contents.hit_row import EDGE, HitRow
from gui.course.contents.section import Section
from gui.widgets import Caption
from gui.widgets.ground import PanelGround
from gui.widgets.scroll_bars import set_bars

TOP, BOTTOM, COUNT, HIT_GAP = 34, 40, 22, 4


class Listing(QScrollArea):
    """`show_sections` and `show_hits` take widgets over and delete those that they showed before."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PanelGround(appearance)
        self._sections: list[Section] = []
        self._hits: list[HitRow] = []
        self.count = Caption(appearance, "", "body", "ink2", height=COUNT, parent=self._page)
        self.count.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._page)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show the chapters."""
        gone: list[QWidget] = [section for section in self._sections if section not in sections]
        self._take(gone + list(self._hits))
        self._sections, self._hits = list(sections), []
        self.count.hide()
        for section in self._sections:
            self._adopt(section)
        self._place()

    def show_hits(self, words: str, hits: Sequence[HitRow], count: int) -> None:
        """Show what a search found, instead of the chapters; count: of all that it found."""
        self._take(list(self._hits))
        self._hits = list(hits)
        for section in self._sections:
            section.hide()
        found = f"{count} page{'s' if count != 1 else ''}" if hits else "No page"
        found = f"The first {len(hits)} of {found}" if len(hits) < count else found
        self.count.set_text(f"{found} with \u201c{words}\u201d")
        self.count.show()
        for hit in self._hits:
            hit.setParent(self._page)
        self.verticalScrollBar().setValue(0)
        self._place()
        for hit in self._hits:
            hit.show()

    def _adopt(self, widget: QWidget) -> None:
        if widget.parentWidget() is not self._page:
            widget.setParent(self._page)
        widget.show()

    def _take(self, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            widget.hide()
            widget.deleteLater()

    def _place(self) -> None:
        is_searching = not self.count.isHidden()
        height = self._place_hits() if is_searching else self._place_sections()
        set_bars(self, vertical=height > self.height(), horizontal=False)
        self._page.setGeometry(0, self._page.y(), self.width(), max(height, self.height()))

    def _place_sections(self) -> int:
        widths = column_widths(self.width())
        heights = [section.fit(widths[0]) for section in self._sections]
        columns = share_out(heights, len(widths))
        tops = [TOP] * len(widths)
        left = max(PADDING, (self.width() - sum(widths) - COLUMN_GAP * (len(widths) - 1)) // 2)
        for section, height, column in zip(self._sections, heights, columns, strict=True):
            x = left + column * (widths[0] + COLUMN_GAP)
            section.setGeometry(x, tops[column], widths[0], height)
            tops[column] += height
        return max(tops) + BOTTOM

    def _place_hits(self) -> int:
        width = min(self.width() - 2 * PADDING, WIDEST)
        left = (self.width() - width) // 2
        self.count.setGeometry(left, TOP, width, COUNT)
        top = TOP + COUNT + 10
        for hit in self._hits:
            height = hit.fit(width + 2 * EDGE)
            hit.setGeometry(left - EDGE, top, width + 2 * EDGE, height)
            top += height + HIT_GAP
        return top + BOTTOM

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
