"""One of the answers to choose from: a circle, its text, and once it was chosen whether it is right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.course.question.verdict_mark import WORDS, mark_width, paint_mark
from gui.course.text.flow_geometry import Flow
from gui.course.text.looks import CHOICE, CHOSEN
from gui.course.text.markdown import formulas_in, parse_markdown, plain_text
from gui.course.text.measuring import lay_out
from gui.course.text.painting import paint_flow
from gui.widgets import FocusRing, draw_box, follow
from gui.widgets.painting import RADIUS_M

CIRCLE, LEFT, TEXT, EDGE, GAP = 16, 13, 39, 14, 10
LOW, ABOVE = 37, 8


class ChoiceRow(QAbstractButton):
    """Signals: chosen(int), its number from 1; step_requested(int), an arrow key wants the next or the previous row;
    height_changed(), when a formula of its text came.
    """

    chosen = Signal(int)
    step_requested = Signal(int)
    height_changed = Signal()

    def __init__(self, appearance: Appearance, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.number = number
        self._blocks = parse_markdown(text)
        self._formulas = set(formulas_in(text))
        self._verdict: bool | None = None
        self.setText(plain_text(self._blocks))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self._name()
        self.clicked.connect(self._on_clicked)
        formulas.shelf().ready.connect(self._on_formula_ready)
        follow(self, appearance)

    @property
    def verdict(self) -> bool | None:
        """Whether this row was chosen and is right; None while nothing is known."""
        return self._verdict

    def show_state(self, is_chosen: bool, verdict: bool | None) -> None:
        """Show whether it is the chosen one, and what is known of it."""
        self.setChecked(is_chosen)
        self._verdict = verdict if is_chosen else None
        self._name()
        self.update()

    def fit(self, width: int) -> int:
        """Its height at this width, which is another once it is chosen and judged."""
        return max(LOW, round(self._laid(width).height + 2 * ABOVE))

    def _name(self) -> None:
        word = f", {WORDS[self._verdict][0]}" if self._verdict is not None else ""
        self.setAccessibleName(self.text() + word)

    def _laid(self, width: int) -> Flow:
        mark = 0.0 if self._verdict is None else GAP + mark_width(self._verdict)
        return lay_out(self._blocks, CHOSEN if self.isChecked() else CHOICE, width - TEXT - EDGE - mark)

    def _on_clicked(self) -> None:
        self.setChecked(True)
        self.chosen.emit(self.number)

    def _on_formula_ready(self, latex: str) -> None:
        if latex in self._formulas:
            self.height_changed.emit()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fit(self.width() or 343))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        is_chosen = self.isChecked()
        over = self.underMouse() and self.isEnabled()
        border = theme.color("ink" if is_chosen or over else "line2")
        draw_box(
            painter, QRectF(self.rect()), RADIUS_M, theme.color("panel"), border, 2.0 if is_chosen else 1.0
        )
        self._paint_circle(painter, is_chosen)
        laid = self._laid(self.width())
        y = (self.height() - laid.height) / 2
        paint_flow(painter, laid, theme, theme.color("ink"), x=TEXT, y=y)
        if self._verdict is not None:
            x = self.width() - EDGE - mark_width(self._verdict)
            paint_mark(painter, theme, x, self.height() / 2, self._verdict)

    def _paint_circle(self, painter: QPainter, is_chosen: bool) -> None:
        theme = self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(LEFT, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        if not is_chosen:
            painter.setPen(QPen(theme.color("line2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
            return
        painter.setPen(QPen(theme.color("ink"), 5.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(2.5, 2.5, -2.5, -2.5))
