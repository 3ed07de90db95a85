"""A push button: bordered, primary (ink) or flat, with an icon, a text and its key in an outlined chip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, RADIUS_M, RADIUS_S, draw_box, draw_text, follow, text_width

HEIGHT, SMALL_HEIGHT = 32, 24
ICON, SMALL_ICON = 20, 15
PADDING, SMALL_PADDING = 13, 8
ICON_GAP, SMALL_ICON_GAP = 5, 5
CHIP_PADDING, CHIP_HEIGHT, CHIP_MINIMUM = 6, 18, 15
# Left of the icon, between text and chip, right of the chip.
BORDERED_GAPS, PRIMARY_GAPS = (12, 7, 10), (5, 10, 5)


class Button(QAbstractButton):
    """kind: "bordered", "primary" or "flat"; key: the text in the chip; small: 24 px high instead of 32.

    With only an icon the button is square. Checkable: a checked button is painted like the primary one.
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
        self.setAccessibleName(text)
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

    @property
    def key(self) -> str:
        """The text of the chip, or "" for none."""
        return self._key

    def set_icon(self, name: str) -> None:
        """Show another icon; "" for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show another text, and ask for the room that it takes."""
        self.setText(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key in the chip; where it takes more room, `width_for` says how much."""
        self._key = key
        self.update()

    def width_for(self, text: str, key: str = "") -> int:
        """How wide the button wants to be with this text, and with another key; one that changes them can so keep its
        width.
        """
        if not text and not self._key:
            return SMALL_HEIGHT if self._small else HEIGHT
        width = self._left_padding() + self._icon_advance(text) + text_width(text, self._token())
        if self._key:
            width += (self._gaps()[1] if text else 0) + _chip_width(key or self._key) + self._gaps()[2]
        else:
            width += SMALL_PADDING if self._small else PADDING
        return int(width + 0.999)

    def _token(self) -> str:
        if self._small:
            return "small"
        return "header" if self._kind == "primary" else "medium"

    def _left_padding(self) -> int:
        if self._small:
            return SMALL_PADDING
        return self._gaps()[0] if self._icon and self._key else PADDING

    def _gaps(self) -> tuple[int, int, int]:
        return PRIMARY_GAPS if self._kind == "primary" else BORDERED_GAPS

    def _icon_advance(self, text: str) -> int:
        if not self._icon:
            return 0
        if self._small:
            return SMALL_ICON + SMALL_ICON_GAP
        return ICON + ICON_GAP

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, border and text for the present state."""
        if not self.isEnabled():
            ground = theme.color("hover") if self._kind == "primary" else None
            return ground, None if self._kind == "flat" else theme.color("line"), theme.color("disabled")
        if self._kind == "primary" or self.isChecked():
            ground = theme.color("ink2") if self.isDown() else theme.color("ink")
            return ground, None, theme.color("onink")
        over = self.underMouse()
        ground = theme.color("pressed") if self.isDown() else theme.color("hover") if over else None
        if self._kind == "flat":
            return ground, None, theme.color("ink") if over else theme.color("ink2")
        return ground or theme.color("panel"), theme.color("line2" if over else "line"), theme.color("ink")

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        height = float(self.height())
        if not self.text() and not self._key:
            side = SMALL_ICON + 1 if self._small else ICON
            left = (self.width() - side) / 2
            paint_icon(painter, self._icon, QRectF(left, (height - side) / 2, side, side), color)
            return
        spare = 0 if self._key else (self.width() - self.width_for(self.text())) / 2
        x = self._left_padding() + max(0.0, spare)
        if self._icon:
            side = SMALL_ICON if self._small else ICON
            paint_icon(painter, self._icon, QRectF(x, (height - side) / 2, side, side), color)
            x += self._icon_advance(self.text())
        room = self.width() - x - (_chip_width(self._key) + self._gaps()[2] if self._key else 0)
        draw_text(painter, QRectF(x, 0, room, height), self.text(), self._token(), color)
        if self._key:
            self._paint_chip(painter, color)

    def _paint_chip(self, painter: QPainter, color: QColor) -> None:
        faint = QColor(color)
        faint.setAlphaF(0.6 if self.isEnabled() else 1.0)
        width = round(_chip_width(self._key))
        box = QRectF(
            self.width() - self._gaps()[2] - width, (self.height() - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT
        )
        draw_box(painter, box, RADIUS_S, None, faint)
        draw_text(painter, box, self._key, "caption", faint, CENTER)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.text()), SMALL_HEIGHT if self._small else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, border, color = self._colors(self._appearance.theme)
        if ground is not None or border is not None:
            draw_box(painter, QRectF(self.rect()), RADIUS_M, ground, border)
        self._paint_content(painter, color)


def _chip_width(key: str) -> float:
    return max(float(CHIP_MINIMUM), text_width(key, "caption") + 2 * CHIP_PADDING)
