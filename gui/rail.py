"""The rail at the left edge: one item a workspace, an icon with its word; the selected one has a bar of ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import CENTER, RADIUS_L, draw_box, draw_text, follow

WIDTH, LEFT, TOP, GAP = 72, 8, 8, 4
ITEM = QSize(56, 56)
BAR_WIDTH, BAR_HEIGHT = 3, 32
ICON, ICON_Y, TEXT_Y, TEXT_HEIGHT = 24, 8, 35, 14


class Rail(QWidget):
    """items: (key, text) from the top; key is also the icon's name. Signals: workspace_requested(str), the key."""

    workspace_requested = Signal(str)

    def __init__(
        self, appearance: Appearance, items: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Workspaces")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, TOP)
        column.setSpacing(GAP)
        self.items: dict[str, RailItem] = {}
        for number, (key, text) in enumerate(items, start=1):
            item = RailItem(appearance, key, text, f"Ctrl+{number}" if len(items) > 1 else "")
            item.clicked.connect(self._on_item_clicked)
            self.items[key] = item
            column.addWidget(item)
        column.addStretch(1)
        if items:
            self.set_current(items[0][0])
        follow(self, appearance)

    def current(self) -> str:
        """The key of the selected workspace."""
        return next((key for key, item in self.items.items() if item.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Select a workspace without a signal."""
        for item_key, item in self.items.items():
            item.setChecked(item_key == key)

    def _on_item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.set_current(item.key)
            self.workspace_requested.emit(item.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))


class RailItem(QAbstractButton):
    """One workspace: 56 x 56 px, and the room at its left where the bar stands."""

    def __init__(self, appearance: Appearance, key: str, text: str, shortcut: str = "") -> None:
        super().__init__()
        self._appearance = appearance
        self.key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({shortcut})" if shortcut else f"Workspace: {text}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(LEFT + ITEM.width(), ITEM.height())
        self._ring = FocusRing(appearance, self, RADIUS_L)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        box = QRectF(LEFT, 0, ITEM.width() - 1, ITEM.height())
        if self.isChecked() or self.underMouse():
            draw_box(painter, box, RADIUS_L, theme.color("sel" if self.isChecked() else "hover"))
        if self.isChecked():
            bar = QRectF(-BAR_WIDTH, (ITEM.height() - BAR_HEIGHT) / 2, 2 * BAR_WIDTH, BAR_HEIGHT)
            draw_box(painter, bar, 1.5, theme.color("ink"))
        color = theme.color("ink" if self.isChecked() or self.underMouse() else "ink2")
        left = box.center().x() - ICON / 2
        paint_icon(painter, self.key, QRectF(left, ICON_Y, ICON, ICON), color, 1.5)
        token = "caption_strong" if self.isChecked() else "caption"
        draw_text(
            painter, QRectF(box.left(), TEXT_Y, box.width(), TEXT_HEIGHT), self.text(), token, color, CENTER
        )
