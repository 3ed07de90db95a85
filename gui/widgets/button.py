"""A push button: bordered, primary (ink) or flat, with an icon, a text and its key in an outlined chip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, RADIUS_M, RADIUS_S, draw_box, draw_text, follow, text_width

HEIGHT, SMALL_HEIGHT = 32, 24
ICON, SMALL_ICON = 18, 16
PADDING, SMALL_PADDING = 12, 8
ICON_GAP, CHIP_GAP, CHIP_PADDING, CHIP_HEIGHT = 6, 10, 5, 18
CHIP_RIGHT = 8


class Button(QAbstractButton):
    """kind: "bordered", "primary" or "flat"; key: the text in the chip; small: 24 px high instead of 32.

    With only an icon the button is square. Checkable: the checked button is ink on paper inverted.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        icon: str = "",
        kind: str = "bordered",
        key: str = "",
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = icon
        self._kind = kind
        self._key = key
        self._small = small
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(SMALL_HEIGHT if small else HEIGHT)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        follow(self, appearance)

    @property
    def icon_name(self) -> str:
        """The icon's name, or "" for none."""
        return self._icon

    def set_icon(self, name: str) -> None:
        """Show another icon; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another text in the chip; "" for no chip."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show another text and ask for the room that it takes."""
        self.setText(text)
        self.updateGeometry()

    def width_for(self, text: str) -> int:
        """How wide the button wants to be with this text, so that one that changes its word can keep its width."""
        if not text and not self._key:
            return self.height() if self.height() else HEIGHT
        padding = SMALL_PADDING if self._small else PADDING
        left = padding - (4 if self._icon and not self._small else 2 if self._icon else 0)
        parts = [text_width(text, self._token())] if text else []
        icon = self._icon_side() + (ICON_GAP - 1 if text else 0) if self._icon else 0
        chip = self._chip_width() + (CHIP_GAP if text else 6) if self._key else 0
        right = CHIP_RIGHT if self._key else padding
        return int(left + icon + sum(parts) + chip + right + 0.999)

    def _token(self) -> str:
        if self._small:
            return "small"
        return "header" if self._kind == "primary" else "medium"

    def _icon_side(self) -> int:
        return SMALL_ICON if self._small else ICON

    def _chip_width(self) -> float:
        return max(15.0, text_width(self._key, "caption") + 2 * CHIP_PADDING) if self._key else 0.0

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, border and text for the present state."""
        over = self.underMouse() and self.isEnabled()
        if self._kind == "primary" or self.isChecked():
            if not self.isEnabled():
                return theme.color("hover"), theme.color("line"), theme.color("disabled")
            ground = theme.color("ink2") if self.isDown() else theme.color("ink")
            return ground, None, theme.color("onink")
        if not self.isEnabled():
            return None, theme.color("line") if self._kind == "bordered" else None, theme.color("disabled")
        ground = theme.color("pressed") if self.isDown() else theme.color("hover") if over else None
        if self._kind == "flat":
            return ground, None, theme.color("ink") if over else theme.color("ink2")
        return ground or theme.color("panel"), theme.color("line2" if over else "line"), theme.color("ink")

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        spare = self.width() - self.width_for(self.text())
        if not self.text() and not self._key:
            side = self._icon_side() + (2 if not self._small else 0)
            box = QRectF(0, 0, side, side)
            box.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, self._icon, box, color)
            return
        padding = SMALL_PADDING if self._small else PADDING
        x = padding - (4 if self._icon and not self._small else 2 if self._icon else 0) + spare / 2
        if self._key and self._kind == "primary":
            x -= spare / 2
        if self._icon:
            side = self._icon_side()
            paint_icon(painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), color)
            x += side + ICON_GAP - 1
        if self.text():
            width = text_width(self.text(), self._token())
            draw_text(painter, QRectF(x, 0, width + 1, self.height()), self.text(), self._token(), color)
        if self._key:
            self._paint_chip(painter, color)

    def _paint_chip(self, painter: QPainter, color: QColor) -> None:
        faint = QColor(color)
        faint.setAlphaF(0.65)
        width = self._chip_width()
        right = self.width() - CHIP_RIGHT - max(0, self.width() - self.width_for(self.text())) / (
            2 if self._kind != "primary" else 1e9
        )
        box = QRectF(round(right - width), (self.height() - CHIP_HEIGHT) / 2, round(width), CHIP_HEIGHT)
        draw_box(painter, box, RADIUS_S, None, faint)
        draw_text(painter, box, self._key, "caption", faint if self.isEnabled() else color, CENTER)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.text()), SMALL_HEIGHT if self._small else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, border, color = self._colors(self._appearance.theme)
        if ground is not None or border is not None:
            draw_box(painter, QRectF(self.rect()), RADIUS_M, ground, border)
        self._paint_content(painter, color)
