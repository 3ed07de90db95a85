"""One piece of work that a program which died has left: its picture, what it is, and what can be done with it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data import SOURCES
from gui.appearance import Appearance
from gui.projects.recovery import Found
from gui.widgets import Button, Label, draw_box, follow, grouped_text
from gui.widgets.painting import RADIUS_M

PICTURE = QSize(112, 70)


class RecoveryRow(QWidget):
    """Signals: recover_requested(), discarded(), after a second press."""

    recover_requested = Signal()
    discarded = Signal()

    def __init__(self, appearance: Appearance, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sure = False
        self.name = Label(appearance, name_of_found(found), "header")
        self.what = Label(appearance, what_of_found(found), "body", "ink2" if found.project else "err")
        self.when = Label(
            appearance, f"Kept {moment_text(found.saved, datetime.now().astimezone())}", "small", "ink2"
        )
        for label in (self.name, self.what, self.when):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.what.setWordWrap(found.project is None)
        self.discard = Button(appearance, "Discard", kind="flat")
        self.discard.setToolTip("Take it away for good")
        self.recover = Button(appearance, "Recover")
        self.recover.setVisible(found.project is not None)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for label in (self.name, self.what, self.when):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(14)
        row.addWidget(_Picture(appearance, found.project.preview if found.project is not None else b""))
        row.addLayout(words, 1)
        row.addWidget(self.discard)
        row.addWidget(self.recover)
        self.discard.clicked.connect(self._on_discard)
        self.recover.clicked.connect(self.recover_requested)

    @Slot()
    def _on_discard(self) -> None:
        if self._is_sure:
            self.discarded.emit()
        else:
            self._is_sure = True
            self.discard.set_text("Really discard?")


class _Picture(QWidget):
    def __init__(self, appearance: Appearance, data: bytes) -> None:
        super().__init__()
        self._appearance = appearance
        self._image = QImage.fromData(data) if data else QImage()
        self.setFixedSize(PICTURE)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(place, RADIUS_M, RADIUS_M)
        painter.setClipPath(outline)
        painter.fillRect(place, theme.color("sunken"))
        if not self._image.isNull():
            pixels = place.size().toSize() * self.devicePixelRatioF()
            kept = Qt.AspectRatioMode.KeepAspectRatio
            # Four times smaller in one go would leave out lines.
            small = self._image.scaled(pixels, kept, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(place, small)
        painter.setClipping(False)
        draw_box(painter, place, RADIUS_M, None, theme.color("line"))


def name_of_found(found: Found) -> str:
    """The name of the file that it belongs to, or that there is none."""
    return found.path.stem if found.path is not None else "Not saved yet"


def what_of_found(found: Found) -> str:
    """Such as "Circle · 2-4-2-1 · update 12,345"."""
    if found.project is None:
        return found.fault
    setup, state = found.project.setup, found.project.state
    table = setup.data.table if setup.data.source == "csv" else None
    data = setup.title or (table.source if table is not None else SOURCES[setup.data.source].label)
    update = f"update {grouped_text(state.now.iteration)}" if state is not None else "not trained"
    return " · ".join((data, "-".join(map(str, setup.network.sizes)), update))


def moment_text(moment: datetime, now: datetime) -> str:
    """Such as "today at 14:03"."""
    days: dict[date, str] = {now.date(): "today", (now - timedelta(days=1)).date(): "yesterday"}
    day = days.get(moment.date(), f"on {moment.day} {moment:%B %Y}")
    return f"{day} at {moment:%H:%M}"
