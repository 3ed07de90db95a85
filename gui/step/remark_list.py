"""What there is to say about these very numbers, one line each: dead and saturated units, what is per example."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.row import Remark
from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets.painting import follow, type_font

MOST_UNITS = 3  # of more units that say the like, so many are named
ICON, TEXT_LEFT, GAP = 15, 22, 4
WARNINGS = ("dead", "saturated")


class RemarkList(QWidget):
    """`show_remarks`, then `fit` to a width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lines: tuple[Remark, ...] = ()
        self._tops: list[tuple[int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines."""
        return tuple(line.text for line in self._lines)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these; many units are summed up."""
        self._lines = shortened(remarks)
        self.setToolTip(
            "\n".join(remark.text for remark in remarks[:40]) if len(remarks) > len(self._lines) else ""
        )
        self.setAccessibleName(". ".join(self.texts))
        self.update()

    def fit(self, width: int) -> int:
        """Take this width, and the height that the lines need in it."""
        metrics = QFontMetrics(type_font("small"))
        self._tops, y = [], 0
        for line in self._lines:
            room = QRect(0, 0, width - TEXT_LEFT, 1000)
            height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.text).height()
            self._tops.append((y, height))
            y += height + GAP
        self.setFixedSize(QSize(width, y))
        return y

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        for line, (top, height) in zip(self._lines, self._tops, strict=True):
            is_warning = line.kind in WARNINGS
            icon = QRectF(0, top, ICON, ICON)
            paint_icon(
                painter,
                "warning" if is_warning else "info",
                icon,
                theme.color("warn" if is_warning else "ink3"),
            )
            painter.setFont(type_font("small"))
            painter.setPen(theme.color("ink" if is_warning else "ink2"))
            place = QRectF(TEXT_LEFT, top, self.width() - TEXT_LEFT, height)
            painter.drawText(place, Qt.TextFlag.TextWordWrap, line.text)


def shortened(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks with at most three units of a kind, and one line for the other units."""
    kept: list[Remark] = []
    for kind in dict.fromkeys(remark.kind for remark in remarks):
        alike = [remark for remark in remarks if remark.kind == kind]
        kept += alike[:MOST_UNITS]
        if len(alike) > MOST_UNITS:
            others = len(alike) - MOST_UNITS
            units = "unit is" if others == 1 else "units are"
            kept.append(Remark(kind, f"{others} more {units} {kind}"))
    return tuple(kept)
