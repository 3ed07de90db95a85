"""The question of a page: asked, answered by mouse or keys, judged, explained; the answer stays when one comes back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.lessons.lesson import Question
from gui.appearance import Appearance
from gui.course.question.answer import Answer
from gui.course.question.choice_row import ChoiceRow
from gui.course.question.typed_answer import TypedAnswer
from gui.course.text.looks import EXPLANATION, QUESTION
from gui.course.text.rich_text import RichText
from gui.widgets import Button, Caption, draw_box, follow
from gui.widgets.painting import RADIUS_L

PADDING, CAPTION_HEIGHT, ROW_GAP, GAP = 16, 16, 8, 12
CAPTIONS = {"prediction": "Prediction"}
AGAIN, WHY = "Try again", "Show why"


class QuestionCard(QWidget):
    """`set_question` asks, `show_answer` shows what is known. Signals: answered(str), what a person answered: a
    choice's number from 1, or the typed text; again_requested(), explanation_requested(); height_changed();
    link_followed(slug).
    """

    answered = Signal(str)
    again_requested = Signal()
    explanation_requested = Signal()
    height_changed = Signal()
    link_followed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._question: Question | None = None
        self._is_editing = False
        self.answer = Answer()
        self.caption = Caption(appearance, "Question", "small", "ink2", height=CAPTION_HEIGHT, parent=self)
        self.text = RichText(appearance, QUESTION, "sel", self)
        self.said = RichText(appearance, EXPLANATION, "sel", self)
        self.explanation = RichText(appearance, EXPLANATION, "sel", self)
        self.again = Button(appearance, AGAIN, parent=self, small=True)
        self.why = Button(appearance, WHY, kind="flat", parent=self, small=True)
        self.again.clicked.connect(self.again_requested)
        self.why.clicked.connect(self.explanation_requested)
        self.rows: list[ChoiceRow] = []
        self.typed: TypedAnswer | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for words in (self.text, self.said, self.explanation):
            words.height_changed.connect(self._on_height)
            words.link_followed.connect(self.link_followed)
        follow(self, appearance)

    @property
    def question(self) -> Question | None:
        """What is asked."""
        return self._question

    def set_question(self, question: Question, answer: Answer | None = None) -> None:
        """Ask this, with what was answered before."""
        self._question = question
        self._take_away()
        self.caption.set_text(CAPTIONS.get(question.kind, "Question"))
        self.text.set_text(question.text)
        self.setAccessibleName(f"{self.caption.text()}: {self.text.accessibleName()}")
        if question.kind == "choice":
            for number, choice in enumerate(question.choices, start=1):
                self._add_row(number, choice)
        else:
            self.typed = TypedAnswer(self._appearance, question.kind, self)
            self.typed.entered.connect(self.answered)
            self.typed.changed.connect(self._on_edited)
            self.typed.show()
        self.show_answer(answer or Answer())

    def show_answer(self, answer: Answer) -> None:
        """Show what was answered, and what is known of it."""
        assert self._question is not None
        self.answer = answer
        kind = self._question.kind
        for row in self.rows:
            row.show_state(str(row.number) == answer.given, answer.is_right)
            is_lost = answer.is_given and kind == "choice" and answer.is_right is True
            row.setEnabled(not is_lost or row.isChecked())
        if self.typed is not None:
            done = answer.is_right is True or (answer.is_given and answer.is_explained)
            if answer.is_given or not (self._is_editing or answer.said):
                verdict = None if kind == "prediction" else answer.is_right
                self.typed.show_state(answer.given, verdict, is_final=done)
        self.said.set_text(answer.said)
        self.explanation.set_text(self._question.explanation if answer.is_explained else "")
        self.why.setVisible(self._can_explain())
        self.again.setVisible(answer.is_right is False or (kind == "prediction" and answer.is_explained))
        self._place(self.width())
        self._on_height()

    def fit(self, width: int) -> int:
        """Place everything for this width; the height that it takes."""
        return self._place(width)

    def _can_explain(self) -> bool:
        assert self._question is not None
        has = bool(self._question.explanation)
        return has and self.answer.is_right is False and not self.answer.is_explained

    def _add_row(self, number: int, choice: str) -> None:
        row = ChoiceRow(self._appearance, number, choice, self)
        row.chosen.connect(self._on_chosen)
        row.step_requested.connect(self._on_step)
        row.height_changed.connect(self._on_height)
        row.show()
        self.rows.append(row)

    def _take_away(self) -> None:
        for widget in (*self.rows, self.typed):
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.rows, self.typed = [], None

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if self.answer.is_right is True or (self.answer.given == str(number) and self.answer.is_given):
            self.show_answer(self.answer)  # a click takes the tick away from a row that keeps it
            return
        self.answered.emit(str(number))

    @Slot()
    def _on_edited(self) -> None:
        """What was judged is typed over: the words stay, the verdict goes."""
        self._is_editing = True
        self.again_requested.emit()
        self._is_editing = False

    @Slot(int)
    def _on_step(self, by: int) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            index = (self.rows.index(row) + by) % len(self.rows)
            self.rows[index].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_height(self) -> None:
        self.updateGeometry()
        self.height_changed.emit()
        self.update()

    def _place(self, width: int) -> int:
        room = max(80, width - 2 * PADDING)
        top = PADDING - 2
        self.caption.setGeometry(PADDING, top, room, CAPTION_HEIGHT)
        top += CAPTION_HEIGHT + 4
        top = self._put(self.text, top, room) + GAP
        for widget in (*self.rows, self.typed):
            if widget is not None:
                height = widget.fit(room)
                widget.setGeometry(PADDING, top, room, height)
                top += height + ROW_GAP
        top += GAP - ROW_GAP
        for words in (self.said, self.explanation):
            words.setVisible(bool(words.text()))
            if words.text():
                top = self._put(words, top, room) + ROW_GAP
        return self._put_buttons(top) + PADDING - ROW_GAP

    def _put(self, words: RichText, top: int, room: int) -> int:
        height = words.heightForWidth(room)
        words.setGeometry(PADDING, top, room, height)
        return top + height

    def _put_buttons(self, top: int) -> int:
        left = PADDING
        for button in (self.again, self.why):
            if not button.isHidden():
                button.setGeometry(left, top, button.sizeHint().width(), button.height())
                left += button.width() + ROW_GAP
        return top + (self.again.height() + ROW_GAP if left > PADDING else 0)

    def sizeHint(self) -> QSize:
        width = self.width() or 376
        return QSize(width, self.fit(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        draw_box(QPainter(self), QRectF(self.rect()), RADIUS_L, theme.color("window"))
