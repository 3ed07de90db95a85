"""A chapter in the contents: its number in the margin, its title under a rule, its lessons, its labs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.labs.table import LabRow
from engine.lessons.lesson import BrokenLesson
from gui.appearance import Appearance
from gui.course.contents.broken_row import BrokenRow
from gui.course.contents.lesson_row import EDGE, NUMBER, LessonRow
from gui.course.library import Entry
from gui.course.progress import ProgressBook
from gui.widgets import Button, draw_text, follow

MARGIN, HEAD, HEAD_TOP, ROW_GAP = 64, 46, 14, 2
CHIP_GAP, CHIP_ROW, CHIPS_TOP, BOTTOM = 6, 24, 4, 22


class LabChip(Button):
    """A small button that opens a lab alone."""

    def __init__(self, appearance: Appearance, row: LabRow, parent: QWidget | None = None) -> None:
        super().__init__(appearance, row.title, "lab", parent=parent, small=True)
        self.key_of_lab = row.key
        self.setAccessibleName(f"Lab: {row.title}")
        self.setToolTip(f"Lab: {row.about}")


class Section(QWidget):
    """Signals: lesson_requested(slug), lab_requested(key), repair_requested(path, line)."""

    lesson_requested = Signal(str)
    lab_requested = Signal(str)
    repair_requested = Signal(object, int)

    def __init__(
        self,
        appearance: Appearance,
        mark: str,
        title: str,
        entries: Sequence[Entry],
        book: ProgressBook,
        labs: Sequence[LabRow] = (),
        broken: Sequence[BrokenLesson] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mark, self._title = mark, title
        self.setAccessibleName(f"{mark} {title}".strip())
        self.rows = [LessonRow(appearance, entry, book.of(entry.slug), self) for entry in entries]
        self.broken = [BrokenRow(appearance, found, self) for found in broken]
        self.chips = [LabChip(appearance, row, self) for row in labs]
        for row in self.rows:
            row.clicked.connect(self._on_row)
        for mending in self.broken:
            mending.clicked.connect(self._on_broken)
        for chip in self.chips:
            chip.clicked.connect(self._on_chip)
        follow(self, appearance)

    def refresh(self, book: ProgressBook) -> None:
        """Show how far one has come now."""
        for row in self.rows:
            row.set_progress(book.of(row.entry.slug))

    def fit(self, width: int) -> int:
        """Place everything; the height that it takes."""
        top = HEAD
        left = MARGIN - EDGE
        rows: tuple[LessonRow | BrokenRow, ...] = (*self.rows, *self.broken)
        for row in rows:
            height = row.fit(width - left)
            row.setGeometry(left, top, width - left, height)
            top += height + ROW_GAP
        if self.chips:
            top = self._put_chips(top + CHIPS_TOP, MARGIN + NUMBER, width)
        return top + BOTTOM

    def _put_chips(self, top: int, left: int, width: int) -> int:
        x = left
        for chip in self.chips:
            needed = chip.sizeHint().width()
            if x > left and x + needed > width:
                x, top = left, top + CHIP_ROW + CHIP_GAP
            chip.setGeometry(x, top, needed, CHIP_ROW)
            x += needed + CHIP_GAP
        return top + CHIP_ROW

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, LessonRow):
            self.lesson_requested.emit(row.entry.slug)

    @Slot()
    def _on_broken(self) -> None:
        row = self.sender()
        if isinstance(row, BrokenRow):
            self.repair_requested.emit(row.broken.path, row.broken.fault.line)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, LabChip):
            self.lab_requested.emit(chip.key_of_lab)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        head = QRectF(0, HEAD_TOP, MARGIN, 22)
        draw_text(painter, head, self._mark, "title", theme.color("ink3"))
        title = QRectF(MARGIN, HEAD_TOP, self.width() - MARGIN, 22)
        draw_text(painter, title, self._title, "title", theme.color("ink"))
