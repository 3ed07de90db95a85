"""The left page of the contents: what the course is, the search, where one goes on, one's own lessons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.course.contents.search_field import SearchField
from gui.widgets import Button, Caption, Label, draw_box, follow

WIDTH, PADDING, TOP, BOTTOM, GAP = 348, 36, 34, 28, 8
TITLE = "From one neuron\nto deep networks"
ABOUT = "Nine chapters. Each lesson is a few pages beside a live scene: read, try it, see what happens."
DROP = "Or drop a lesson\u2019s .md file here to open it."


@dataclass(frozen=True)
class Place:
    """Where one goes on: the lesson, the page's title, "page 4 of 6", how much was seen; begun: something was."""

    lesson: str
    title: str
    where: str
    share: float
    begun: bool


class ShareBar(QWidget):
    """A thin bar that fills."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._share = 0.0
        self.setFixedHeight(4)
        follow(self, appearance)

    def set_share(self, share: float) -> None:
        """0 to 1."""
        self._share = share
        self.setAccessibleName(f"{round(100 * share)} percent seen")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        draw_box(painter, QRectF(self.rect()), 2, theme.color("line"))
        if self._share:
            draw_box(painter, QRectF(0, 0, max(4.0, self._share * self.width()), 4), 2, theme.color("ink"))


class Aside(QWidget):
    """348 px wide. Signals: resume_requested(), new_requested(), folder_requested()."""

    resume_requested = Signal()
    new_requested = Signal()
    folder_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.search = SearchField(appearance)
        self.caption = Caption(appearance, "Begin here", "small", "ink2", height=16)
        self.lesson = Label(appearance, "", "title", "ink")
        self.page = Label(appearance, "", "body", "ink2")
        self.where = Caption(appearance, "", "small", "ink3", height=16)
        self.bar = ShareBar(appearance)
        self.resume = Button(appearance, "Begin", "book", "primary")
        self.new = Button(appearance, "New lesson from this screen", "plus")
        self.folder = Button(appearance, "Open the lesson folder", "folder", "flat")
        self.new.setToolTip("What the workspaces show now becomes the first page of a lesson of your own")
        self.folder.setToolTip("Your lessons are the .md files in this folder")
        self._lay_out()
        self.resume.clicked.connect(self.resume_requested)
        self.new.clicked.connect(self.new_requested)
        self.folder.clicked.connect(self.folder_requested)
        follow(self, appearance)

    def set_place(self, place: Place | None) -> None:
        """Where one goes on; None where there is no lesson at all."""
        shown = (self.caption, self.lesson, self.page, self.where, self.bar, self.resume)
        for widget in shown:
            widget.setVisible(place is not None)
        if place is None:
            return
        self.caption.set_text("Go on" if place.begun else "Begin here")
        self.lesson.setText(place.lesson)
        self.page.setText(place.title)
        self.where.set_text(place.where)
        self.bar.set_share(place.share)
        self.resume.set_text("Continue" if place.begun else "Begin")
        self.resume.setAccessibleName(f"{self.resume.text()}: {place.lesson}")

    def _lay_out(self) -> None:
        look = self._appearance
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, TOP, PADDING, BOTTOM)
        column.setSpacing(0)
        title = Label(look, TITLE, "heading", "ink")
        about = Label(look, ABOUT, "reading", "ink2")
        for label in (about, self.lesson, self.page):
            label.setWordWrap(True)
        for widget, gap in (
            (title, 10),
            (about, 22),
            (self.search, 30),
            (self.caption, 4),
            (self.lesson, 2),
            (self.page, 8),
            (self.bar, 6),
            (self.where, 14),
        ):
            column.addWidget(widget)
            column.addSpacing(gap)
        column.addWidget(self.resume, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addSpacing(GAP)
        column.addWidget(self.new)
        column.addSpacing(GAP)
        column.addWidget(self.folder)
        column.addSpacing(GAP)
        column.addWidget(Caption(look, DROP, "small", "ink3", Qt.AlignmentFlag.AlignCenter, 16))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))
