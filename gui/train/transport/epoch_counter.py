"""The epoch as a counter: 000,123 with faint leading zeros. Only its digits are painted when it counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.appearance import Appearance
from gui.widgets.numbers import grouped_text
from gui.widgets.painting import draw_text, follow, text_width

CAPTION = QRectF(0, 0, 80, 14)
DIGITS_TOP, DIGITS_HEIGHT, HEIGHT = 14.5, 24.0, 39
DIGITS = 6


def counter_texts(epoch: int) -> tuple[str, str]:
    """The faint and the strong part: 123 -> ("000,", "123"), 0 -> ("000,00", "0"), 1234567 -> ("", "1,234,567")."""
    strong = f"{epoch:,}"
    padded = f"{epoch:0{DIGITS}d}"
    if len(padded) > DIGITS:
        return "", strong
    full = f"{padded[:3]},{padded[3:]}"
    return full[: len(full) - len(strong)], strong


class EpochCounter(QWidget):
    """Its caption, the digits, and a tool-tip with the updates that were made."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._epoch = self._iteration = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Epoch")
        follow(self, appearance)

    def epoch(self) -> int:
        """The epoch that shows."""
        return self._epoch

    def set_progress(self, epoch: int, iteration: int) -> None:
        """Show this epoch; iteration, the number of updates, is for the tool-tip."""
        self._iteration = iteration
        if epoch != self._epoch:
            longer = len(str(epoch)) > max(DIGITS, len(str(self._epoch)))
            self._epoch = epoch
            if longer:
                self.updateGeometry()
            self.update(0, int(DIGITS_TOP), self.width(), int(DIGITS_HEIGHT) + 1)

    def hint(self) -> str:
        """The tool-tip: what the numbers say and mean."""
        return (
            f"Epoch {grouped_text(self._epoch)}, {grouped_text(self._iteration)} updates. One epoch: every training "
            "example was used once"
        )

    def sizeHint(self) -> QSize:
        faint, strong = counter_texts(self._epoch)
        return QSize(int(text_width(faint, "display_light") + text_width(strong, "display") + 2.5), HEIGHT)

    def width_needed(self) -> int:
        """Room for every number of as many digits, so that nothing moves while it counts."""
        width = text_width("000,000", "display") if self._epoch < 10**DIGITS else self.sizeHint().width()
        return int(width + 1.5)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if event.rect().top() < int(DIGITS_TOP):
            draw_text(painter, CAPTION, "Epoch", "caption", theme.color("ink3"))
        faint, strong = counter_texts(self._epoch)
        left = text_width(faint, "display_light")
        row = QRectF(0, DIGITS_TOP, self.width() + 4, DIGITS_HEIGHT)
        draw_text(painter, row, faint, "display_light", theme.color("ink3"))
        draw_text(painter, row.adjusted(left, 0, 0, 0), strong, "display", theme.color("ink"))
