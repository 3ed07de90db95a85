"""A combo box as in the pictures: 24 px high, a 1 px border, a chevron; items may carry a small picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_M, draw_box, draw_text, follow, text_width, type_font

HEIGHT = 24
PADDING = 8
CHEVRON, CHEVRON_RIGHT, CHEVRON_GAP = 16, 4, 4
ICON_GAP = 6
ICON_SIZE = QSize(18, 12)
POPUP_ROW_PADDING = 32  # the border and padding of the list and of its rows, and what Qt keeps around a text
POPUP_ICON_GAP = 12


class Combo(QComboBox):
    """Fill it with set_items; the wheel changes nothing unless the combo has the focus.

    Signals: key_chosen(str), when a person chose an item with another key than the one that held.
    """

    key_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._has_error = False
        self._key = ""
        self.setFont(type_font("small"))
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self.activated.connect(self._on_item_activated)
        follow(self, appearance)

    def set_items(self, items: list[tuple[str, str]]) -> None:
        """Offer these (key, text) pairs; the present key stays if it is still there. Nothing is signalled."""
        if items == [(self.itemData(i), self.itemText(i)) for i in range(self.count())]:
            return
        key = self.key()
        blocked = self.blockSignals(True)
        self.clear()
        for item_key, text in items:
            self.addItem(text, item_key)
        self.blockSignals(blocked)
        self.set_key(key)
        self.updateGeometry()

    def key(self) -> str:
        """The key of the present item, "" for none."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Show the item of this key, without a signal; an unknown key changes nothing."""
        index = self.findData(key)
        if index >= 0 and index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
            self.update()
        self._key = self.key()

    @Slot(int)
    def _on_item_activated(self, _index: int) -> None:
        if self.key() != self._key:
            self._key = self.key()
            self.key_chosen.emit(self._key)

    def _text_width(self) -> float:
        return max((text_width(self.itemText(i), "small") for i in range(self.count())), default=24.0)

    def _has_icons(self) -> bool:
        return any(not self.itemIcon(i).isNull() for i in range(self.count()))

    def _text_rect(self) -> QRectF:
        left = PADDING + (ICON_SIZE.width() + ICON_GAP if self._has_icons() else 0)
        return QRectF(left, 0, self.width() - left - CHEVRON - CHEVRON_RIGHT - 2, self.height())

    def _border(self, theme: Theme) -> tuple[QColor, float]:
        if self._has_error:
            return theme.color("err"), 2.0
        if not self.isEnabled():
            return theme.color("line"), 1.0
        return theme.color("ink" if self.underMouse() else "line2"), 1.0

    def _paint_frame(self, painter: QPainter) -> QColor:
        """Paint ground, border and chevron; returns the colour for the text."""
        theme = self._appearance.theme
        ground = theme.color("errsoft" if self._has_error else "panel")
        border, width = self._border(theme)
        draw_box(painter, QRectF(self.rect()), RADIUS_M, ground, border, width)
        color = theme.color("ink" if self.isEnabled() else "disabled")
        mark = theme.color("ink2" if self.isEnabled() else "disabled")
        left = self.width() - CHEVRON - CHEVRON_RIGHT
        paint_icon(
            painter, "chevron", QRectF(left, (self.height() - CHEVRON) / 2, CHEVRON, CHEVRON), mark, 1.5
        )
        return color

    def _paint_icon(self, painter: QPainter) -> None:
        picture = self.itemIcon(self.currentIndex())
        if not picture.isNull():
            size = ICON_SIZE
            top = (self.height() - size.height()) // 2
            picture.paint(painter, PADDING, top, size.width(), size.height())

    def sizeHint(self) -> QSize:
        left = PADDING + (ICON_SIZE.width() + ICON_GAP if self._has_icons() else 0)
        return QSize(round(left + self._text_width() + CHEVRON_GAP + CHEVRON + CHEVRON_RIGHT), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        self.setIconSize(ICON_SIZE)  # here, as it makes the list: a millisecond for each combo of the window
        wanted = round(self._text_width()) + POPUP_ROW_PADDING
        wanted += ICON_SIZE.width() + POPUP_ICON_GAP if self._has_icons() else 0
        self.view().setMinimumWidth(max(self.width(), wanted))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._paint_frame(painter)
        self._paint_icon(painter)
        if not self.isEditable():
            draw_text(painter, self._text_rect(), self.currentText(), "small", color)
