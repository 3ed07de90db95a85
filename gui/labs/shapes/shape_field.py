"""A field for one shape: ticked when it is right, crossed when it is wrong, pale when it was shown."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import Field

State = Literal["empty", "right", "wrong", "shown"]
MARK, MARK_OFF = 14, 5
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ShapeField(Field):
    """Signals: stepped(int), Enter (1), Up (-1) or Down (1): to the neighbour in the column."""

    stepped = Signal(int)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._state: State = "empty"
        self.setAccessibleName(f"Shape of {name}")
        self.setMaxLength(24)

    @property
    def state(self) -> State:
        """What was said of the text."""
        return self._state

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be filled in any more."""
        return self._state in ("right", "shown")

    def set_state(self, state: State, hint: str = "") -> None:
        """Show what is said of the text; what is right or was shown stays."""
        self._state = state
        self.set_error(hint if state == "wrong" else "")
        self.setReadOnly(state == "right")
        self.setEnabled(state != "shown")
        self.setTextMargins(6, 0, MARK + 4 if state != "empty" else 6, 0)
        self.setAccessibleDescription({"empty": "", "wrong": hint}.get(state, state))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            self.stepped.emit(1)
        elif key in MOVES:
            self.stepped.emit(MOVES[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self)
        place = QRectF(self.width() - MARK - MARK_OFF, (self.height() - MARK) / 2, MARK, MARK)
        if self._state == "right":
            paint_icon(painter, "check", place, theme.color("run"), 2.4)
        elif self._state == "wrong":
            paint_icon(painter, "close", place, theme.color("err"), 2.2)
