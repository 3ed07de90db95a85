"""One lesson in the contents: its number, title, what it is about, how long it takes, how much of it was seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.course.contents.ring import paint_ring
from gui.course.library import Entry
from gui.course.progress import Progress
from gui.icons import paint_icon
from gui.widgets import FocusRing, draw_box, draw_text, follow, text_width
from gui.widgets.painting import RADIUS_M, RIGHT

HEIGHT, EDGE, NUMBER, TOP, LINE = 52, 10, 32, 8, 18
RING, RING_GAP, FACTS_GAP = 18, 14, 16


class LessonRow(QAbstractButton):
    """clicked() opens the lesson where one stopped."""

    def __init__(
        self, appearance: Appearance, entry: Entry, progress: Progress, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.entry = entry
        self.progress = progress
        self.setText(entry.lesson.title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self._describe()
        follow(self, appearance)

    def set_progress(self, progress: Progress) -> None:
        """Show how far one has come."""
        if progress != self.progress:
            self.progress = progress
            self._describe()
            self.update()

    @property
    def share(self) -> float:
        """How much of it was seen, 0 to 1."""
        return self.progress.share(len(self.entry.lesson.scenes))

    def facts(self) -> str:
        """Such as "12 min · 6 pages", or where one stopped."""
        pages = len(self.entry.lesson.scenes)
        if 0.0 < self.share < 1.0:
            return f"page {min(self.progress.page, pages - 1) + 1} of {pages}"
        return f"{self.entry.lesson.minutes} min \u00b7 {pages} page{'s' if pages != 1 else ''}"

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.entry.crumb}, {self.facts()}")
        lesson = self.entry.lesson
        seen = f"{round(self.share * len(lesson.scenes))} of {len(lesson.scenes)} pages seen"
        questions = sum(scene.question is not None for scene in lesson.scenes)
        answered = f", {self.progress.right} of {questions} questions answered right" if questions else ""
        self.setToolTip(f"{lesson.minutes} minutes. {seen}{answered}")
        self.setAccessibleDescription(lesson.about)

    def fit(self, width: int) -> int:
        """Its height, at any width."""
        return HEIGHT

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        over = self.underMouse()
        if over or self.isDown():
            draw_box(
                painter, QRectF(self.rect()), RADIUS_M, theme.color("pressed" if self.isDown() else "hover")
            )
        ring = QRectF(self.width() - EDGE - RING, (HEIGHT - RING) / 2, RING, RING)
        paint_ring(painter, theme, ring, self.share)
        facts = self.facts()
        room = text_width(facts, "small") + 1
        right = ring.left() - RING_GAP
        faint = theme.color("ink2" if over else "ink3")
        draw_text(painter, QRectF(right - room, 0, room, HEIGHT), facts, "small", faint, RIGHT)
        left = EDGE + NUMBER
        words = QRectF(left, TOP, right - room - FACTS_GAP - left, LINE)
        self._paint_number(painter)
        draw_text(painter, words, self.entry.lesson.title, "header", theme.color("ink"))
        draw_text(painter, words.translated(0, LINE), self.entry.lesson.about, "small", theme.color("ink2"))

    def _paint_number(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        if self.entry.is_users:
            paint_icon(painter, "pencil", QRectF(EDGE, TOP + 1, 16, 16), theme.color("ink3"))
            return
        number = str(self.entry.lesson.order)
        draw_text(painter, QRectF(EDGE, TOP, NUMBER, LINE), number, "body", theme.color("ink3"))
