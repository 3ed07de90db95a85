"""The strip of pencil mode under the bar: what is blank, how many decimals are asked, the score so far."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.step.pencil.blanks import SCOPES
from gui.step.pencil.pencil import DECIMALS
from gui.widgets import Button, Caption, Combo, Segmented, follow
from gui.widgets.painting import RIGHT

HEIGHT, PADDING, GAP, GROUP_GAP = 40, 16, 8, 20
ROOMY = 840  # a strip so wide has its captions


class PencilStrip(QWidget):
    """Signals: scope_chosen(str), decimals_chosen(int), check_requested(), finish_requested()."""

    scope_chosen = Signal(str)
    decimals_chosen = Signal(int)
    check_requested = Signal()
    finish_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.scope = Segmented(appearance, SCOPES)
        self.scope.setAccessibleName("Blanks in")
        self.scope.setToolTip("Whose numbers are blanks")
        self.decimals = Combo(appearance)
        self.decimals.set_items([(str(count), f"{count} decimals") for count in DECIMALS])
        self.decimals.setAccessibleName("Asked")
        self.decimals.setToolTip("So many decimals are asked; more are judged as closely as they are typed")
        self.tally = Caption(appearance, "", "medium", "ink", RIGHT, height=24)
        self.check = Button(appearance, "Check all", "check", small=True)
        self.check.setToolTip("Judge every number that is typed and not yet right")
        self.finish = Button(appearance, "Finish", small=True)
        self.finish.setToolTip("The score: what was right at once, right later, wrong")
        self._lay_out()
        self.scope.chosen.connect(self.scope_chosen)
        self.decimals.key_chosen.connect(self._on_decimals)
        self.check.clicked.connect(self.check_requested)
        self.finish.clicked.connect(self.finish_requested)
        follow(self, appearance)

    def show_choices(self, scope: str, decimals: int) -> None:
        """Show what holds."""
        self.scope.set_key(scope)
        self.decimals.set_key(str(decimals))

    def set_tally(self, text: str) -> None:
        """Show the score so far."""
        self.tally.set_text(text)
        self.tally.setAccessibleName(text)

    def _lay_out(self) -> None:
        look = self._appearance
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, PADDING, 1)
        row.setSpacing(GAP)
        self._captions = [Caption(look, text, "small", "ink2", height=24) for text in ("Blanks in", "Asked")]
        row.addWidget(self._captions[0])
        row.addWidget(self.scope)
        row.addSpacing(GROUP_GAP - GAP)
        row.addWidget(self._captions[1])
        row.addWidget(self.decimals)
        row.addStretch(1)
        row.addWidget(self.tally)
        row.addSpacing(GROUP_GAP - GAP)
        row.addWidget(self.check)
        row.addWidget(self.finish)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Pencil mode")

    @Slot(str)
    def _on_decimals(self, key: str) -> None:
        self.decimals_chosen.emit(int(key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for caption in self._captions:  # cut, they would say nothing
            caption.setVisible(self.width() >= ROOMY)

    def sizeHint(self) -> QSize:
        return QSize(900, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
