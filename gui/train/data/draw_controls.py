"""The strip below "Draw": which class the next points get, clear the sheet, start from the points that are there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.train.data.drawn_points import CLASSES
from gui.widgets import Button, FocusRing, Label, draw_box, draw_text, text_width

CHIP = QSize(40, 24)
DOT = 4.0
RADIUS = 6.0


class DrawControls(QWidget):
    """Signals: class_chosen(int); clear_requested(); start_requested(), go on from the points of the data."""

    class_chosen = Signal(int)
    clear_requested = Signal()
    start_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = [ClassChip(appearance, index, self) for index in range(CLASSES)]
        self.clear_button = Button(appearance, "Clear", small=True)
        self.clear_button.setToolTip("Take all drawn points away")
        self.start_button = Button(appearance, "Start from these points", small=True)
        self.line = Label(appearance, "", "caption", "ink3")
        self.line.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        for chip in self.chips:
            chip.clicked.connect(self._on_chip)
        self.clear_button.clicked.connect(self.clear_requested)
        self.start_button.clicked.connect(self.start_requested)
        self.show_class(1)

    def show_class(self, index: int) -> None:
        """Mark the class that the next points get."""
        for chip in self.chips:
            chip.setChecked(chip.index == index)

    def show_sheet(self, text: str, can_clear: bool, can_start: bool) -> None:
        """Say what is on the sheet, and offer what makes sense now."""
        self.line.setText(text)
        self.clear_button.setEnabled(can_clear)
        self.start_button.setEnabled(can_start)
        self.start_button.setToolTip(
            "The points of this data become drawn ones: go on from them"
            if can_start
            else "Only data of two classes on the plane can be gone on from"
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in self.chips:
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.start_button)
        column.addWidget(self.line)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ClassChip)
        self.show_class(chip.index)
        self.class_chosen.emit(chip.index)


class ClassChip(QAbstractButton):
    """One class to draw: its point and its number, framed while it is chosen."""

    def __init__(self, appearance: Appearance, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self._appearance = appearance
        self.setText(str(index))
        self.setCheckable(True)
        self.setFixedSize(CHIP)
        self.setAccessibleName(f"Draw points of class {index}")
        self.setToolTip(f"The next points belong to class {index}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = FocusRing(appearance, self, RADIUS)
        appearance.changed.connect(self.update)

    def nextCheckState(self) -> None:
        """The strip marks the chosen one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._appearance.theme, self.isChecked()
        painter = QPainter(self)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "panel"
        border = theme.color("ink" if chosen else "line")
        draw_box(painter, QRectF(self.rect()), RADIUS, theme.color(ground), border, 2.0 if chosen else 1.0)
        token = "small_strong" if chosen else "small"
        width = text_width(self.text(), token)
        left = (self.width() - width - 2 * DOT - 6) / 2
        painter.setPen(theme.point_ring)
        painter.setBrush(theme.point_color(self.index > 0))
        painter.drawEllipse(QPointF(left + DOT, self.height() / 2), DOT, DOT)
        area = QRectF(left + 2 * DOT + 6, 0, width + 2, self.height())
        draw_text(painter, area, self.text(), token, theme.color("ink" if chosen else "ink2"))
