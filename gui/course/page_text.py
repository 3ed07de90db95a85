"""One page of a lesson as it is read: where one is, its title, its text, the question, the presenter's note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.lessons.lesson import Question
from gui.appearance import Appearance
from gui.course.question.answer import Answer
from gui.course.question.card import QuestionCard
from gui.course.text.looks import EXPLANATION, HEADING
from gui.course.text.rich_text import RichText
from gui.widgets import Caption, draw_box, follow
from gui.widgets.ground import PanelGround
from gui.widgets.painting import RADIUS_L, RIGHT
from gui.widgets.scroll_bars import set_bars

PADDING, TOP, CRUMB, CRUMB_GAP, TITLE_GAP, CARD_GAP, BOTTOM = 28, 15, 16, 13, 10, 19, 24
NOTE_PADDING, NOTE_CAPTION = 14, 16
ARROW_STEP = 48


class NoteBox(QWidget):
    """What only the presenter reads."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.caption = Caption(
            appearance, "For the presenter", "small_medium", "ink2", height=NOTE_CAPTION, parent=self
        )
        self.text = RichText(appearance, EXPLANATION, parent=self)
        follow(self, appearance)

    def fit(self, width: int) -> int:
        """Place everything; the height that it takes."""
        room = width - 2 * NOTE_PADDING
        self.caption.setGeometry(NOTE_PADDING, NOTE_PADDING - 2, room, NOTE_CAPTION)
        top = NOTE_PADDING + NOTE_CAPTION + 2
        height = self.text.heightForWidth(room)
        self.text.setGeometry(NOTE_PADDING, top, room, height)
        return top + height + NOTE_PADDING - 2

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._appearance.theme.color("line2")
        draw_box(QPainter(self), QRectF(self.rect()), RADIUS_L, None, line)


class PageText(QScrollArea):
    """Signals: link_followed(slug); the card's are its own. Everything is placed at once for a width, in one go."""

    link_followed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page = PanelGround(appearance)
        self.crumb = Caption(appearance, "", "small", "ink2", height=CRUMB, parent=page)
        self.count = Caption(appearance, "", "small", "ink2", RIGHT, CRUMB, page)
        self.title = RichText(appearance, HEADING, parent=page)
        self.text = RichText(appearance, parent=page)
        self.card = QuestionCard(appearance, page)
        self.note = NoteBox(appearance, page)
        self._has_question = False
        self._shows_note = False
        self._is_placing = False
        self._reveals = False
        for words in (self.title, self.text, self.card, self.note.text):
            words.height_changed.connect(self._place)
            words.link_followed.connect(self.link_followed)
        self.setWidget(page)

    def set_page(
        self, crumb: str, count: str, title: str, text: str, question: Question | None, answer: Answer
    ) -> None:
        """Show a page from its top. crumb: the lesson; count: such as "page 4 of 6"."""
        self._is_placing = True
        self._reveals = False
        self.crumb.set_text(crumb)
        self.count.set_text(count)
        self.title.set_text(title)
        self.text.set_text(text)
        self._has_question = question is not None
        if question is not None:
            self.card.set_question(question, answer)
        self._is_placing = False
        self._place()
        self.verticalScrollBar().setValue(0)

    def reveal_note(self) -> None:
        """Scroll to the presenter's note, if it is shown."""
        if self._shows_note:
            self.ensureVisible(0, self.note.geometry().bottom() + BOTTOM - 1, 0, 0)

    def set_note(self, note: str, *, shown: bool) -> None:
        """The presenter's note of this page."""
        self.note.text.set_text(note)
        self._shows_note = shown and bool(note)
        self._place()

    def reveal_card(self) -> None:
        """Scroll so far that the question is seen with what was said of its answer, also when a formula of it comes."""
        self._reveals = True
        card = self.card.geometry()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        wanted = min(card.bottom() + CARD_GAP - height, card.top() - CARD_GAP)
        bar.setValue(max(bar.value(), wanted))

    def scroll_by(self, pages: int) -> bool:
        """Scroll by most of what is seen; False where there is nothing further."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * (self.viewport().height() - ARROW_STEP))
        return bar.value() != before

    @Slot()
    def _place(self) -> None:
        if self._is_placing:
            return
        self._is_placing = True
        height = self._placed(self.width())
        is_tall = height > self.height()
        set_bars(self, vertical=is_tall, horizontal=False)
        self._page.setGeometry(self._page.x(), self._page.y(), self.width(), max(height, self.height()))
        self._is_placing = False
        if self._reveals:
            self.reveal_card()

    def _placed(self, width: int) -> int:
        room = width - 2 * PADDING
        count = self.count.sizeHint().width()
        self.crumb.setGeometry(PADDING, TOP, room - count - 8, CRUMB)
        self.count.setGeometry(width - PADDING - count, TOP, count, CRUMB)
        top = self._put(self.title, TOP + CRUMB + CRUMB_GAP, room) + TITLE_GAP
        top = self._put(self.text, top, room)
        self.card.setVisible(self._has_question)
        if self._has_question:
            height = self.card.fit(room)
            self.card.setGeometry(PADDING, top + CARD_GAP, room, height)
            top += CARD_GAP + height
        self.note.setVisible(self._shows_note)
        if self._shows_note:
            height = self.note.fit(room)
            self.note.setGeometry(PADDING, top + CARD_GAP, room, height)
            top += CARD_GAP + height
        return top + BOTTOM

    def _put(self, words: RichText, top: int, room: int) -> int:
        height = words.heightForWidth(room)
        words.setGeometry(PADDING, top, room, height)
        return top + height

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._reveals = False
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
