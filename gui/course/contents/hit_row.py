"""One page that a search found: its lesson, its title, and the words around what was looked for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engine.lessons.excerpt import Marks
from gui.appearance import Appearance
from gui.course.library import Entry
from gui.course.text.flow_geometry import Flow
from gui.course.text.looks import EXCERPT
from gui.course.text.markdown import Block, Span
from gui.course.text.measuring import lay_out
from gui.course.text.painting import paint_flow
from gui.widgets import FocusRing, draw_box, draw_text, follow, text_width
from gui.widgets.painting import RADIUS_M, RIGHT

EDGE, TOP, LINE, GAP = 10, 9, 18, 3


def with_bold(excerpt: str, marks: Marks) -> tuple[Span, ...]:
    """The excerpt with these places of it in bold."""
    edges = [0, *(edge for mark in marks for edge in mark), len(excerpt)]
    parts = [excerpt[start:end] for start, end in pairwise(edges)]
    return tuple(Span(part, bold=index % 2 == 1) for index, part in enumerate(parts) if part)


class HitRow(QAbstractButton):
    """clicked() goes to the page."""

    def __init__(
        self,
        appearance: Appearance,
        entry: Entry,
        page: int,
        excerpt: str,
        marks: Marks = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.entry, self.page = entry, page
        self._title = entry.lesson.scenes[page].title
        self._where = f"{entry.crumb} \u00b7 page {page + 1}"
        self._blocks = (Block("paragraph", with_bold(excerpt, marks)),)
        self._flow: Flow | None = None
        self._laid_for = 0
        self.setText(self._title)
        self.setAccessibleName(f"{self._title}, {self._where}")
        self.setAccessibleDescription(excerpt)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    def fit(self, width: int) -> int:
        """Its height at this width."""
        laid = self._laid(width)
        return round(2 * TOP + LINE + GAP + laid.height)

    def _laid(self, width: int) -> Flow:
        if self._flow is None or self._laid_for != width:
            self._flow, self._laid_for = lay_out(self._blocks, EXCERPT, width - 2 * EDGE), width
        return self._flow

    def sizeHint(self) -> QSize:
        return QSize(400, self.fit(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        if self.underMouse() or self.isDown():
            ground = theme.color("pressed" if self.isDown() else "hover")
            draw_box(painter, QRectF(self.rect()), RADIUS_M, ground)
        head = QRectF(EDGE, TOP, self.width() - 2 * EDGE, LINE)
        draw_text(painter, head, self._where, "small", theme.color("ink3"), RIGHT)
        head.setWidth(head.width() - text_width(self._where, "small") - 12)
        draw_text(painter, head, self._title, "header", theme.color("ink"))
        laid = self._laid(self.width())
        paint_flow(painter, laid, theme, theme.color("ink2"), x=EDGE, y=TOP + LINE + GAP, ground="panel")
