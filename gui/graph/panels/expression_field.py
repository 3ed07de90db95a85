"""The line where an expression is typed, with its formula beside it or below, checked with every key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.graph import ExpressionFault, Graph, build_graph
from gui.appearance import Appearance
from gui.graph.panels.callout import Callout
from gui.graph.panels.expression_editor import LONGEST, MOST_LINES, ExpressionEditor
from gui.graph.panels.formula_view import FormulaView
from gui.icons import paint_icon
from gui.widgets import draw_box, follow
from gui.widgets.painting import RADIUS_M

PADDING, TOP, BOTTOM, FIELD_HEIGHT, LINE = 20, 12, 11, 40, 22
TEXT_LEFT, TEXT_TOP, ICON, ICON_RIGHT = 14, 9, 16, 15
GAP, BELOW = 22, 10
TEXT_BOTTOM, TRIES = 5, 4
TEXT_RIGHT, CURSOR = ICON_RIGHT + ICON + 8, 4
LEAST_SHARE, MOST_SHARE = 0.22, 0.5  # of the width, that a formula beside the field takes
BESIDE_PIXELS, ROOM_STEP = (22.0, 20.0, 18.0, 16.0), 24
TOO_LONG = f"An expression has at most {LONGEST} characters: what came after them was left out."


class ExpressionField(QWidget):
    """`set_text` shows a text without a signal. What is wrong is said below, over whatever is there: nothing moves.

    Signals: text_accepted(str), a text that makes a graph, whenever it became another one; faulted(object), the
    ExpressionFault, or None when it is gone; entered(), Return was pressed; height_changed(), its lines are others.
    """

    text_accepted = Signal(str)
    faulted = Signal(object)
    entered = Signal()
    height_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._fault: ExpressionFault | None = None
        self._accepted = ""
        self._graph: Graph | None = None
        self._is_quiet = self._is_placing = False
        self.editor = ExpressionEditor(appearance, self)
        self.formula = FormulaView(appearance, self)
        self.callout = Callout(appearance, self, PADDING)
        self.setFocusProxy(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._connect()
        self._lay_out()
        follow(self, appearance)

    def _connect(self) -> None:
        self.editor.edited.connect(self._on_edited)
        self.editor.was_cut.connect(self._on_cut)
        self.editor.lines_changed.connect(self._lay_out)
        self.editor.focus_changed.connect(self.update)
        self.editor.entered.connect(self.entered)
        self.editor.cancelled.connect(self._on_cancelled)
        self.formula.came.connect(self._lay_out)

    @property
    def text(self) -> str:
        """The text as it stands in the field, right or wrong."""
        return self.editor.text()

    @property
    def accepted_text(self) -> str:
        """The last text that made a graph."""
        return self._accepted

    @property
    def graph(self) -> Graph | None:
        """The graph of `accepted_text`."""
        return self._graph

    @property
    def fault(self) -> ExpressionFault | None:
        """What is wrong with the text, or None."""
        return self._fault

    def set_text(self, text: str) -> None:
        """Show another text, its first 500 characters, without a signal. The field's undo brings the former back."""
        if text == self.text:
            return
        is_first = self._graph is None
        self._is_quiet = True
        self.editor.set_text(text)
        self._is_quiet = False
        self._lay_out()  # as many lines as before may be of another length
        if is_first:  # there was nothing that undo could bring back
            self.editor.document().clearUndoRedoStacks()

    @Slot()
    def _on_edited(self) -> None:
        text, before = self.text, self._fault
        self.callout.say("")
        try:
            graph = build_graph(text)
        except ExpressionFault as fault:
            self._show_fault(fault)
        else:
            self._show_fault(None)
            self._graph = graph
            self.formula.set_formulas(graph.definition_latex)
        if self._is_quiet:
            self._accepted = self._accepted if self._fault else text
            return
        if self._fault is not None or before is not None:
            self.faulted.emit(self._fault)
        if self._fault is None and text != self._accepted:
            self._accepted = text
            self.text_accepted.emit(text)

    def _show_fault(self, fault: ExpressionFault | None) -> None:
        self._fault = fault
        self.editor.set_mark(None if fault is None else fault.column - 1)
        self.formula.set_color("ink" if fault is None else "ink3")
        if fault is not None:
            self.callout.say(f"Column {fault.column}: {fault.text}")
            self.editor.setAccessibleDescription(str(fault))
        else:
            self.editor.setAccessibleDescription("")
        self.update()

    @Slot()
    def _on_cut(self) -> None:
        if self._fault is None:
            self.callout.say(TOO_LONG, "warn", "hover")
        else:
            self.callout.say(f"{TOO_LONG}\n{self.callout.text}")

    @Slot()
    def _on_cancelled(self) -> None:
        if self._fault is not None:
            self.editor.set_text(self._accepted)

    def field_rect(self) -> QRect:
        """The frame of the text."""
        room = self.width() - 2 * PADDING
        formula = self._room_beside()
        width = room - (formula + GAP if formula else 0)
        return QRect(PADDING, TOP, max(80, width), FIELD_HEIGHT + LINE * (self.editor.line_count - 1))

    def _room_beside(self) -> int:
        """The width of the formula beside the field, in steps, so that typing rarely moves the end; 0: below.

        It is beside where it is large enough there and breaks no line of the text.
        """
        total = self.width() - 2 * PADDING
        text = max(self.editor.fontMetrics().horizontalAdvance(line) for line in self.text.split("\n"))
        for pixels in BESIDE_PIXELS:
            steps = -(-self.formula.line_width(pixels) // ROOM_STEP)
            room = round(max(steps * ROOM_STEP, LEAST_SHARE * total))
            left = total - room - GAP - TEXT_LEFT - TEXT_RIGHT - CURSOR
            height = FIELD_HEIGHT + LINE * min(MOST_LINES - 1, self.text.count("\n"))
            if room <= MOST_SHARE * total and text <= left and self.formula.height_for(room) <= height:
                return room
        return 0

    @Slot()
    def _lay_out(self) -> None:
        if self._is_placing:
            return
        self._is_placing = True
        field = QRect()
        self.editor.count_lines()  # the editor breaks its lines after it has said that its text is another
        for _ in range(TRIES):  # the field's width decides about its lines, those about its height
            if field == self.field_rect():
                break
            field = self.field_rect()
            self.editor.setGeometry(field.adjusted(TEXT_LEFT, TEXT_TOP, -TEXT_RIGHT, -TEXT_BOTTOM))
        self._is_placing = False
        self.editor.show_all()
        beside = self._room_beside()
        if beside:
            place = QRect(field.right() + 1 + GAP, field.top(), beside, field.height())
            bottom = field.bottom() + 1
        else:
            width = self.width() - 2 * PADDING
            place = QRect(PADDING, field.bottom() + 1 + BELOW, width, self.formula.height_for(width))
            bottom = place.bottom() + 1
        self.formula.setGeometry(place)
        self.update()
        if bottom + BOTTOM != self.height():
            self.setFixedHeight(bottom + BOTTOM)
            self.height_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(764, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QEvent) -> None:
        self._lay_out()

    def mousePressEvent(self, event: QEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        field = QRectF(self.field_rect())
        icon = QRectF(field.right() - ICON_RIGHT - ICON, field.top() + (FIELD_HEIGHT - ICON) / 2, ICON, ICON)
        if self._fault is not None:
            draw_box(painter, field, RADIUS_M, theme.color("errsoft"), theme.color("err"), 2)
            paint_icon(painter, "close", icon, theme.color("err"), 2.0)
            return
        if self.editor.hasFocus():
            draw_box(painter, field, RADIUS_M, theme.color("panel"), theme.color("ink"), 2)
        else:
            draw_box(painter, field, RADIUS_M, theme.color("panel"), theme.color("line2"))
        if self._graph is not None:
            paint_icon(painter, "check", icon, theme.color("run"), 2.0)
