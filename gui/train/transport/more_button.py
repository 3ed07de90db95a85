"""The More button of a narrow transport bar, and the little panel that opens below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets.button import Button
from gui.widgets.labels import LabeledControl
from gui.widgets.painting import draw_box

PADDING, SPACING, PANEL_WIDTH, DISTANCE = 16, 12, 216, 4


class MoreButton(Button):
    """`set_controls` moves controls into its panel; a click opens it, Esc or a click beside it closes it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", "more", parent=parent)
        self.setAccessibleName("More settings")
        self.panel = MorePanel(appearance, self)
        self.clicked.connect(self._on_clicked)

    def set_controls(self, controls: Sequence[QWidget], captions: Sequence[str]) -> None:
        """Hold these controls, top to bottom; those that were there and are not named are let go."""
        self.panel.hide()
        self.panel.set_controls(controls)
        self.setToolTip("More: " + ", ".join(captions))

    @Slot()
    def _on_clicked(self) -> None:
        self.panel.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + DISTANCE))
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.panel.width()))
        self.panel.move(x, corner.y())
        self.panel.show()
        self.panel.focus_first(
            Qt.FocusReason.TabFocusReason if self.hasFocus() else Qt.FocusReason.OtherFocusReason
        )


class MorePanel(QWidget):
    """A pop-up with one control under the other."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self._column.setSpacing(SPACING)
        self.setFixedWidth(PANEL_WIDTH)
        self.setAccessibleName("More settings")

    def set_controls(self, controls: Sequence[QWidget]) -> None:
        """Take these controls over."""
        while self._column.count():
            self._column.takeAt(0)
        for control in controls:
            self._column.addWidget(control)
            control.show()

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the uppermost control the keyboard."""
        item = self._column.itemAt(0)
        control = item.widget() if item is not None else None
        if isinstance(control, LabeledControl):
            control.widget.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        draw_box(painter, QRectF(self.rect()), 0, None, theme.color("line2"))
