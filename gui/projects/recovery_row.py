"""One piece of work that a program which died has left: its picture, what it is, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.crash.home import without_home
from gui.icons import paint_icon
from gui.projects.recovery import Found
from gui.projects.recovery_words import name_of_found, what_of_found, when_of_found
from gui.widgets import Button, Caption, draw_box, follow
from gui.widgets.painting import RADIUS_M

PICTURE, ICON = QSize(112, 70), 28
LINE, SMALL_LINE = 18, 16
SURE = "Really discard?"


class RecoveryRow(QWidget):
    """Signals: recover_requested(), discarded(), after a second press."""

    recover_requested = Signal()
    discarded = Signal()

    def __init__(self, appearance: Appearance, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sure = False
        is_sound = found.project is not None
        when = when_of_found(found, datetime.now().astimezone())
        self.name = Caption(appearance, name_of_found(found), "header", "ink", height=LINE)
        self.what = Caption(
            appearance, what_of_found(found), "body", "ink2" if is_sound else "err", height=LINE
        )
        self.when = Caption(appearance, when, "small", "ink2", height=SMALL_LINE)
        self._describe(found)
        self.discard = Button(appearance, "Discard", kind="flat")
        self.discard.setToolTip("Take it away for good")
        self.recover = Button(appearance, "Recover")
        self.recover.setToolTip("Open it here; it stays kept until it is saved")
        policy = self.recover.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that all rows stand in line
        self.recover.setSizePolicy(policy)
        self.recover.setVisible(is_sound)
        for button in (self.discard, self.recover):
            button.setAccessibleName(f"{button.text()}: {self.name.text()}")
        self._lay_out(_Picture(appearance, found))
        self.discard.clicked.connect(self._on_discard)
        self.recover.clicked.connect(self.recover_requested)

    def _describe(self, found: Found) -> None:
        """What is cut in a line is told whole by its tool-tip."""
        self.name.setToolTip(without_home(str(found.path)) if found.path is not None else "")
        self.what.setToolTip(found.fault or self.what.text())
        self.when.setToolTip(self.when.text())
        self.setAccessibleName(f"{self.name.text()}, {self.what.text()}, {self.when.text()}")

    def _lay_out(self, picture: QWidget) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for line in (self.name, self.what, self.when):
            words.addWidget(line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(self.discard)
        row.addWidget(self.recover)

    @Slot()
    def _on_discard(self) -> None:
        if self._is_sure:
            self.discarded.emit()
        else:
            self._is_sure = True
            self.discard.set_text(SURE)


class _Picture(QWidget):
    """What the network looked like; an icon where nothing is known of that."""

    def __init__(self, appearance: Appearance, found: Found) -> None:
        super().__init__()
        self._appearance = appearance
        data = found.project.preview if found.project is not None else b""
        self._image = QImage.fromData(data) if data else QImage()
        self._icon, self._color = ("train", "ink3") if found.project is not None else ("warning", "err")
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
        if self._image.isNull():
            middle = QRectF(0, 0, ICON, ICON)
            middle.moveCenter(place.center())
            paint_icon(painter, self._icon, middle, theme.color(self._color))
        else:
            pixels = place.size().toSize() * self.devicePixelRatioF()
            kept = Qt.AspectRatioMode.KeepAspectRatio
            # Four times smaller in one go would leave out lines.
            small = self._image.scaled(pixels, kept, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(place, small)
        painter.setClipping(False)
        draw_box(painter, place, RADIUS_M, None, theme.color("line"))
