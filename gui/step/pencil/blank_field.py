"""The field that lies over the blank which is being filled in. It looks like the cell, and is judged by others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.step.matrix.block_geometry import Rect
from gui.step.matrix.paint_blanks import WRONG, mark_place
from gui.step.matrix.palette import number_font
from gui.step.pencil.paper import State
from gui.widgets.painting import draw_box

MOST_LETTERS = 24
RADIUS = 3.0
MARGIN = 4
# These reach the window's actions otherwise, which step along the tape.
OWN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class BlankField(QLineEdit):
    """Signals: entered() on Enter; tabbed(bool) where there is a blank to go on to; moved(down, across) on Up, Down and
    on Ctrl with an arrow; left() when the keyboard goes elsewhere; cancelled() on Esc.
    """

    entered = Signal()
    tabbed = Signal(bool)
    moved = Signal(int, int)
    left = Signal()
    cancelled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: State = "empty"
        self._has_before = self._has_after = False
        self.setObjectName("plain")
        self.setFrame(False)
        self.setMaxLength(MOST_LETTERS)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextMargins(MARGIN, 0, MARGIN, 0)
        self.hide()
        self._color_text()
        appearance.changed.connect(self._color_text)

    def open(self, text: str, name: str, *, before: bool, after: bool) -> None:
        """Begin with a blank; name: what it is called; before, after: whether Tab has somewhere to go."""
        self.setText(text)
        self.setAccessibleName(name)
        self._has_before, self._has_after = before, after

    def place(self, rect: QRect, pixels: int) -> None:
        """Lie over a cell whose numbers have this size."""
        self.setFont(number_font(pixels, strong=False))
        self.setGeometry(rect)

    def set_state(self, state: State) -> None:
        """Show what was said of the text."""
        if state != self._state:
            self._state = state
            self.update()

    def close_field(self) -> None:
        """Go away; hiding what has the keyboard would hand it on to the next field."""
        self.clearFocus()
        self.hide()

    def _color_text(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._appearance.theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.update()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._has_after if forward else self._has_before:
            self.tabbed.emit(forward)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        by = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }.get(Qt.Key(key))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif by is not None and (by[0] or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.moved.emit(*by)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        rect = QRectF(self.rect())
        is_wrong = self._state in WRONG
        painter = QPainter(self)
        draw_box(painter, rect, RADIUS, theme.color("errsoft" if is_wrong else "panel"))
        if is_wrong:
            place = mark_place(Rect(rect.x(), rect.y(), rect.width(), rect.height()))
            paint_icon(painter, "close", place, theme.color("err"), 2.2)
        painter.end()
        super().paintEvent(event)
