"""A check box: 16 px, ink with a tick when on; may carry a small picture before its text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_S, draw_box, draw_text, follow, text_width

BOX, GAP, PICTURE_GAP, HEIGHT = 16, 6, 8, 24
PICTURE = QSize(20, 20)


class CheckBox(QCheckBox):
    """`setIcon` puts a 20 px picture between box and text, as the inputs have it."""

    def __init__(self, appearance: Appearance, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self.setIconSize(PICTURE)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_S)
        follow(self, appearance)

    def _text_left(self) -> int:
        if self.icon().isNull():
            return BOX + GAP
        return BOX + PICTURE_GAP + self.iconSize().width() + PICTURE_GAP

    def _paint_box(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        box = QRectF(0, (self.height() - BOX) / 2, BOX, BOX)
        if self.isChecked():
            ground = theme.color("ink" if self.isEnabled() else "disabled")
            draw_box(painter, box, RADIUS_S, ground)
            paint_icon(painter, "check", box.adjusted(1.5, 1.5, -1.5, -1.5), theme.color("onink"), 1.7)
            return
        over = self.underMouse() and self.isEnabled()
        border = theme.color("ink2" if over else "line2" if self.isEnabled() else "line")
        draw_box(painter, box, RADIUS_S, theme.color("panel"), border, 1.5)

    def sizeHint(self) -> QSize:
        return QSize(round(self._text_left() + text_width(self.text(), "small") + 1.5), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_box(painter)
        if not self.icon().isNull():
            size = self.iconSize()
            self.icon().paint(
                painter, BOX + PICTURE_GAP, (self.height() - size.height()) // 2, size.width(), size.height()
            )
        theme = self._appearance.theme
        color = theme.color("ink2" if self.isEnabled() else "disabled")
        left = self._text_left()
        draw_text(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), "small", color)
