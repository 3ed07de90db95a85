"""What the last run could not save, over the window: recover, discard, or later, which takes nothing away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.dialog import Dialog
from gui.projects.recovery import Found
from gui.projects.recovery_row import RecoveryRow
from gui.widgets import Button, Label, Separator

WIDTH, MOST_ROWS = 680, 4
ROW_HEIGHT = 95
NEXT_ROW = 36  # of a row below, so that one sees that there are more
WHY = "Chalknet did not end in order the last time, and had kept this by itself."
ONE = "Recover it now; or later, as it is offered again when Chalknet starts."
SEVERAL = "Recover one of them now; the others are offered again when Chalknet starts."


class RecoveryDialog(Dialog):
    """Signals: chosen(Found), to be recovered; it is closed then, and what else was found is left for later."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, found: Sequence[Found], parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Chalknet: unsaved work", parent)
        self._found = list(found)
        self.rows: list[RecoveryRow] = []
        self._lines: dict[RecoveryRow, Separator] = {}
        self.later = Button(appearance, "Later", kind="primary")
        self.later.setToolTip("Keep it for the next start (Esc)")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._lay_out()
        for one in self._found:
            self._add(one)
        self._fit()
        self.content.setFixedWidth(WIDTH)
        self.follow_content()
        self.later.clicked.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 16)
        head.setSpacing(6)
        sentence = Label(
            self.appearance,
            f"{WHY} {ONE if len(self._found) == 1 else SEVERAL}",
            "body",
            "ink2",
        )
        sentence.setWordWrap(True)
        head.addWidget(Label(self.appearance, "There is unsaved work", "title"))
        head.addWidget(sentence)
        content = QWidget()
        content.setLayout(self._list)
        self._area = QScrollArea()
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addLayout(head)
        self.body.addWidget(Separator(self.appearance))
        self.body.addWidget(self._area)
        self.add_footer([], [self.later])

    def _add(self, found: Found) -> None:
        row = RecoveryRow(self.appearance, found)
        row.setFixedHeight(ROW_HEIGHT)
        row.recover_requested.connect(partial(self._on_recover, found))
        row.discarded.connect(partial(self._on_discarded, found, row))
        line = Separator(self.appearance)
        self._list.addWidget(line)
        self._list.addWidget(row)
        self._lines[row] = line
        self.rows.append(row)

    def _fit(self) -> None:
        for number, row in enumerate(self.rows):
            self._lines[row].setVisible(number > 0)
        count, has_more = min(len(self.rows), MOST_ROWS), len(self.rows) > MOST_ROWS
        self._area.setFixedHeight(count * ROW_HEIGHT + count - 1 + (NEXT_ROW if has_more else 0))

    def _on_recover(self, found: Found) -> None:
        self._found.remove(found)
        self.accept()
        self.chosen.emit(found)

    def _on_discarded(self, found: Found, row: RecoveryRow) -> None:
        found.discard()
        self._found.remove(found)
        self.rows.remove(row)
        row.setEnabled(False)
        row.hide()
        self._lines.pop(row).hide()
        if self.rows:
            self._fit()
        else:
            self.reject()

    @Slot(int)
    def done(self, result: int) -> None:
        for left in self._found:
            left.release()
        self._found.clear()
        super().done(result)
