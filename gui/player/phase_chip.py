"""A phase of the update as a chip, its word and how far it is: Backward 7 / 8. A click jumps to its first row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets import FocusRing, draw_box, draw_text, follow, text_width
from gui.widgets.painting import RADIUS_M

HEIGHT, PADDING, GAP = 32, 12, 6
WORDS = {"forward": "Forward", "cost": "Cost", "backward": "Backward", "update": "Update"}
GROUNDS = {"forward": "fwdsoft", "cost": "hover", "backward": "bwdsoft", "update": "hover"}
COLORS = {"forward": "fwd", "cost": "ink2", "backward": "bwd", "update": "ink2"}


class PhaseChip(QAbstractButton):
    """`set_progress` says how many of its rows are done, the current one included, and whether it is current.

    Signals: chosen(phase), by a click.
    """

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, phase: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.phase = phase
        self._done, self._total, self._is_current = 0, 0, False
        self.setText(WORDS[phase])
        self.setToolTip(f"To the first row of this phase: {WORDS[phase].lower()}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_M)
        self.clicked.connect(self._on_clicked)
        follow(self, appearance)

    @property
    def progress(self) -> str:
        """What stands behind the word: "7 / 8"."""
        return f"{self._done} / {self._total}"

    def set_progress(self, done: int, total: int, is_current: bool) -> None:
        """Show how far this phase is."""
        if (done, total, is_current) == (self._done, self._total, self._is_current):
            return
        wider = len(str(total)) != len(str(self._total))
        self._done, self._total, self._is_current = done, total, is_current
        self.setAccessibleName(f"{self.text()}, {done} of {total}")
        if wider:
            self.updateGeometry()
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.phase)

    def sizeHint(self) -> QSize:
        widest = f"{self._total} / {self._total}"
        words = text_width(self.text(), "header") + GAP + text_width(widest, "small")
        return QSize(round(words) + 2 * PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        color = theme.color(COLORS[self.phase])
        ground = theme.color(GROUNDS[self.phase]) if self._done else theme.color("panel")
        border = color if self._is_current else theme.color("line2" if self.underMouse() else "line")
        has_border = self._is_current or self.underMouse() or not self._done
        rect = QRectF(self.rect())
        draw_box(
            painter, rect, RADIUS_M, ground, border if has_border else None, 2 if self._is_current else 1
        )
        word = text_width(self.text(), "header")
        left = (self.width() - word - GAP - text_width(self.progress, "small")) / 2
        strong = color if self._done else theme.color("ink2")
        draw_text(painter, QRectF(left, 0, word + 1, HEIGHT), self.text(), "header", strong)
        x = left + word + GAP
        draw_text(painter, QRectF(x, 0, self.width() - x, HEIGHT), self.progress, "small", strong)


def show_phases(chips: Mapping[str, PhaseChip], phases: Sequence[str], index: int) -> None:
    """Show how far each phase is. phases: that of every place, in order; index: the current place."""
    totals, done = Counter(phases), Counter(phases[: index + 1])
    current = phases[index] if phases else ""
    for phase, chip in chips.items():
        chip.set_progress(done[phase], totals[phase], phase == current)
