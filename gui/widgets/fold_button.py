"""The chevron at the end of a panel's head: down while the panel is open, up while it is folded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_M, draw_box, follow

SIDE, ICON = 24, 14


class FoldButton(QAbstractButton):
    """24 px square. The panel that has it folds and opens, and tells it."""

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, what: str = "the building blocks"
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._what = what
        self._is_folded = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(SIDE, SIDE)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self.set_folded(False)
        follow(self, appearance)

    def set_folded(self, folded: bool) -> None:
        """Show whether the panel is folded."""
        self._is_folded = folded
        self.setAccessibleName(f"{'Open' if folded else 'Fold'} {self._what}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            draw_box(
                painter, QRectF(self.rect()), RADIUS_M, theme.color("pressed" if self.isDown() else "hover")
            )
        painter.translate(SIDE / 2, SIDE / 2)
        if self._is_folded:
            painter.rotate(180)
        icon = QRectF(-ICON / 2, -ICON / 2, ICON, ICON)
        paint_icon(painter, "chevron", icon, theme.color("ink2"))
