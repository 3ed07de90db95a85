"""What is wrong with the lesson that is being written, one line each; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engine.lessons import LessonFault
from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import Caption, FocusRing, draw_box, draw_text, follow, text_width
from gui.widgets.ground import PanelGround
from gui.widgets.painting import RADIUS_S

ROW, EDGE, ICON, HEAD, MOST_SHOWN = 26, 12, 14, 28, 5


class FaultRow(QAbstractButton):
    """clicked() goes to its line."""

    def __init__(self, appearance: Appearance, fault: LessonFault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.fault = fault
        self.setText(str(fault))
        self.setToolTip(fault.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW)
        self._ring = FocusRing(appearance, self, RADIUS_S)
        follow(self, appearance)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        if self.underMouse():
            draw_box(painter, QRectF(self.rect()).adjusted(4, 0, -4, 0), RADIUS_S, theme.color("hover"))
        icon = QRectF(EDGE, (ROW - ICON) / 2, ICON, ICON)
        paint_icon(painter, "warning", icon, theme.color("err"))
        line = f"line {self.fault.line}"
        left = EDGE + ICON + 8
        width = text_width(line, "small_strong") + 1
        draw_text(painter, QRectF(left, 0, width, ROW), line, "small_strong", theme.color("ink"))
        rest = QRectF(left + width + 10, 0, self.width() - left - width - 10 - EDGE, ROW)
        draw_text(painter, rest, self.fault.text, "small", theme.color("ink2"))


class FaultList(QWidget):
    """Signals: line_requested(int)."""

    line_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.head = Caption(appearance, "", "small", "ink2", height=HEAD)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[FaultRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(EDGE, 0, EDGE, 0)
        inset.addWidget(self.head)
        column.addLayout(inset)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say("Not checked yet")
        follow(self, appearance)

    def say(self, text: str) -> None:
        """Say how the check stands, and leave the faults as they are."""
        self.head.set_text(text)

    def show_faults(self, faults: Sequence[LessonFault]) -> None:
        """Show these, none for a sound lesson."""
        page = PanelGround(self._appearance)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(0)
        self.rows = [FaultRow(self._appearance, fault) for fault in faults]
        for row in self.rows:
            row.clicked.connect(self._on_row)
            rows.addWidget(row)
        rows.addStretch(1)
        self._area.setWidget(page)
        count = len(faults)
        self.say(f"{count} fault{'s' if count != 1 else ''}" if count else "No faults: every number checked")
        self._area.setVisible(bool(faults))
        self.setFixedHeight(HEAD + 1 + (min(count, MOST_SHOWN) * ROW + 6 if count else 0))

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, FaultRow):
            self.line_requested.emit(row.fault.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
