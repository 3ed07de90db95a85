"""A lesson that can't be shown, with the line of its first fault; a click opens it in the editor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engine.lessons.lesson import BrokenLesson
from gui.appearance import Appearance
from gui.course.contents.lesson_row import EDGE, HEIGHT, LINE, NUMBER, TOP
from gui.icons import paint_icon
from gui.widgets import FocusRing, draw_box, draw_text, follow
from gui.widgets.painting import RADIUS_M


class BrokenRow(QAbstractButton):
    """clicked() wants to mend it."""

    def __init__(self, appearance: Appearance, broken: BrokenLesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.broken = broken
        self.setText(broken.path.name)
        self.setAccessibleName(f"{broken.path.name} can't be shown, line {broken.fault.line}")
        self.setToolTip(
            f"{broken.path}\nline {broken.fault.line}: {broken.fault.text}\nOpen it in the editor"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    def fit(self, width: int) -> int:
        """Its height, at any width."""
        return HEIGHT

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        if self.underMouse() or self.isDown():
            ground = theme.color("pressed" if self.isDown() else "hover")
            draw_box(painter, QRectF(self.rect()), RADIUS_M, ground)
        paint_icon(painter, "warning", QRectF(EDGE, TOP + 1, 16, 16), theme.color("warn"))
        words = QRectF(EDGE + NUMBER, TOP, self.width() - 2 * EDGE - NUMBER, LINE)
        fault = self.broken.fault
        draw_text(painter, words, self.broken.path.name, "header", theme.color("ink"))
        said = f"line {fault.line}: {fault.text}"
        draw_text(painter, words.translated(0, LINE), said, "small", theme.color("ink2"))
