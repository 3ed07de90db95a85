"""The small controls of a column head: the squares with - and +, the dashed circle that adds a layer, the number
of units that a click turns into a field, and the close mark.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, RADIUS_M, RADIUS_S, draw_box, draw_text, follow

SQUARE, AREA = 20, 24
GLYPH = 14
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DASHES = [2.6, 2.2]


class HeadButton(QAbstractButton):
    """What the controls share: hover, a ring for the keyboard, Enter as well as Space. Paints nothing itself."""

    def __init__(
        self, appearance: Appearance, name: str, radius: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ring = FocusRing(appearance, self, radius)
        follow(self, appearance)

    @property
    def is_hot(self) -> bool:
        """Whether a click would do something now."""
        return self.underMouse() and self.isEnabled()

    def square(self) -> QRectF:
        """The 20 px square in the middle of the area that can be hit."""
        rect = QRectF(0, 0, SQUARE, SQUARE)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect

    def sizeHint(self) -> QSize:
        return QSize(AREA, AREA)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class SquareButton(HeadButton):
    """An outlined square with an icon, "plus" or "minus". It repeats while it is held down."""

    def __init__(self, appearance: Appearance, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, RADIUS_M, parent)
        self._icon = icon
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(400)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, square = self._appearance.theme, self.square()
        ground = theme.color("pressed") if self.isDown() else theme.color("hover") if self.is_hot else None
        border = theme.color("ink" if self.is_hot else "line2" if self.isEnabled() else "line")
        painter = QPainter(self)
        draw_box(painter, square, RADIUS_M, ground, border)
        glyph = QRectF(0, 0, GLYPH, GLYPH)
        glyph.moveCenter(square.center())
        paint_icon(painter, self._icon, glyph, theme.color("ink" if self.isEnabled() else "disabled"), 1.6)


class AddButton(HeadButton):
    """The dashed circle between two heads; on hover its line is solid ink."""

    def __init__(self, appearance: Appearance, after: int, parent: QWidget | None = None) -> None:
        super().__init__(
            appearance, f"Add a layer behind {'the inputs' if after == 0 else f'layer {after}'}", 9, parent
        )
        self.after = after
        self.setToolTip(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, square = self._appearance.theme, self.square().adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("ink" if self.is_hot else "line2" if self.isEnabled() else "line"), 1.0)
        if not self.is_hot:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        if self.isDown():
            painter.setBrush(theme.color("pressed"))
        painter.drawEllipse(square)
        glyph = QRectF(0, 0, GLYPH - 2, GLYPH - 2)
        glyph.moveCenter(square.center())
        paint_icon(painter, "plus", glyph, theme.color("ink2" if self.isEnabled() else "disabled"), 1.5)


class CountButton(HeadButton):
    """The number of units as text; where it can be typed, hover shows that it is a button."""

    def __init__(
        self, appearance: Appearance, name: str, can_type: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, name, RADIUS_S, parent)
        self._can_type = can_type
        if not can_type:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self._can_type and self.is_hot:
            draw_box(painter, QRectF(self.rect()).adjusted(1, 2, -1, -2), RADIUS_S, theme.color("hover"))
        draw_text(painter, QRectF(self.rect()), self.text(), "body", theme.color("ink"), CENTER)


class CloseMark(HeadButton):
    """A small cross that removes a layer; the head shows it while the pointer is over it."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, RADIUS_S, parent)
        self.setToolTip(name)
        self.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the keyboard removes a layer by Delete or by - at one unit
        self.setFixedSize(AREA, SQUARE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self.is_hot:
            draw_box(painter, QRectF(self.rect()).adjusted(3, 1, -3, -1), RADIUS_S, theme.color("hover"))
        color: QColor = theme.color("ink" if self.is_hot else "ink2")
        glyph = QRectF(0, 0, GLYPH - 2, GLYPH - 2)
        glyph.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, "close", glyph, color, 1.4)
